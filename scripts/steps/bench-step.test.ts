import assert from "node:assert/strict";
import { test } from "node:test";
import { benchmark, statementCount } from "../bench/benchmark.ts";
import { judge } from "./bench-step.ts";

test("goals that are met pass", () => {
  const { outcome, summary, tests } = judge([benchmark("quick", 41, 60), statementCount("few", 4, 4)]);
  assert.deepEqual([outcome, summary, tests], ["passed", "2 of 2 goals met", { passed: 2, failed: 0, skipped: 0 }]);
});

test("a time that a busy machine explains is said and neither passes nor fails", () => {
  const { outcome, summary, tests } = judge([benchmark("slow", 70, 60)]);
  assert.equal(outcome, "passed");
  assert.equal(summary, "0 of 1 goals met; missed: slow, 70 ms, goal 60 ms");
  assert.deepEqual(tests, { passed: 0, failed: 0, skipped: 1 });
});

test("a time of twice its goal fails, and so does one statement too many", () => {
  assert.equal(judge([benchmark("slow", 120, 60)]).outcome, "failed");
  assert.equal(judge([benchmark("quick", 1, 60), statementCount("many", 5, 4)]).outcome, "failed");
});
