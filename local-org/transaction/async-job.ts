/** An asynchronous Apex job: enqueued by a transaction, run in one of its own. */
import type { ApexValue } from "../apex/runtime/values.ts";
import type { RunningUser } from "./context.ts";

export type AsyncJobKind = "queueable" | "future" | "batch" | "scheduled";

export interface AsyncJob {
  /** Id of the AsyncApexJob row (of the CronTrigger row for scheduled jobs). */
  readonly id: string;
  readonly kind: AsyncJobKind;
  /** Canonical name of the class that runs. */
  readonly className: string;
  readonly user: RunningUser;
  /** Epoch milliseconds before which the job does not start. */
  readonly notBefore: number;
  /** Position in a chain of queueables: 1 for the first. */
  readonly depth: number;
  /** `@future(callout=true)`. Other jobs say so by Database.AllowsCallouts. */
  readonly allowsCallouts?: boolean;
  /** The delay it was enqueued with. */
  readonly delayMinutes?: number;
  /** Set by AsyncOptions; null: the edition's. */
  readonly maximumDepth: number | null;
  readonly duplicateSignature: string | null;
  /** Failed runs of queueables in a row that finalizers enqueued again. */
  readonly retries: number;
  /** The object given to enqueueJob, executeBatch or schedule. */
  readonly target: ApexValue;
  /** Runs the job within its transaction(s). Failures are recorded, and thrown on only inside a test. */
  readonly run: (job: AsyncJob) => void;
}
