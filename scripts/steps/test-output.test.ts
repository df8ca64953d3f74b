import assert from "node:assert/strict";
import { test } from "node:test";
import { apexTestCounts, closingCounts, nodeTestCounts } from "./test-output.ts";

test("the summary of node's test runner is read, cancelled tests as failed", () => {
  const output = "✔ a fact (1ms)\nℹ tests 6\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 1\nℹ duration_ms 12\n";
  assert.deepEqual(nodeTestCounts(output), { passed: 2, failed: 2, skipped: 2 });
});

test("output without a summary gives no counts", () => {
  assert.equal(nodeTestCounts("ℹ pass nothing"), undefined);
  assert.equal(closingCounts("passed, failed"), undefined);
});

test("the last plain closing line counts", () => {
  assert.deepEqual(closingCounts("1 passed, 2 failed\nmore\n210 passed, 0 failed, 3 skipped\n"), { passed: 210, failed: 0, skipped: 3 });
});

test("an unsupported Apex test has not passed", () => {
  const row = (outcome: string): object => ({ class: "A", method: "b", outcome, message: null, stack: null, ms: 1 });
  assert.deepEqual(apexTestCounts(JSON.stringify([row("passed"), row("failed"), row("unsupported")])), {
    passed: 1,
    failed: 2,
    skipped: 0,
  });
});
