import { byPlace, formatFinding } from "../checks/finding.ts";
import type { CheckResult } from "../checks/finding.ts";
import { nothingYet } from "./step.ts";
import type { Step } from "./step.ts";

const SHOWN = 100;

/**
 * A step around a check that looks at the project's sources.
 *
 * @param subject what is counted, in the plural: "files", "bundles"
 */
export function checkStep(name: string, subject: string, check: (root: string) => CheckResult | Promise<CheckResult>): Step {
  return {
    name,
    run: async ({ root }) => {
      const { subjects, findings } = await check(root);
      if (findings.length === 0) {
        return subjects === 0 ? nothingYet : { outcome: "passed", summary: `${subjects} ${subject}` };
      }
      const lines = findings.toSorted(byPlace).slice(0, SHOWN).map(formatFinding);
      if (findings.length > SHOWN) lines.push(`... and ${findings.length - SHOWN} more`);
      return { outcome: "failed", summary: `${findings.length} findings in ${subjects} ${subject}`, details: lines.join("\n") };
    },
  };
}
