/** Runs a body as one transaction of an org: fresh statics and limits, commit at the end or roll back. */
import { randomUUID } from "node:crypto";
import type { AsyncJob } from "./async-job.ts";
import { currentTransactionOrNull, switchTransaction, Transaction, type RunningUser } from "./context.ts";
import { ASYNCHRONOUS_LIMITS, SYNCHRONOUS_LIMITS, type LimitMaxima } from "./limits.ts";
import type { Org } from "./org.ts";
import type { Quiddity } from "./quiddity.ts";
import type { TestContext } from "./test-context.ts";

export interface TransactionOptions {
  readonly user: RunningUser;
  readonly kind: Quiddity;
  /** Shown by `GET /local/limits`: "trigger Aircall_Event__e (200)". */
  readonly label: string;
  readonly async?: boolean;
  readonly maxima?: LimitMaxima;
  readonly test?: TestContext;
  readonly job?: AsyncJob;
  /** A `@TestSetup` method: what it writes stays, although it is a test. */
  readonly keepWrites?: boolean;
}

/**
 * Runs `body` in a transaction of its own and gives its result. What it wrote is committed when it returns and undone when
 * it throws. Inside a test, asynchronous work runs nested: it shares the test's data and its failure undoes only its own
 * writes; the test itself (`options.test` on the outermost transaction) is always undone.
 */
export function runTransaction<T>(org: Org, options: TransactionOptions, body: (transaction: Transaction) => T): T {
  const outer = currentTransactionOrNull();
  if (outer !== null && outer.test === null) throw new Error(`transaction "${options.label}" started inside "${outer.label}"`);
  const transaction = new Transaction({
    org,
    label: options.label,
    quiddity: options.kind,
    requestId: `TID:${randomUUID().replaceAll("-", "")}`,
    user: options.user,
    maxima: options.maxima ?? (options.async === true ? ASYNCHRONOUS_LIMITS : SYNCHRONOUS_LIMITS),
    parent: outer,
    test: options.test ?? outer?.test ?? null,
    job: options.job ?? null,
  });
  if (outer === null && transaction.test !== null) org.cache.clear();
  const mark = org.store.mark();
  const started = performance.now();
  switchTransaction(transaction);
  let committed = false;
  try {
    const result = body(transaction);
    committed = transaction.test === null || outer !== null || options.keepWrites === true;
    return result;
  } finally {
    switchTransaction(outer);
    if (committed) {
      org.store.commit(mark, org.clock.now());
      release(org, transaction);
    } else {
      org.store.rollbackTo(mark);
      org.store.release(mark);
    }
    if (transaction.test === null) record(org, transaction, performance.now() - started);
  }
}

/** Jobs and events of a committed transaction go to the org, or inside a test to the test. */
function release(org: Org, { test, jobs, events }: Transaction): void {
  if (test !== null) {
    test.jobs.push(...jobs);
    test.events.push(...events);
    return;
  }
  for (const job of jobs) org.queue.add(job);
  org.events.accept(events);
}

function record(org: Org, { limits: { used }, label }: Transaction, ms: number): void {
  org.keepLimits({
    transaction: label,
    soql: used.queries,
    sosl: used.soslQueries,
    dml: used.dmlStatements,
    rows: used.dmlRows,
    callouts: used.callouts,
    ms: Math.round(ms),
  });
}
