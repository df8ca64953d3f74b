/** AsyncApexJob rows: what Apex sees of its jobs. */
import { ApexDatetime, type ApexValue } from "../apex/runtime/values.ts";
import type { Org } from "./org.ts";
import { insertSystemRow, updateSystemRow } from "./system-row.ts";

export type JobType = "BatchApex" | "BatchApexWorker" | "Future" | "Queueable" | "ScheduledApex";

export interface NewJobRow {
  readonly type: JobType;
  readonly className: string;
  readonly userId: string;
  readonly methodName?: string;
  readonly parentJobId?: string;
}

/** The ApexClass row of a class of the project; null when the org has none of that name. */
export function apexClassId(org: Org, className: string): ApexValue {
  if (org.schema.object("ApexClass") === undefined) return null;
  const outer = className.split(".")[0] ?? className;
  return org.store.table("ApexClass").lookup("Name", outer)[0]?.get("Id") ?? null;
}

/** Inserts the row of a job that was just enqueued; gives its id. */
export function insertJobRow(org: Org, job: NewJobRow): string {
  return insertSystemRow(org, "AsyncApexJob", job.userId, {
    JobType: job.type,
    ApexClassId: apexClassId(org, job.className),
    Status: "Queued",
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    MethodName: job.methodName ?? null,
    ParentJobId: job.parentJobId ?? null,
  });
}

export function startJobRow(org: Org, id: string): void {
  updateSystemRow(org, "AsyncApexJob", id, { Status: "Processing" });
}

/** `error`: message of what the job failed with, null when it did not. */
export function endJobRow(org: Org, id: string, error: string | null, values: Readonly<Record<string, ApexValue>> = {}): void {
  updateSystemRow(org, "AsyncApexJob", id, {
    Status: error === null ? "Completed" : "Failed",
    CompletedDate: new ApexDatetime(org.clock.now()),
    ExtendedStatus: error?.slice(0, 255) ?? null,
    NumberOfErrors: error === null ? 0 : 1,
    ...values,
  });
}

export function isAborted(org: Org, id: string): boolean {
  return org.store.get(id)?.get("Status") === "Aborted";
}
