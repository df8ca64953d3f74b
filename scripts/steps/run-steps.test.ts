import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { test } from "node:test";
import { closingLine, runSteps } from "./run-steps.ts";
import { nothingYet } from "./step.ts";
import type { Step, StepReport } from "./step.ts";

function step(name: string, report: StepReport, delay = 0): Step {
  return { name, run: () => setTimeout(delay, report) };
}

async function run(steps: readonly Step[], ci = false): Promise<{ said: string[]; closing: string }> {
  const said: string[] = [];
  const counts = await runSteps(steps, { root: "/nowhere", ci }, 2, (text) => said.push(text));
  return { said, closing: closingLine(counts) };
}

test("results are said in the order of the list, whichever step ends first", async () => {
  const { said } = await run([step("slow", { outcome: "passed", summary: "" }, 30), step("quick", { outcome: "passed", summary: "" })]);
  assert.deepEqual(
    said.map((line) => line.split(/\s+/).slice(0, 2)),
    [
      ["passed", "slow"],
      ["passed", "quick"],
    ],
  );
});

test("a step counts one and each test inside one more", async () => {
  const tests = { passed: 3, failed: 1, skipped: 2 };
  const { closing } = await run([step("a", { outcome: "passed", summary: "" }), step("b", { outcome: "failed", summary: "", tests })]);
  assert.equal(closing, "4 passed, 2 failed, 2 skipped");
});

test("a step without a subject counts nothing and says so", async () => {
  const { said, closing } = await run([step("browser", nothingYet)]);
  assert.match(said[0] ?? "", /nothing to check yet/);
  assert.equal(closing, "0 passed, 0 failed");
});

test("a step that throws has failed, and the next one still runs", async () => {
  const broken: Step = { name: "broken", run: () => Promise.reject(new Error("no such tool")) };
  const { said, closing } = await run([broken, step("next", { outcome: "passed", summary: "" })]);
  assert.match(said[0] ?? "", /^failed {3}broken[\s\S]*no such tool/);
  assert.equal(closing, "1 passed, 1 failed");
});

test("a step whose runner ran no test has failed", async () => {
  const { closing } = await run([step("tests", { outcome: "passed", summary: "", tests: { passed: 0, failed: 0, skipped: 4 } })]);
  assert.equal(closing, "0 passed, 1 failed, 4 skipped");
});

test("a skipped step is a failure on the build server alone", async () => {
  const skipped = [step("java", { outcome: "skipped", summary: "Java is missing" })];
  assert.equal((await run(skipped)).closing, "0 passed, 0 failed, 1 skipped");
  assert.equal((await run(skipped, true)).closing, "0 passed, 1 failed");
});

test("what a failed step found is shown below its line", async () => {
  const { said } = await run([step("lint", { outcome: "failed", summary: "1 finding", details: "a.ts:1: no" })]);
  assert.match(said[0] ?? "", /1 finding\n {4}a\.ts:1: no$/);
});
