import type { Benchmark } from "../bench/benchmark.ts";
import { outputOf, runNode } from "./run-command.ts";
import type { Step } from "./step.ts";

/** Each benchmark of the engine meets its goal; the goals leave room for a busy machine. */
export const benchStep: Step = {
  name: "engine speed",
  run: async ({ root }) => {
    const result = await runNode(root, ["scripts/bench.ts"]);
    if (result.code !== 0) return { outcome: "failed", summary: "a benchmark does not run", details: outputOf(result) };
    const benchmarks = JSON.parse(result.stdout) as readonly Benchmark[];
    const lines = benchmarks.map(({ name, value, unit, goal }) => `${name}: ${value} ${unit}, goal ${goal} ${unit}`);
    const passed = benchmarks.filter(({ met }) => met).length;
    const tests = { passed, failed: benchmarks.length - passed, skipped: 0 };
    const outcome = tests.failed === 0 ? "passed" : "failed";
    return { outcome, summary: `${passed} of ${benchmarks.length} goals met`, tests, details: lines.join("\n") };
  },
};
