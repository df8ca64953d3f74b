import type { Benchmark } from "../bench/benchmark.ts";
import { outputOf, runNode } from "./run-command.ts";
import type { Step, StepReport } from "./step.ts";

/** Times on a machine that is busy with something else; nobody's change makes the code twice as slow unnoticed. */
const NOISE = 2;

/** Each benchmark meets its goal. */
export const benchStep: Step = {
  name: "speed",
  run: async ({ root }) => {
    const result = await runNode(root, ["scripts/bench.ts"]);
    if (result.code !== 0) return { outcome: "failed", summary: "a benchmark does not run", details: outputOf(result) };
    return judge(JSON.parse(result.stdout) as readonly Benchmark[]);
  },
};

/**
 * A missed goal always stands in the report. It fails the step where no busy machine can be the reason: a number of statements, or a
 * time of twice its goal; a time between the two counts as skipped, neither met nor failed.
 */
export function judge(benchmarks: readonly Benchmark[]): StepReport {
  const missed = benchmarks.filter(({ met }) => !met);
  const failed = missed.filter(({ unit, value, goal }) => unit !== "ms" || value >= goal * NOISE);
  const tests = { passed: benchmarks.length - missed.length, failed: failed.length, skipped: missed.length - failed.length };
  const misses = missed.map(({ name, value, unit, goal }) => `missed: ${name}, ${value} ${unit}, goal ${goal} ${unit}`);
  const summary = [`${tests.passed} of ${benchmarks.length} goals met`, ...misses].join("; ");
  const details = benchmarks.map(({ name, value, unit, goal }) => `${name}: ${value} ${unit}, goal ${goal} ${unit}`).join("\n");
  return { outcome: failed.length === 0 ? "passed" : "failed", summary, tests, details };
}
