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
  notBefore: number;
  /** Position in a chain of queueables: 1 for the first. */
  readonly depth: number;
  readonly maximumDepth: number | null;
  readonly duplicateSignature: string | null;
  /** Runs the job within its transaction(s). */
  readonly run: () => void;
  /** The object given to enqueueJob, executeBatch or schedule. */
  readonly target: ApexValue;
}
