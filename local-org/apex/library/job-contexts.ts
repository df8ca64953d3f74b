/** The context objects that jobs get: QueueableContext, FinalizerContext, BatchableContext, SchedulableContext. */
import { platformEnumValue } from "./platform-enum.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { ApexException, PlatformObject, type ApexValue } from "../runtime/values.ts";

class JobContext extends PlatformObject {
  readonly apexType: string;
  readonly jobId: string;
  readonly childJobId: string | null;

  constructor(apexType: string, jobId: string, childJobId: string | null = null) {
    super();
    this.apexType = apexType;
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}

class FinalizerContext extends PlatformObject {
  readonly jobId: string;
  readonly requestId: string;
  readonly exception: ApexException | null;

  constructor(facts: FinalizerFacts) {
    super();
    this.jobId = facts.jobId;
    this.requestId = facts.requestId;
    this.exception = facts.exception;
  }

  get apexType(): string {
    return "System.FinalizerContext";
  }
}

export interface FinalizerFacts {
  readonly jobId: string;
  readonly requestId: string;
  readonly exception: ApexException | null;
}

export const queueableContext = (jobId: string): ApexValue => new JobContext("System.QueueableContext", jobId);
export const batchableContext = (jobId: string, childJobId: string | null): ApexValue =>
  new JobContext("Database.BatchableContext", jobId, childJobId);
export const schedulableContext = (triggerId: string): ApexValue => new JobContext("System.SchedulableContext", triggerId);
export const finalizerContext = (facts: FinalizerFacts): ApexValue => new FinalizerContext(facts);

definePlatformClass("System.QueueableContext", { members: { "getJobId()": (self: JobContext) => self.jobId } });
definePlatformClass("System.SchedulableContext", { members: { "getTriggerId()": (self: JobContext) => self.jobId } });
definePlatformClass("Database.BatchableContext", {
  members: { "getJobId()": (self: JobContext) => self.jobId, "getChildJobId()": (self: JobContext) => self.childJobId },
});
definePlatformClass("System.FinalizerContext", {
  members: {
    "getAsyncApexJobId()": (self: FinalizerContext) => self.jobId,
    "getRequestId()": (self: FinalizerContext) => self.requestId,
    "getException()": (self: FinalizerContext) => self.exception,
    "getResult()": (self: FinalizerContext) =>
      platformEnumValue("System.ParentJobResult", self.exception === null ? "SUCCESS" : "UNHANDLED_EXCEPTION"),
  },
});
