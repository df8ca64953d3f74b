import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { ENGINE_FACES, ENGINE_LAYERS } from "./engine-layers.ts";
import type { CheckResult, Finding } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

/**
 * The local org imports nothing of the package and the package nothing of the local org, and inside the local org each part
 * imports only the parts below it.
 */
export function checkEngineDirection(root: string): CheckResult {
  const files = ["local-org", "scripts", "tests", "force-app"].flatMap((folder) =>
    projectFiles(root, folder, (path) => /\.(ts|mjs)$/.test(path)),
  );
  const findings = files.flatMap((file) => [...checkPlace(file), ...importsOf(root, file).flatMap((entry) => checkImport(file, entry))]);
  return { subjects: files.length, findings };
}

function checkPlace(file: string): Finding[] {
  return topOf(file) !== "local-org" || partOf(file) !== undefined
    ? []
    : [{ file, message: "lies in no part of the local org that scripts/checks/engine-layers.ts names" }];
}

interface Import {
  readonly target: string;
  readonly line: number;
}

function importsOf(root: string, file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }): Import[] => {
    const line = text.slice(0, pos).split("\n").length;
    return fileName.startsWith(".") ? [{ target: posix.normalize(posix.join(posix.dirname(file), fileName)), line }] : [];
  });
}

function checkImport(file: string, { target, line }: Import): Finding[] {
  const refuse = (message: string): Finding[] => [{ file, line, message }];
  const [from, to] = [topOf(file), topOf(target)];
  const isTest = /(\.test|-fixture)\.ts$/.test(file);
  if (from === "local-org" && to !== "local-org" && !(isTest && to === "scripts")) return refuse(`the local org may not import ${target}`);
  if (from === "force-app" && to !== "force-app") return refuse(`the package may not import ${target}`);
  if (from !== "local-org" || isTest) return [];
  const [part, used] = [partOf(file), partOf(target)];
  if (part === undefined || used === undefined || part === used) return [];
  const allowed = ENGINE_LAYERS[part] ?? [...Object.keys(ENGINE_LAYERS), ...(ENGINE_FACES[part] ?? [])];
  return allowed.includes(used) ? [] : refuse(`${part} may not import ${used}`);
}

function topOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** `apex/emit` for `local-org/apex/emit/x.ts`, `testing` for `local-org/testing/x.ts`; undefined for what lies in none. */
function partOf(path: string): string | undefined {
  if (/^local-org\/salesforce\/ui-api\/wire(\.ts$|\/)/.test(path)) return "salesforce/ui-api/wire";
  const [, first = "", second = ""] = path.split("/");
  if (first === "bin") return "cli";
  const part = first === "apex" || first === "data" ? `${first}/${second}` : first;
  return part in ENGINE_LAYERS || part in ENGINE_FACES ? part : undefined;
}
