/** `@future` methods: a call enqueues, the job runs the method. */
import { throwApex } from "../apex/runtime/exceptions.ts";
import { runApex } from "../apex/runtime/catching.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import type { AsyncJob } from "./async-job.ts";
import { currentTransaction } from "./context.ts";
import { failureText, reportFailure } from "./failure.ts";
import { endJobRow, insertJobRow, isAborted, startJobRow } from "./job-row.ts";
import { NO_FUTURE_LIMITS } from "./limits.ts";
import type { Org } from "./org.ts";
import { runTransaction } from "./run-transaction.ts";
import { snapshot } from "./snapshot.ts";

/**
 * Enqueues a call of `className.methodName`; `call` runs the method with the arguments as they are now. Throws
 * System.AsyncException when a future or batch job calls it.
 */
export function enqueueFuture(
  className: string,
  methodName: string,
  args: readonly ApexValue[],
  call: (args: readonly ApexValue[]) => void,
  allowsCallouts = false,
): void {
  const transaction = currentTransaction();
  const { org, user } = transaction;
  if (transaction.job?.kind === "future" || transaction.job?.kind === "batch") {
    throwApex("System.AsyncException", `Future method cannot be called from a future or batch method: ${className}.${methodName}`);
  }
  transaction.limits.count("futureCalls");
  transaction.limits.count("asyncCalls");
  transaction.uncommittedWork = true;
  const kept = args.map(snapshot);
  const id = insertJobRow(org, { type: "Future", className, methodName, userId: user.id });
  transaction.jobs.push({
    id,
    kind: "future",
    className,
    user,
    notBefore: org.clock.now(),
    depth: 1,
    maximumDepth: null,
    duplicateSignature: null,
    retries: 0,
    allowsCallouts,
    target: null,
    run: (job) => runFuture(org, job, `future ${className}.${methodName}`, () => call(kept)),
  });
}

function runFuture(org: Org, job: AsyncJob, label: string, call: () => void): void {
  if (isAborted(org, job.id)) return;
  startJobRow(org, job.id);
  try {
    runTransaction(org, { user: job.user, kind: "FUTURE", label, async: true, maxima: NO_FUTURE_LIMITS, job }, () => runApex(call));
  } catch (error) {
    endJobRow(org, job.id, failureText(error));
    reportFailure(org, label, error);
    return;
  }
  endJobRow(org, job.id, null);
}
