import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { CheckResult } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

/** Decorators and fields must reach the LWC compiler as written: any lowering makes it refuse the file. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  useDefineForClassFields: true,
  experimentalDecorators: false,
  isolatedModules: true,
  verbatimModuleSyntax: true,
};

/** The TypeScript sources of Lightning web components, without declarations and tests. */
export function lwcSources(root: string): string[] {
  return projectFiles(root, "force-app", (path) => path.includes("/lwc/") && path.endsWith(".ts") && !/\.d\.ts$|\/__tests__\//.test(path));
}

/** Compiles every component next to its source; gives the files it looked at. */
export function buildLwc(root: string): string[] {
  const sources = lwcSources(root);
  for (const source of sources) {
    const code = emit(root, source);
    const target = join(root, outputOf(source));
    if (!existsSync(target) || readFileSync(target, "utf8") !== code) writeFileSync(target, code);
  }
  return sources;
}

/** Each `x.ts` has an `x.js` that was made from it as it is now: a deploy takes the `.js` and never asks. */
export function checkLwcBuild(root: string): CheckResult {
  const sources = lwcSources(root);
  const findings = sources.flatMap((file) => {
    const target = join(root, outputOf(file));
    if (!existsSync(target)) return [{ file, message: "is not compiled; run: npm run build" }];
    return readFileSync(target, "utf8") === emit(root, file) ? [] : [{ file, message: "is newer than its .js; run: npm run build" }];
  });
  return { subjects: sources.length, findings };
}

function outputOf(source: string): string {
  return source.replace(/\.ts$/, ".js");
}

function emit(root: string, source: string): string {
  return ts.transpileModule(readFileSync(join(root, source), "utf8"), { fileName: source, compilerOptions: OPTIONS }).outputText;
}
