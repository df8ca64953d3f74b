import assert from "node:assert/strict";
import { test } from "node:test";
import { benchmark, median } from "./benchmark.ts";

test("a goal is met below it alone", () => {
  assert.deepEqual(benchmark("quick", 41.26, 60), { name: "quick", value: 41.3, unit: "ms", goal: 60, met: true });
  assert.equal(benchmark("equal", 60, 60).met, false);
});

test("one slow run does not move the median", () => {
  assert.equal(median([12, 900, 10, 11, 13]), 12);
  assert.throws(() => median([]), /nothing was measured/);
});
