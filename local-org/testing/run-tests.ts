/** Runs Apex tests: every method in a transaction of its own, on the data that its class set up, undone afterwards. */
import { assertionMode } from "../apex/library/assert.ts";
import type { MethodMeta } from "../apex/runtime/class-meta.ts";
import type { Program } from "../apex/runtime/program.ts";
import { switchTransaction } from "../transaction/context.ts";
import type { Org } from "../transaction/org.ts";
import { runTransaction } from "../transaction/run-transaction.ts";
import { TestContext } from "../transaction/test-context.ts";
import { finishTest } from "../transaction/test-run.ts";
import { discoverTests, type TestClass, type TestFilter, type TestMethod } from "./discover-tests.ts";
import { withTimeLimit } from "./time-limit.ts";
import { PASSED, verdictOf, type TestResult } from "./test-result.ts";

export interface RunOptions extends TestFilter {
  /**
   * Runs every test that passes a second time with each assertion negated: it must not pass then, unless it asserts
   * nothing. A test that does not pass as it is keeps that outcome: there is nothing to negate.
   */
  readonly invertAsserts?: boolean;
  /** Milliseconds that one test may take; the platform allows 10 seconds of CPU time. */
  readonly timeLimit?: number;
  /** Told of each result as it comes. */
  readonly onResult?: (result: TestResult) => void;
}

/** Far more than any test needs: it ends loops that never would. */
const TIME_LIMIT = 30_000;

/** Runs the chosen tests of a program in an org. The org's data is afterwards as it was. */
export function runTests(program: Program, org: Org, options: RunOptions = {}): TestResult[] {
  program.activate();
  org.program = program;
  const results: TestResult[] = [];
  for (const testClass of discoverTests(program, options)) {
    for (const result of runClass(program, org, testClass, options)) {
      results.push(result);
      options.onResult?.(result);
    }
  }
  return results;
}

function* runClass(program: Program, org: Org, testClass: TestClass, options: RunOptions): Generator<TestResult> {
  const timeLimit = options.timeLimit ?? TIME_LIMIT;
  const { store } = org;
  const mark = store.mark();
  const counters = store.counters();
  try {
    const broken = runSetups(program, org, testClass);
    for (const method of testClass.methods) {
      if (broken !== null) {
        yield { ...broken, method: method.meta.name };
        continue;
      }
      const run = (): TestResult => runMethod(program, org, testClass.name, method, timeLimit);
      const result = run();
      yield options.invertAsserts === true && result.outcome === "passed" ? inverted(run) : result;
    }
  } finally {
    store.rollbackTo(mark);
    store.release(mark);
    store.restoreCounters(counters);
  }
}

/** The failure that all methods of the class share when their data could not be set up; null when it could. */
function runSetups(program: Program, org: Org, { name, setups }: TestClass): TestResult | null {
  for (const setup of setups) {
    const result = measured(name, setup, () => {
      invoke(program, org, name, setup, false, true);
    });
    if (result.outcome !== "passed") return result;
  }
  return null;
}

function runMethod(program: Program, org: Org, className: string, { meta, seeAllData }: TestMethod, timeLimit: number): TestResult {
  const { store } = org;
  const counters = store.counters();
  const mark = store.mark();
  try {
    return measured(className, meta, () => {
      withTimeLimit(timeLimit, () => {
        invoke(program, org, className, meta, seeAllData, false);
      });
    });
  } finally {
    // After a time-out the transaction has not ended itself.
    switchTransaction(null);
    store.rollbackTo(mark);
    store.release(mark);
    store.restoreCounters(counters);
  }
}

function inverted(run: () => TestResult): TestResult {
  assertionMode.inverted = true;
  try {
    return run();
  } finally {
    assertionMode.inverted = false;
  }
}

function invoke(program: Program, org: Org, className: string, method: MethodMeta, seeAllData: boolean, keepWrites: boolean): void {
  const test = new TestContext(className, method.name, seeAllData);
  const label = `test ${className}.${method.name}`;
  runTransaction(org, { user: org.users.administrator, kind: "RUNTEST_SYNC", label, test, keepWrites }, (transaction) => {
    program.invokeStatic(className, method, []);
    finishTest(transaction);
  });
}

function measured(className: string, method: MethodMeta, body: () => void): TestResult {
  assertionMode.executed = 0;
  const started = performance.now();
  let verdict = PASSED;
  try {
    body();
  } catch (error) {
    verdict = verdictOf(error);
  }
  const ms = Math.round((performance.now() - started) * 10) / 10;
  return { class: className, method: method.name, ...verdict, ms, assertions: assertionMode.executed };
}
