import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckResult, Finding } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

const SOURCES = /\.(cls|trigger|page|component)$/;

/**
 * Files that belong together: each class, trigger, page and component bundle has its `-meta.xml` and the other way round,
 * and every API version is the project's own.
 */
export function checkMetadataFiles(root: string, folder = "force-app"): CheckResult {
  const files = projectFiles(root, folder, () => true);
  const all = new Set(files);
  const version = sourceApiVersion(root);
  const findings: Finding[] = [];
  for (const file of files) {
    if (SOURCES.test(file) && !all.has(`${file}-meta.xml`))
      findings.push({ file, message: "has no -meta.xml beside it and would not be deployed" });
    const source = file.replace(/-meta\.xml$/, "");
    if (source !== file) {
      if (SOURCES.test(source) && !all.has(source)) findings.push({ file, message: "has no source beside it" });
      findings.push(...checkVersion(file, readFileSync(join(root, file), "utf8"), version));
    }
  }
  for (const bundle of new Set(files.flatMap((file) => /^(.*\/lwc\/[^/]+)\//.exec(file)?.[1] ?? []))) {
    const name = bundle.slice(bundle.lastIndexOf("/") + 1);
    if (!existsSync(join(root, bundle, `${name}.js-meta.xml`))) findings.push({ file: bundle, message: `has no ${name}.js-meta.xml` });
  }
  return { subjects: files.filter((file) => file.endsWith("-meta.xml")).length, findings };
}

function checkVersion(file: string, text: string, version: string): Finding[] {
  return text.split("\n").flatMap((content, index): Finding[] => {
    const found = /<apiVersion>\s*([^<]*?)\s*<\/apiVersion>/.exec(content)?.[1];
    return found === undefined || found === version
      ? []
      : [{ file, line: index + 1, message: `apiVersion ${found}, expected ${version} as in sfdx-project.json` }];
  });
}

function sourceApiVersion(root: string): string {
  const project: unknown = JSON.parse(readFileSync(join(root, "sfdx-project.json"), "utf8"));
  if (typeof project === "object" && project !== null && "sourceApiVersion" in project && typeof project.sourceApiVersion === "string") {
    return project.sourceApiVersion;
  }
  throw new Error(`${join(root, "sfdx-project.json")} names no sourceApiVersion`);
}
