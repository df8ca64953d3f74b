import type { TestCounts } from "./step.ts";

/** The counts in the summary that node's own test runner prints last, or undefined when there is none. */
export function nodeTestCounts(output: string): TestCounts | undefined {
  const read = (name: string): number | undefined => {
    const found = new RegExp(`^\\S+ ${name} (\\d+)$`, "m").exec(output)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [passed, failed, cancelled, skipped, todo] = ["pass", "fail", "cancelled", "skipped", "todo"].map(read);
  if (passed === undefined || failed === undefined) return undefined;
  return { passed, failed: failed + (cancelled ?? 0), skipped: (skipped ?? 0) + (todo ?? 0) };
}

/** The counts of the last plain closing line `N passed, N failed, N skipped`, or undefined when there is none. */
export function closingCounts(output: string): TestCounts | undefined {
  const found = [...output.matchAll(/^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (found === undefined) return undefined;
  return { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
}

/** One row of `local-org test --json`. */
interface ApexTestRow {
  readonly class: string;
  readonly method: string;
  readonly outcome: "passed" | "failed" | "unsupported";
  readonly message: string | null;
}

/** The counts of Apex tests; what the engine does not support has not passed. */
export function apexTestCounts(json: string): TestCounts {
  const rows = JSON.parse(json) as readonly ApexTestRow[];
  const passed = rows.filter((row) => row.outcome === "passed").length;
  return { passed, failed: rows.length - passed, skipped: 0 };
}
