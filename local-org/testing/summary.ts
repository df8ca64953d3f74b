/** Test results for people: what did not pass, with its Apex stack, and the closing counts. */
import type { TestResult } from "./test-result.ts";

/** Lines about one result that did not pass; empty for one that did. */
export function describeResult(result: TestResult): string {
  if (result.outcome === "passed") return "";
  const stack = (result.stack ?? "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `    ${line}\n`);
  return `${result.outcome.toUpperCase()} ${result.class}.${result.method}: ${result.message ?? ""}\n${stack.join("")}`;
}

/** The last lines of a run; the very last one is `N passed, N failed`. */
export function describeTotals(results: readonly TestResult[], inverted: boolean): string {
  const count = (outcome: TestResult["outcome"]): number => results.filter((result) => result.outcome === outcome).length;
  const lines: string[] = [];
  if (inverted) lines.push(...describeInverted(results));
  const unsupported = count("unsupported");
  if (unsupported > 0) lines.push(`${unsupported} unsupported`);
  lines.push(`${count("passed")} passed, ${count("failed")} failed`);
  return `${lines.join("\n")}\n`;
}

function describeInverted(results: readonly TestResult[]): string[] {
  const passed = results.filter((result) => result.outcome === "passed");
  const silent = passed.filter((result) => result.assertions === 0);
  const wrong = passed.filter((result) => result.assertions > 0);
  return [
    ...silent.map((result) => `no assertion executed: ${result.class}.${result.method}`),
    ...wrong.map((result) => `passed in spite of negated assertions: ${result.class}.${result.method}`),
  ];
}
