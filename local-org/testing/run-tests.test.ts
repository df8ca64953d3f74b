import assert from "node:assert/strict";
import { test } from "node:test";
import { arithmetic, at, block, classUnit, integer, method, returns, VOID } from "../apex/emit/bound-tree-builders.ts";
import "../apex/library/assert.ts";
import { compileUnits } from "../apex/runtime/compile-units.ts";
import type { BoundExpression, BoundMethod, BoundStatement, BoundUnit } from "../apex/types/bound-tree.ts";
import { memoryOrg } from "../transaction/memory-org.ts";
import { CoverageRecorder, describeCoverage } from "./coverage.ts";
import { junitReport } from "./junit-report.ts";
import { runTests } from "./run-tests.ts";
import { describeResult, describeTotals } from "./summary.ts";

function statement(expression: BoundExpression, line: number): BoundStatement {
  return { kind: "expression", expression, position: at(line) };
}

function assertEqual(expected: number, actual: number, line: number): BoundStatement {
  const call: BoundExpression = {
    kind: "platformCall",
    member: "System.Assert.areEqual(Object,Object)",
    target: null,
    arguments: [integer(expected), integer(actual)],
    nullSafe: false,
    type: VOID,
    position: at(line),
  };
  return statement(call, line);
}

function testMethod(name: string, line: number, statements: readonly BoundStatement[], more: Partial<BoundMethod> = {}): BoundMethod {
  return method(`${name}$`, [], block(statements, line, line + 1), { isTest: true, returns: VOID, ...more });
}

function suite(methods: readonly BoundMethod[]): BoundUnit {
  return classUnit("SuiteTest", { isTest: true, methods, endLine: 99 });
}

const unsupportedStatement: BoundStatement = { kind: "unsupported", message: "a rare thing", position: at(9) };

test("outcomes tell passed, failed and unsupported apart", () => {
  const program = compileUnits([
    suite([
      testMethod("good", 3, [assertEqual(1, 1, 3)]),
      testMethod("wrong", 5, [assertEqual(1, 2, 6)]),
      testMethod("thrown", 7, [statement(arithmetic(integer(1), "/", integer(0)), 8)]),
      testMethod("rare", 9, [unsupportedStatement]),
    ]),
  ]);
  const results = runTests(program, memoryOrg());
  assert.deepEqual(
    results.map((result) => ({ ...result, ms: 0 })),
    [
      { class: "SuiteTest", method: "good", outcome: "passed", message: null, stack: null, ms: 0, assertions: 1 },
      {
        class: "SuiteTest",
        method: "wrong",
        outcome: "failed",
        message: "System.AssertException: Assertion Failed: Expected: 1, Actual: 2",
        stack: "Class.SuiteTest.wrong: line 6, column 1",
        ms: 0,
        assertions: 1,
      },
      {
        class: "SuiteTest",
        method: "thrown",
        outcome: "failed",
        message: "System.MathException: Divide by 0",
        stack: "Class.SuiteTest.thrown: line 8, column 1",
        ms: 0,
        assertions: 0,
      },
      {
        class: "SuiteTest",
        method: "rare",
        outcome: "unsupported",
        message: "not supported by the local org: a rare thing",
        stack: "Class.SuiteTest.rare: line 9, column 1",
        ms: 0,
        assertions: 0,
      },
    ],
  );
  assert.equal(describeTotals(results, false), "1 unsupported\n1 passed, 2 failed\n");
  assert.match(
    describeResult(results[1] ?? assert.fail()),
    /^FAILED SuiteTest\.wrong: .*\n {4}Class\.SuiteTest\.wrong: line 6, column 1\n$/,
  );
  assert.match(junitReport(results), /tests="4" failures="2" errors="1"/);
});

test("negated assertions make a good test fail and name one that asserts nothing", () => {
  const program = compileUnits([suite([testMethod("good", 3, [assertEqual(1, 1, 3)]), testMethod("silent", 5, [])])]);
  const results = runTests(program, memoryOrg(), { invertAsserts: true });
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ["failed", "passed"],
  );
  assert.match(describeTotals(results, true), /^no assertion executed: SuiteTest\.silent\n1 passed, 1 failed\n$/);
});

test("a filter chooses classes and methods in any case", () => {
  const program = compileUnits([suite([testMethod("one", 3, []), testMethod("two", 5, [])])]);
  const names = (filter: Parameters<typeof runTests>[2]): string[] =>
    runTests(program, memoryOrg(), filter).map(({ method: name }) => name);
  assert.deepEqual(names({ classes: ["suitetest"], methods: ["TWO"] }), ["two"]);
  assert.deepEqual(names({ methods: ["SuiteTest.one"] }), ["one"]);
  assert.deepEqual(names({ classes: ["Other"] }), []);
});

test("coverage names the lines that did not run", () => {
  const body = block(
    [
      {
        kind: "if",
        condition: { kind: "literal", literal: "Boolean", value: false, type: VOID, position: at(2) },
        then: returns(integer(1), 3),
        else: null,
        position: at(2),
      },
      returns(integer(2), 4),
    ],
    1,
    5,
  );
  const unit = classUnit("Service", { methods: [method("run$", [], body)], endLine: 6 });
  const call: BoundExpression = {
    kind: "call",
    dispatch: "static",
    owner: "Service",
    name: "run",
    jsName: "run$",
    target: null,
    arguments: [],
    nullSafe: false,
    type: VOID,
    position: at(3),
  };
  const program = compileUnits([unit, suite([testMethod("good", 3, [statement(call, 3)])])]);
  const recorder = new CoverageRecorder();
  runTests(program, memoryOrg());
  const report = recorder.finish(program);
  assert.deepEqual(report.units, [{ name: "Service", file: "classes/Service.cls", kind: "class", lines: [2, 3, 4], uncovered: [3] }]);
  assert.equal(describeCoverage(report), "  67%  Service  lines 3\n66.7% of 3 executable lines covered\n");
});

test("a test that does not end is stopped, and the next one is not disturbed", () => {
  const forever: BoundStatement = {
    kind: "while",
    condition: { kind: "literal", literal: "Boolean", value: true, type: VOID, position: at(3) },
    body: block([]),
    position: at(3),
  };
  const program = compileUnits([suite([testMethod("endless", 3, [forever]), testMethod("good", 5, [assertEqual(1, 1, 5)])])]);
  const results = runTests(program, memoryOrg(), { timeLimit: 50 });
  assert.deepEqual(
    results.map(({ outcome, message }) => [outcome, message]),
    [
      ["failed", "System.LimitException: Apex CPU time limit exceeded"],
      ["passed", null],
    ],
  );
});
