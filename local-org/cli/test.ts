/** `local-org test <folder>`. */
import "../apex/library/index.ts";
import { compileUnits } from "../apex/runtime/compile-units.ts";
import { isRunnable } from "../apex/runtime/member-lookup.ts";
import { checkFolder, type CheckedProject } from "../project/compile-project.ts";
import { InputError } from "../project/input-error.ts";
import { openOrg } from "../project/open-org.ts";
import type { CoverageRecorder, CoverageReport } from "../testing/coverage.ts";
import { runTests } from "../testing/run-tests.ts";
import { describeResult, describeTotals } from "../testing/summary.ts";
import type { TestResult } from "../testing/test-result.ts";
import type { Arguments } from "./arguments.ts";
import { printDiagnostics, writeJson, writeText } from "./output.ts";

/** Runs the tests of a project. Without `--lenient` its Apex must be free of findings. */
export async function test(args: Arguments): Promise<number> {
  const minimum = minimumCoverage(args);
  const lenient = args.flag("lenient");
  const namespace = args.text("namespace");
  const checked = checkFolder(args.folder, {
    ...(lenient ? {} : { isImplemented: isRunnable }),
    ...(namespace === null ? {} : { namespace }),
  });
  const [unreadable] = checked.unreadable;
  if (unreadable !== undefined) {
    throw new InputError(`${unreadable.file}:${unreadable.line}:${unreadable.column}`, unreadable.message);
  }
  if (!lenient && checked.diagnostics.length > 0) {
    printDiagnostics(checked.diagnostics);
    return 1;
  }
  const coverage = minimum !== null || args.flag("coverage") ? await import("../testing/coverage.ts") : null;
  const { results, report } = run(checked, args, coverage === null ? null : new coverage.CoverageRecorder());
  const json = args.text("json");
  if (json !== null) writeJson(json, results);
  const junit = args.text("junit");
  if (junit !== null) writeText(junit, (await import("../testing/junit-report.ts")).junitReport(results));
  if (coverage !== null && report !== null) process.stdout.write(coverage.describeCoverage(report));
  const isLow = minimum !== null && report !== null && report.percent < minimum;
  if (isLow) process.stdout.write(`coverage is below ${minimum}%\n`);
  process.stdout.write(describeTotals(results, args.flag("invert-asserts")));
  return isLow || results.some(({ outcome }) => outcome !== "passed") ? 1 : 0;
}

interface Outcome {
  readonly results: readonly TestResult[];
  readonly report: CoverageReport | null;
}

function run(checked: CheckedProject, args: Arguments, recorder: CoverageRecorder | null): Outcome {
  const program = compileUnits(checked.bound);
  const results = runTests(program, openOrg(checked), {
    classes: args.texts("class"),
    methods: args.texts("method"),
    invertAsserts: args.flag("invert-asserts"),
    onResult: (result) => process.stdout.write(describeResult(result)),
  });
  return { results, report: recorder?.finish(program) ?? null };
}

function minimumCoverage(args: Arguments): number | null {
  const text = args.text("min-coverage");
  if (text === null) return null;
  const value = Number(text);
  if (Number.isNaN(value) || value < 0 || value > 100) throw new InputError("--min-coverage", `${text} is no percentage`);
  return value;
}
