/** System.OrgLimits: the allocations of a Developer Edition org. Nothing counts against them here. */
import { ApexList, ApexMap } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { PlatformObject } from "../runtime/platform-object.ts";

/** Names and sizes as the REST resource `limits` of a Developer Edition org gives them. */
const ALLOCATIONS: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDeliveredPlatformEvents: 10_000,
  DailyDurableGenericStreamingApiEvents: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 1_000,
  DataStorageMB: 5,
  DurableStreamingApiConcurrentClients: 20,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1_200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5_000,
  HourlyDashboardStatuses: 999_999_999,
  HourlyPublishedPlatformEvents: 50_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  PermissionSets: 1_500,
  PublishCallbackUsageInApex: 5_242_880,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

class OrgLimit extends PlatformObject {
  readonly apexType = "System.OrgLimit";
  readonly name: string;
  readonly limit: number;

  constructor(name: string, limit: number) {
    super();
    this.name = name;
    this.limit = limit;
  }
}

const limits = Object.entries(ALLOCATIONS).map(([name, limit]) => new OrgLimit(name, limit));

definePlatformClass("System.OrgLimits", {
  statics: {
    "getAll()": () => new ApexList("List<System.OrgLimit>", [...limits]),
    "getMap()": () =>
      new ApexMap(
        "Map<String,System.OrgLimit>",
        limits.map((one) => [one.name, one] as const),
      ),
  },
});

definePlatformClass("System.OrgLimit", {
  members: {
    "getLimit()": (self: OrgLimit) => self.limit,
    "getName()": (self: OrgLimit) => self.name,
    "getValue()": () => 0,
  },
});
