import type { Step, StepContext, StepReport, TestCounts } from "./step.ts";

interface FinishedStep {
  readonly step: Step;
  readonly report: StepReport;
  readonly seconds: number;
}

/**
 * Runs all steps, `width` at a time, and says each result in the order of the list as soon as it is known.
 *
 * @returns the counts of the closing line: each step that had a subject is one, each test inside one more
 */
export async function runSteps(
  steps: readonly Step[],
  context: StepContext,
  width: number,
  say: (text: string) => void,
): Promise<TestCounts> {
  const finished = new Map<Step, FinishedStep>();
  const waiting = [...steps];
  let said = 0;
  const sayFinished = (): void => {
    for (let next = steps[said]; next !== undefined; next = steps[said]) {
      const done = finished.get(next);
      if (done === undefined) return;
      say(describe(done));
      said += 1;
    }
  };
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const report = await runStep(step, context);
      finished.set(step, { step, report, seconds: (performance.now() - started) / 1000 });
      sayFinished();
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return count([...finished.values()].map((done) => done.report));
}

/** `N passed, N failed`, with `, N skipped` where something was. */
export function closingLine(counts: TestCounts): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

async function runStep(step: Step, context: StepContext): Promise<StepReport> {
  try {
    const report = await step.run(context);
    const ranNoTest = report.tests !== undefined && report.tests.passed + report.tests.failed === 0 && report.outcome === "passed";
    if (ranNoTest) return { ...report, outcome: "failed", details: "No test ran." };
    if (report.outcome === "skipped" && context.ci) {
      return { ...report, outcome: "failed", details: `${report.summary} (not allowed to be skipped when CI is set)` };
    }
    return report;
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", summary: "stopped with an error", details };
  }
}

function count(reports: readonly StepReport[]): TestCounts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome, tests } of reports) {
    if (outcome !== "nothing") total[outcome] += 1;
    total.passed += tests?.passed ?? 0;
    total.failed += tests?.failed ?? 0;
    total.skipped += tests?.skipped ?? 0;
  }
  return total;
}

function describe({ step, report, seconds }: FinishedStep): string {
  const line = `${report.outcome.padEnd(8)} ${step.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  ${report.summary}`;
  if (report.outcome !== "failed" || report.details === undefined) return line;
  const indented = report.details.trimEnd().replaceAll(/^(?=.)/gm, "    ");
  return `${line}\n${indented}`;
}
