import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFiles } from "../checks/project-files.ts";
import { findBrowser } from "../../tests/support/find-browser.ts";
import { outputOf, runNode } from "./run-command.ts";
import type { CommandResult } from "./run-command.ts";
import { nothingYet } from "./step.ts";
import type { Step, StepReport, TestCounts } from "./step.ts";
import { apexTestCounts, closingCounts, nodeTestCounts } from "./test-output.ts";

const LOCAL_ORG = "local-org/bin/local-org.mjs";

/** Components in jsdom, as Salesforce's own Jest preset runs them. */
export const jestStep: Step = {
  name: "component tests",
  run: async ({ root }) => {
    const files = projectFiles(root, "force-app", (path) => /\/__tests__\/.*\.test\.ts$/.test(path));
    if (files.length === 0) return nothingYet;
    const report = join(root, "coverage", "jest.json");
    rmSync(report, { force: true });
    const result = await runNode(root, ["node_modules/jest/bin/jest.js", "--ci", "--coverage", "--json", `--outputFile=${report}`]);
    const counts = existsSync(report) ? jestCounts(readFileSync(report, "utf8")) : undefined;
    return testReport(result, counts, `${files.length} files`);
  },
};

/** Tests of TypeScript beside the code, on node's own runner. `options`: more words of its command line. */
export function unitTestStep(name: string, folder: string, options: readonly string[] = []): Step {
  return {
    name,
    run: async ({ root }) => {
      const files = projectFiles(root, folder, (path) => path.endsWith(".test.ts"));
      if (files.length === 0) return nothingYet;
      const empty = files.filter((file) => !/\b(?:test|it|describe)\(/.test(readFileSync(join(root, file), "utf8")));
      if (empty.length > 0) return { outcome: "failed", summary: "files without a test", details: empty.join("\n") };
      const result = await runNode(root, ["--test", "--test-reporter=spec", ...options, ...files]);
      const failures = result.stdout.slice(Math.max(0, result.stdout.indexOf("✖ failing tests:")));
      return testReport({ ...result, stdout: failures }, nodeTestCounts(result.stdout), `${files.length} files`);
    },
  };
}

/** Each file starts a local org and a browser; two at once, beside another step, are too much for two cores. */
const BROWSER_FILES_AT_ONCE = "--test-concurrency=1";

/** Flows through a real browser, of the test files below a folder. A machine without one skips them, the build server may not. */
function browserFlowsStep(name: string, folder: string): Step {
  return {
    name,
    run: async ({ root, ci }) => {
      if (findBrowser() !== null) return unitTestStep(name, folder, [BROWSER_FILES_AT_ONCE]).run({ root, ci });
      const summary = "Chromium or Chrome is missing; install one or set CHROME_PATH";
      return ci ? { outcome: "failed", summary } : { outcome: "skipped", summary };
    },
  };
}

/** What agents and administrators do with the package. */
export const browserStep = browserFlowsStep("browser flows", "tests/browser");

/** Several tabs of one browser; alone, since pages behind others are slow on a busy machine. */
export const browserTabsStep = browserFlowsStep("browser flows of several tabs", "tests/browser-tabs");

/** The local org by itself: shell, components, Open CTI, the stand-in's phone. */
export const localOrgBrowserStep = browserFlowsStep("browser flows of the local org", "tests/local-org");

/** Apex that states how the platform behaves, one behaviour a case. */
export const conformanceStep: Step = {
  name: "conformance cases",
  run: async ({ root }) => {
    const result = await runNode(root, ["local-org/conformance/run.ts"]);
    return testReport(result, closingCounts(result.stdout), "");
  },
};

/** Our own compiler over the package. */
export const apexCheckStep: Step = {
  name: "Apex check (local org)",
  run: async ({ root }) => {
    const sources = projectFiles(root, "force-app", (path) => /\.(cls|trigger)$/.test(path)).length;
    if (sources === 0) return nothingYet;
    const result = await runNode(root, [LOCAL_ORG, "check", "."]);
    return result.code === 0
      ? { outcome: "passed", summary: `${sources} classes and triggers` }
      : { outcome: "failed", summary: "the compiler refuses the Apex", details: outputOf(result) };
  },
};

/** The package's Apex tests in the local org, with the coverage that the platform would demand. */
export const apexTestStep: Step = {
  name: "Apex tests",
  run: async ({ root }) => {
    const tests = projectFiles(root, "force-app", (path) => path.endsWith(".cls")).filter((file) =>
      /@IsTest\b/i.test(readFileSync(join(root, file), "utf8")),
    );
    if (tests.length === 0) return nothingYet;
    mkdirSync(join(root, "coverage"), { recursive: true });
    const report = join(root, "coverage", "apex-tests.json");
    rmSync(report, { force: true });
    const result = await runNode(root, [LOCAL_ORG, "test", ".", "--coverage", "--min-coverage", "75", "--json", report]);
    const counts = existsSync(report) ? apexTestCounts(readFileSync(report, "utf8")) : undefined;
    const coverage = /^[\d.]+% of .* covered$/m.exec(result.stdout)?.[0];
    return testReport(result, counts, [`${tests.length} classes`, coverage].filter((part) => part !== undefined).join(", "));
  },
};

/** The same tests with every assertion negated: one that still passes asserts nothing. */
export const apexTestsCanFailStep: Step = {
  name: "Apex tests can fail",
  run: async ({ root }) => {
    const result = await runNode(root, [LOCAL_ORG, "test", ".", "--invert-asserts"]);
    const counts = closingCounts(result.stdout);
    if (counts === undefined) return { outcome: "failed", summary: "the test runner gave no counts", details: outputOf(result) };
    if (counts.passed + counts.failed === 0) return nothingYet;
    return counts.passed === 0
      ? { outcome: "passed", summary: `each of ${counts.failed} tests fails when its assertions are negated` }
      : {
          outcome: "failed",
          summary: `${counts.passed} tests assert nothing`,
          details: result.stdout
            .split("\n")
            .filter((line) => /negated|no assertion/.test(line))
            .join("\n"),
        };
  },
};

function testReport(result: CommandResult, tests: TestCounts | undefined, subject: string): StepReport {
  if (tests === undefined) return { outcome: "failed", summary: "the test runner gave no counts", details: outputOf(result) };
  const summary = [`${tests.passed} of ${tests.passed + tests.failed} tests passed`, subject].filter((part) => part !== "").join(", ");
  return result.code === 0 && tests.failed === 0
    ? { outcome: "passed", summary, tests }
    : { outcome: "failed", summary, tests, details: outputOf(result) };
}

function jestCounts(json: string): TestCounts {
  const report = JSON.parse(json) as Readonly<
    Record<"numPassedTests" | "numFailedTests" | "numPendingTests" | "numTodoTests" | "numRuntimeErrorTestSuites", number>
  >;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
