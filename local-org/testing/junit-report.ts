/** Test results in the form that CI servers read. */
import type { TestResult } from "./test-result.ts";

/** One `testsuite` per class. What is unsupported counts as an error, so that nobody takes it for passed. */
export function junitReport(results: readonly TestResult[]): string {
  const classes = Map.groupBy(results, (result) => result.class);
  const suites = [...classes].map(([name, own]) => {
    const cases = own.map(testCase).join("");
    return `  <testsuite name="${escape(name)}" ${totals(own)}>\n${cases}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals(results)}>\n${suites.join("")}</testsuites>\n`;
}

function totals(results: readonly TestResult[]): string {
  const count = (outcome: TestResult["outcome"]): number => results.filter((result) => result.outcome === outcome).length;
  const seconds = results.reduce((sum, result) => sum + result.ms, 0) / 1000;
  return `tests="${results.length}" failures="${count("failed")}" errors="${count("unsupported")}" time="${seconds.toFixed(3)}"`;
}

function testCase(result: TestResult): string {
  const start = `    <testcase classname="${escape(result.class)}" name="${escape(result.method)}" time="${(result.ms / 1000).toFixed(3)}"`;
  if (result.outcome === "passed") return `${start}/>\n`;
  const element = result.outcome === "failed" ? "failure" : "error";
  const message = escape(result.message ?? "");
  return `${start}>\n      <${element} message="${message}">${escape(result.stack ?? "")}</${element}>\n    </testcase>\n`;
}

function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uFFFD]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
