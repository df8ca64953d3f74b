import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CheckResult, Finding } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

interface Diagnostic {
  readonly message: string;
  readonly level: number;
  readonly filename?: string;
  readonly location?: { readonly line?: number; readonly column?: number };
}

interface PlatformCompiler {
  readonly compile: (input: {
    readonly bundle: {
      readonly namespace: string;
      readonly name: string;
      readonly type: "platform";
      readonly files: Record<string, string>;
    };
  }) => Promise<{ readonly success: boolean; readonly diagnostics: readonly Diagnostic[] }>;
}

/** Diagnostics of this level and below are errors. */
const ERROR_LEVEL = 1;

/**
 * Every component bundle through the compiler that the platform itself runs on deploy.
 * TypeScript is left out: given a `.ts` file that compiler answers success without having looked.
 */
export async function checkLwcBundles(root: string): Promise<CheckResult> {
  const bundles = [...new Set(projectFiles(root, "force-app", (path) => /\/lwc\/[^/]+\/[^/]+\.js-meta\.xml$/.test(path)).map(dirname))];
  if (bundles.length === 0) return { subjects: 0, findings: [] };
  const { compile } = createRequire(import.meta.url)("@lwc/sfdc-lwc-compiler") as PlatformCompiler;
  const findings: Finding[] = [];
  for (const folder of bundles) {
    const name = folder.slice(folder.lastIndexOf("/") + 1);
    const paths = projectFiles(root, folder, (path) => /\.(js|html|css|svg|js-meta\.xml)$/.test(path) && !path.includes("/__tests__/"));
    const files = Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(join(root, path), "utf8")]));
    if (!(`${name}.js` in files) && !(`${name}.css` in files)) {
      findings.push({ file: folder, message: `has no ${name}.js; run: npm run build` });
      continue;
    }
    const { success, diagnostics } = await compile({ bundle: { namespace: "c", name, type: "platform", files } });
    const errors = diagnostics.filter((diagnostic) => diagnostic.level <= ERROR_LEVEL);
    findings.push(...errors.map((diagnostic) => toFinding(folder, diagnostic)));
    if (!success && errors.length === 0)
      findings.push({ file: folder, message: "the platform's compiler refuses this bundle without a reason" });
  }
  return { subjects: bundles.length, findings };
}

function toFinding(folder: string, { filename, location, message }: Diagnostic): Finding {
  const place = {
    ...(location?.line === undefined ? {} : { line: location.line }),
    ...(location?.column === undefined ? {} : { column: location.column }),
  };
  return { file: filename === undefined ? folder : `${folder}/${filename}`, ...place, message };
}
