import { join, relative } from "node:path";
import { CodeAnalyzer, CodeAnalyzerConfig } from "@salesforce/code-analyzer-core";
import type { Violation } from "@salesforce/code-analyzer-core";
import { createEnginePlugin } from "@salesforce/code-analyzer-pmd-engine";
import type { CheckResult } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

const RULES = ["pmd:Recommended:Security", "pmd:Recommended:Performance", "pmd:Recommended:ErrorProne"];

/** PMD's rules for Apex on security, performance and proneness to errors. Needs Java. */
export async function checkPmd(root: string, folder = "force-app"): Promise<CheckResult> {
  const sources = projectFiles(root, folder, (path) => /\.(cls|trigger)$/.test(path));
  if (sources.length === 0) return { subjects: 0, findings: [] };
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
  await analyzer.addEnginePlugin(createEnginePlugin());
  const workspace = await analyzer.createWorkspace([join(root, folder)]);
  const rules = await analyzer.selectRules(RULES, { workspace });
  if (rules.getCount() === 0) throw new Error("PMD offers none of the rules; is Java missing?");
  const results = await analyzer.run(rules, { workspace });
  return { subjects: sources.length, findings: results.getViolations().map((violation) => toFinding(root, violation)) };
}

function toFinding(root: string, violation: Violation): CheckResult["findings"][number] {
  const place = violation.getPrimaryLocation();
  return {
    file: relative(root, place.getFile() ?? root),
    line: place.getStartLine() ?? 1,
    message: `${violation.getMessage().trim()} (${violation.getRule().getName()})`,
  };
}
