/** Batch Apex: start, execute per scope, finish, each in a transaction of its own. */
import { batchableContext } from "../apex/library/job-contexts.ts";
import { iterate } from "../apex/library/iterator.ts";
import { runApex } from "../apex/runtime/catching.ts";
import { throwApex } from "../apex/runtime/exceptions.ts";
import { instanceOf } from "../apex/runtime/type-test.ts";
import { callBridge } from "../apex/runtime/user-object.ts";
import { ApexList, SObjectRecord, type ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import { publishBatchError } from "./batch-error-event.ts";
import { currentTransaction, currentTransactionOrNull } from "./context.ts";
import { failureText, reportFailure } from "./failure.ts";
import { endJobRow, insertJobRow, isAborted } from "./job-row.ts";
import { classNameOf } from "./job-target.ts";
import { NO_FUTURE_LIMITS } from "./limits.ts";
import type { Org } from "./org.ts";
import { QueryLocator } from "../apex/library/query-locator.ts";
import { runTransaction } from "./run-transaction.ts";
import { snapshot } from "./snapshot.ts";
import { updateSystemRow } from "./system-row.ts";

const MAXIMUM_SCOPE = 2000;
export const DEFAULT_SCOPE = 200;

/** `Database.executeBatch`: gives the job's id. */
export function executeBatch(target: ApexValue, scope: number): string {
  const transaction = currentTransaction();
  const { org, user } = transaction;
  if (scope < 1 || scope > MAXIMUM_SCOPE) {
    throwApex("System.TypeException", `Invalid scope size: ${scope}, the scope must be between 1 and ${MAXIMUM_SCOPE}`);
  }
  if (transaction.job?.kind === "future")
    throwApex("System.AsyncException", "Database.executeBatch cannot be called from a batch start, batch execute, or future method.");
  if (transaction.attachments.get("batch phase") === "start" || transaction.attachments.get("batch phase") === "execute") {
    throwApex("System.AsyncException", "Database.executeBatch cannot be called from a batch start, batch execute, or future method.");
  }
  transaction.uncommittedWork = true;
  const className = classNameOf(target);
  const id = insertJobRow(org, { type: "BatchApex", className, userId: user.id });
  transaction.jobs.push({
    id,
    kind: "batch",
    className,
    user,
    notBefore: org.clock.now(),
    depth: 1,
    maximumDepth: null,
    duplicateSignature: null,
    retries: 0,
    target: snapshot(target),
    run: (job) => runBatch(org, job, scope),
  });
  return id;
}

function runBatch(org: Org, job: AsyncJob, scope: number): void {
  if (isAborted(org, job.id)) return;
  const label = `batch ${job.className}`;
  const stateful = instanceOf(job.target, "Database.Stateful");
  const raisesEvents = instanceOf(job.target, "Database.RaisesPlatformEvents");
  updateSystemRow(org, "AsyncApexJob", job.id, { Status: "Preparing" });
  const step = <T>(phase: "start" | "execute" | "finish", body: (target: ApexValue) => T): T =>
    runTransaction(
      org,
      { user: job.user, kind: "BATCH_APEX", label: `${label} ${phase}`, async: true, maxima: NO_FUTURE_LIMITS, job },
      (transaction) => {
        transaction.attachments.set("batch phase", phase);
        const target = stateful ? job.target : snapshot(job.target);
        return runApex(() => body(target));
      },
    );

  let items: readonly ApexValue[];
  try {
    items = step("start", (target) => itemsOf(callBridge(target, "start", batchableContext(job.id, null)) ?? null));
  } catch (error) {
    endJobRow(org, job.id, failureText(error));
    if (raisesEvents) publishBatchError(org, job, "START", error, []);
    reportFailure(org, label, error);
    return;
  }
  const chunks = chunksOf(items, scope);
  refuseManyInTest(chunks.length);
  updateSystemRow(org, "AsyncApexJob", job.id, { Status: "Processing", TotalJobItems: chunks.length });
  let [processed, failed] = [0, 0];
  let firstFailure: string | null = null;
  for (const chunk of chunks) {
    if (isAborted(org, job.id)) return;
    const worker = insertJobRow(org, { type: "BatchApexWorker", className: job.className, userId: job.user.id, parentJobId: job.id });
    try {
      step("execute", (target) => callBridge(target, "execute", batchableContext(job.id, worker), listOf(chunk)) ?? null);
      processed++;
      endJobRow(org, worker, null);
    } catch (error) {
      failed++;
      endJobRow(org, worker, failureText(error));
      firstFailure ??= failureText(error);
      if (raisesEvents) publishBatchError(org, job, "EXECUTE", error, chunk);
      reportFailure(org, label, error);
    }
    updateSystemRow(org, "AsyncApexJob", job.id, { JobItemsProcessed: processed + failed, NumberOfErrors: failed });
  }
  try {
    step("finish", (target) => callBridge(target, "finish", batchableContext(job.id, null)) ?? null);
  } catch (error) {
    firstFailure ??= failureText(error);
    if (raisesEvents) publishBatchError(org, job, "FINISH", error, []);
    reportFailure(org, label, error);
  } finally {
    const text = firstFailure === null ? null : `First error: ${firstFailure}`;
    endJobRow(org, job.id, null, { NumberOfErrors: failed, JobItemsProcessed: processed + failed, ExtendedStatus: text });
  }
}

function itemsOf(started: ApexValue): readonly ApexValue[] {
  return started instanceof QueryLocator ? started.records() : [...iterate(started)];
}

function chunksOf(items: readonly ApexValue[], scope: number): ApexValue[][] {
  const chunks: ApexValue[][] = [];
  for (let at = 0; at < items.length; at += scope) chunks.push(items.slice(at, at + scope));
  return chunks;
}

function refuseManyInTest(chunks: number): void {
  if (chunks <= 1 || (currentTransactionOrNull()?.test ?? null) === null) return;
  throwApex(
    "System.UnexpectedException",
    "No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.",
  );
}

function listOf(chunk: readonly ApexValue[]): ApexList {
  const [first] = chunk;
  const element = first instanceof SObjectRecord ? first.schema.name : "Object";
  return new ApexList(`List<${element}>`, [...chunk]);
}
