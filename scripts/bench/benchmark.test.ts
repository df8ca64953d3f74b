import assert from "node:assert/strict";
import { test } from "node:test";
import { benchmark, median, quantile, statementCount } from "./benchmark.ts";

test("a goal is met below it alone", () => {
  assert.deepEqual(benchmark("quick", 41.26, 60), { name: "quick", value: 41.3, unit: "ms", goal: 60, met: true });
  assert.equal(benchmark("equal", 60, 60).met, false);
});

test("one slow run does not move the median", () => {
  assert.equal(median([12, 900, 10, 11, 13]), 12);
  assert.throws(() => median([]), /nothing was measured/);
});

test("the slowest twentieth does not count", () => {
  const runs = Array.from({ length: 100 }, (_, index) => index + 1);
  assert.equal(quantile(runs, 0.95), 96);
  assert.equal(quantile([7], 0.95), 7);
});

test("a number of statements may equal its goal", () => {
  assert.deepEqual(statementCount("few", 4, 4), { name: "few", value: 4, unit: "statements", goal: 4, met: true });
  assert.equal(statementCount("many", 5, 4).met, false);
});
