/**
 * Runs the conformance cases and prints how many passed; exit code 1 when one failed or does not cite its source.
 * `--class NAME` runs one class of cases only.
 */
import "../apex/library/index.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileUnits } from "../apex/runtime/compile-units.ts";
import { platformMember } from "../apex/runtime/define.ts";
import { formatDiagnostic } from "../apex/syntax/diagnostics.ts";
import { checkFolder } from "../project/compile-project.ts";
import { openOrg } from "../project/open-org.ts";
import { runTests } from "../testing/run-tests.ts";
import { describeResult } from "../testing/summary.ts";
import { caseOfCompileError, casesOfTestClass, citationFaults, type CitedCase } from "./citations.ts";
import { compileErrorFault } from "./compile-errors.ts";

const folder = import.meta.dirname;
const { values } = parseArgs({ options: { class: { type: "string", multiple: true } } });
const classes = values.class ?? [];

const checked = checkFolder(folder, { isImplemented: (member) => platformMember(member) !== undefined });
const findings = [...checked.unreadable, ...checked.diagnostics];
const faults = findings.map(formatDiagnostic);
const cases: CitedCase[] = [];

for (const file of checked.project.files.filter((name) => name.endsWith(".cls"))) {
  cases.push(...casesOfTestClass(file, readFileSync(join(folder, file), "utf8")));
}
const testCases = cases.length;
let refused = 0;
for (const name of readdirSync(join(folder, "compile-errors")).filter((entry) => entry.endsWith(".cls"))) {
  const file = `compile-errors/${name}`;
  const text = readFileSync(join(folder, file), "utf8");
  cases.push(caseOfCompileError(file, text));
  const fault = compileErrorFault(file, text, checked.schema);
  if (fault === null) refused++;
  else faults.push(fault);
}
faults.push(...cases.flatMap(citationFaults));
if (cases.length === 0) faults.push("no cases found under cases/ and compile-errors/");

let passed = refused;
let failed = 0;
if (findings.length === 0) {
  const results = runTests(compileUnits(checked.bound), openOrg(checked), { classes, methods: [] });
  for (const result of results) process.stdout.write(describeResult(result));
  passed += results.filter(({ outcome }) => outcome === "passed").length;
  failed += results.filter(({ outcome }) => outcome !== "passed").length;
  if (classes.length === 0 && results.length !== testCases) {
    faults.push(`${results.length} test methods ran, but ${testCases} cases were read: a method lacks its citation or its form`);
  }
}
failed += faults.length;
for (const fault of faults) process.stdout.write(`${fault}\n`);
const inferred = cases.filter((one) => one.inferred).length;
process.stdout.write(`${cases.length} cases: ${cases.length - inferred} read on a page, ${inferred} inferred\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
