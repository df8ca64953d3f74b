/** Queueable jobs: `System.enqueueJob`, chains, delays, duplicate signatures and finalizers. */
import { ApexException, throwApex, UncatchableError } from "../apex/runtime/exceptions.ts";
import { classNameOf } from "./job-target.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import { callExecute } from "./call-execute.ts";
import { currentTransaction, type Transaction } from "./context.ts";
import { reportFailure, failureText } from "./failure.ts";
import { finalizerContext, queueableContext } from "../apex/library/job-contexts.ts";
import { endJobRow, insertJobRow, isAborted, startJobRow } from "./job-row.ts";
import type { Org } from "./org.ts";
import { runTransaction } from "./run-transaction.ts";
import { snapshot } from "./snapshot.ts";

export interface QueueableOptions {
  /** 0 to 10. */
  readonly delayMinutes?: number;
  readonly maximumDepth?: number | null;
  readonly duplicateSignature?: string | null;
}

const MAXIMUM_DELAY = 10;
/** Chain length in Developer Edition unless AsyncOptions says otherwise. */
const DEVELOPER_EDITION_DEPTH = 5;
/** How often in a row a finalizer may enqueue a job that failed. */
const MAXIMUM_RETRIES = 5;
const FINALIZER = "finalizer";
const PARENT_FAILED = "parent job failed";

/** Enqueues a Queueable; gives the job's id. Throws System.AsyncException when a chain gets too long. */
export function enqueueJob(target: ApexValue, options: QueueableOptions = {}): string {
  const transaction = currentTransaction();
  const { org, job: parent } = transaction;
  const className = classNameOf(target);
  const delay = options.delayMinutes ?? 0;
  if (delay < 0 || delay > MAXIMUM_DELAY)
    throwApex("System.AsyncException", `Delay must be between 0 and ${MAXIMUM_DELAY} minutes: ${delay}`);
  const inFinalizer = transaction.quiddity === "TRANSACTION_FINALIZER_QUEUEABLE";
  const chained = parent?.kind === "queueable";
  if (chained && !inFinalizer && transaction.test !== null) throwDepth();
  const depth = chained && !inFinalizer ? parent.depth + 1 : 1;
  const maximumDepth = options.maximumDepth ?? (chained ? parent.maximumDepth : null);
  if (depth > (maximumDepth ?? (org.settings.edition === "Developer Edition" ? DEVELOPER_EDITION_DEPTH : Infinity))) throwDepth();
  const retries = transaction.attachments.has(PARENT_FAILED) ? (parent?.retries ?? 0) + 1 : 0;
  if (retries > MAXIMUM_RETRIES)
    throwApex("System.AsyncException", "Maximum number of consecutive retries of a Queueable by its Finalizer exceeded");
  const signature = options.duplicateSignature ?? null;
  if (signature !== null && isWaiting(transaction, className, signature)) {
    throwApex("System.DuplicateMessageException", "Attempt to enqueue job with duplicate queueable signature");
  }
  transaction.limits.count("queueableJobs");
  transaction.limits.count("asyncCalls");
  transaction.uncommittedWork = true;
  const id = insertJobRow(org, { type: "Queueable", className, userId: transaction.user.id });
  transaction.jobs.push({
    id,
    kind: "queueable",
    className,
    user: transaction.user,
    notBefore: org.clock.now() + delay * 60_000,
    delayMinutes: delay,
    depth,
    maximumDepth,
    duplicateSignature: signature,
    retries,
    target: snapshot(target),
    run: (job) => runQueueable(org, job),
  });
  return id;
}

function throwDepth(): never {
  throwApex("System.AsyncException", "Maximum stack depth has been reached.");
}

function isWaiting(transaction: Transaction, className: string, signature: string): boolean {
  const all = [...transaction.org.queue.jobs(), ...(transaction.test?.jobs ?? [])];
  for (let at: Transaction | null = transaction; at !== null; at = at.parent) all.push(...at.jobs);
  return all.some((job) => job.duplicateSignature === signature && job.className === className);
}

/** `System.attachFinalizer`: one per job. */
export function attachFinalizer(finalizer: ApexValue): void {
  const transaction = currentTransaction();
  if (transaction.quiddity !== "QUEUEABLE") throwApex("System.AsyncException", "Finalizer can only be attached in a Queueable job");
  if (transaction.attachments.has(FINALIZER)) {
    throwApex("System.AsyncException", "More than one Finalizer cannot be attached to same Async Apex Job");
  }
  transaction.attachments.set(FINALIZER, finalizer);
}

function runQueueable(org: Org, job: AsyncJob): void {
  if (isAborted(org, job.id)) return;
  startJobRow(org, job.id);
  let finalizer = null as ApexValue;
  let requestId = "";
  let failure: unknown = null;
  const label = `queueable ${job.className}`;
  try {
    runTransaction(org, { user: job.user, kind: "QUEUEABLE", label, async: true, job }, (transaction) => {
      requestId = transaction.requestId;
      try {
        callExecute(job.target, "System.QueueableContext", queueableContext(job.id));
      } finally {
        const attached = transaction.attachments.get(FINALIZER);
        finalizer = attached === undefined ? null : snapshot(attached as ApexValue);
      }
    });
  } catch (error) {
    failure = error;
  }
  endJobRow(org, job.id, failure === null ? null : failureText(failure));
  if (finalizer !== null) runFinalizer(org, job, finalizer, failure, requestId);
  if (failure !== null) reportFailure(org, label, failure);
}

function runFinalizer(org: Org, job: AsyncJob, finalizer: ApexValue, failure: unknown, requestId: string): void {
  const label = `finalizer ${classNameOf(finalizer)}`;
  const exception = failure === null ? null : exceptionOf(failure);
  try {
    runTransaction(org, { user: job.user, kind: "TRANSACTION_FINALIZER_QUEUEABLE", label, async: true, job }, (transaction) => {
      if (exception !== null) transaction.attachments.set(PARENT_FAILED, true);
      callExecute(finalizer, "System.FinalizerContext", finalizerContext({ jobId: job.id, requestId, exception }));
    });
  } catch (error) {
    reportFailure(org, label, error);
  }
}

/** What FinalizerContext shows of a failure: errors that Apex cannot catch are exceptions here. */
function exceptionOf(failure: unknown): ApexException {
  if (failure instanceof ApexException) return failure;
  const typeName = failure instanceof UncatchableError ? failure.typeName : "System.UnexpectedException";
  return new ApexException(typeName, failure instanceof Error ? failure.message : String(failure));
}
