/** State of one running Apex test method, shared with the asynchronous work it causes. */
import type { ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import type { PendingEvent } from "./context.ts";
import type { EventBus } from "./event-bus.ts";
import type { LimitCounters } from "./limits.ts";

export class TestContext {
  readonly className: string;
  readonly methodName: string;
  phase: "before" | "started" | "stopped" = "before";
  /** The test's own counters while those of startTest are in force. */
  outerLimits: LimitCounters | null = null;
  /** Ids given to `Test.setFixedSearchResults`. */
  fixedSearchResults: readonly string[] = [];
  /** Object given to `Test.setMock(HttpCalloutMock.class, ...)`. */
  calloutMock: ApexValue = null;
  /** Object given to `Test.setMock(WebServiceMock.class, ...)`. */
  webServiceMock: ApexValue = null;
  /** Jobs enqueued and not yet run; `Test.stopTest` runs them. */
  readonly jobs: AsyncJob[] = [];
  /** Events published and not yet delivered by `Test.getEventBus().deliver()` or `stopTest`. */
  readonly events: PendingEvent[] = [];
  /** Subscriptions of event triggers as this test sees them. */
  bus: EventBus | null = null;
  /** `@IsTest(SeeAllData=true)`. */
  readonly seeAllData: boolean;

  constructor(className: string, methodName: string, seeAllData = false) {
    this.className = className;
    this.methodName = methodName;
    this.seeAllData = seeAllData;
  }
}
