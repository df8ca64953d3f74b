import { join } from "node:path";
import { checkApexLs } from "../checks/apex-ls.ts";
import { findJava, JAVA_MISSING } from "../checks/java.ts";
import { checkPmd } from "../checks/pmd.ts";
import { checkStep } from "./check-step.ts";
import type { Step } from "./step.ts";

/** The second Apex checker: the package with its warnings, the conformance cases without. */
export const apexLsStep = needsJava(
  checkStep("Apex check (apex-ls)", "classes and triggers", async (root) => {
    const java = findJava() ?? "java";
    const conformance = "local-org/conformance";
    const results = await Promise.all([
      checkApexLs(root, { java, warnings: true }),
      checkApexLs(join(root, conformance), { java, warnings: false }),
    ]);
    const [own, cases] = results;
    const inCases = cases.findings.map((finding) => ({ ...finding, file: `${conformance}/${finding.file}` }));
    return { subjects: own.subjects + cases.subjects, findings: [...own.findings, ...inCases] };
  }),
);

/** PMD's rules for Apex. */
export const pmdStep = needsJava(checkStep("Apex rules (PMD)", "classes and triggers", (root) => checkPmd(root)));

function needsJava(step: Step): Step {
  return {
    name: step.name,
    run: (context) => (findJava() === undefined ? Promise.resolve({ outcome: "skipped", summary: JAVA_MISSING }) : step.run(context)),
  };
}
