/** `Test.startTest`, `Test.stopTest`, and what runs when a test method is over. */
import { throwApex } from "../apex/runtime/exceptions.ts";
import type { AsyncJob } from "./async-job.ts";
import { currentTransaction, type Transaction } from "./context.ts";
import { EventBus } from "./event-bus.ts";
import { LimitCounters, SYNCHRONOUS_LIMITS } from "./limits.ts";
import type { TestContext } from "./test-context.ts";

/** The running test. Throws System.TypeException outside of tests. */
export function currentTest(member: string): { readonly transaction: Transaction; readonly test: TestContext } {
  const transaction = currentTransaction();
  const { test } = transaction;
  if (test === null) throwApex("System.TypeException", `Test.${member} can only be used in a test method`);
  return { transaction, test };
}

/** Fresh limits from here to `stopTest`; what was written before no longer stands in the way of callouts. */
export function startTest(): void {
  const { transaction, test } = currentTest("startTest");
  if (test.phase !== "before") throwApex("System.FinalException", "Testing already started");
  test.phase = "started";
  test.outerLimits = transaction.limits;
  transaction.limits = new LimitCounters(SYNCHRONOUS_LIMITS);
  transaction.uncommittedWork = false;
}

/** Runs the events and jobs that wait, each in a transaction of its own, and gives the test its limits back. */
export function stopTest(): void {
  const { transaction, test } = currentTest("stopTest");
  if (test.phase !== "started") throwApex("System.FinalException", "Testing has not been started");
  test.phase = "stopped";
  runWaiting(transaction, test);
  if (test.outerLimits !== null) transaction.limits = test.outerLimits;
}

/** For the runner, when the method has returned: jobs that nobody waited for run now. */
export function finishTest(transaction: Transaction): void {
  const { test } = transaction;
  if (test === null) return;
  transaction.limits = new LimitCounters(SYNCHRONOUS_LIMITS);
  runWaiting(transaction, test);
}

/** Rounds of jobs that enqueue jobs; a chain without end must not keep a test running. */
const MAXIMUM_ROUNDS = 100;

/**
 * Queueables, futures and batches run until none is left, those that they enqueue included. Scheduled jobs run last, once;
 * what they enqueue does not run any more.
 */
function runWaiting(transaction: Transaction, test: TestContext): void {
  deliverEvents();
  const take = (): AsyncJob[] => [...test.jobs.splice(0), ...transaction.jobs.splice(0)];
  const scheduled: AsyncJob[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const jobs = take();
    if (jobs.length === 0) break;
    scheduled.push(...jobs.filter(({ kind }) => kind === "scheduled"));
    for (const job of jobs) if (job.kind !== "scheduled") job.run(job);
  }
  for (const job of scheduled) job.run(job);
  take();
  deliverEvents();
}

function takeEvents(transaction: Transaction, test: TestContext): TestContext["events"] {
  return [...test.events.splice(0), ...transaction.events.splice(0)];
}

function busOf(transaction: Transaction, test: TestContext): EventBus {
  if (test.bus === null) {
    test.bus = new EventBus(transaction.org);
    for (const [name, config] of transaction.org.events.configs) test.bus.configs.set(name, config);
  }
  return test.bus;
}

/** `Test.getEventBus().deliver()`: every trigger with events fires once. */
export function deliverEvents(): void {
  const { transaction, test } = currentTest("getEventBus");
  const bus = busOf(transaction, test);
  bus.accept(takeEvents(transaction, test));
  bus.deliverOnce();
}

/** `Test.getEventBus().fail()`: the events published so far are lost; publish callbacks hear of it. */
export function failEvents(): void {
  const { transaction, test } = currentTest("getEventBus");
  const bus = busOf(transaction, test);
  bus.fail(takeEvents(transaction, test));
  bus.deliverOnce();
}
