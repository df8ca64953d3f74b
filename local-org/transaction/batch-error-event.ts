/** BatchApexErrorEvent: published for batches that implement Database.RaisesPlatformEvents. */
import { ApexException } from "../apex/runtime/exceptions.ts";
import { apexStackTrace } from "../apex/runtime/stack-trace.ts";
import { SObjectRecord, type ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import { publishFromPlatform } from "./publish.ts";
import type { Org } from "./org.ts";
import { toText } from "../apex/runtime/to-string.ts";

const MAXIMUM_SCOPE_TEXT = 40_000;

export function publishBatchError(
  org: Org,
  job: AsyncJob,
  phase: "START" | "EXECUTE" | "FINISH",
  error: unknown,
  scope: readonly ApexValue[],
): void {
  const schema = org.schema.object("BatchApexErrorEvent");
  if (schema === undefined || !(error instanceof Error)) return;
  const text = scope.map((item) => (item instanceof SObjectRecord ? (item.id ?? "") : toText(item))).join(",");
  const values: Readonly<Record<string, ApexValue>> = {
    AsyncApexJobId: job.id,
    Phase: phase,
    ExceptionType: error instanceof ApexException ? error.typeName : "System.LimitException",
    Message: error instanceof ApexException ? error.shownMessage : error.message,
    StackTrace: apexStackTrace(error),
    JobScope: text.slice(0, MAXIMUM_SCOPE_TEXT),
    DoesExceedJobScopeMaxLength: text.length > MAXIMUM_SCOPE_TEXT,
    RequestId: null,
  };
  publishFromPlatform(org, new SObjectRecord(schema, Object.entries(values)), job.user);
}
