import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "../steps/run-command.ts";
import overlay from "./apex-ls-overlay.json" with { type: "json" };
import type { CheckResult, Finding } from "./finding.ts";
import { projectFiles } from "./project-files.ts";

export interface ApexLsOptions {
  /** The Java program, as `findJava` gives it. */
  readonly java: string;
  /** Warnings (a local that hides a field) count too. */
  readonly warnings: boolean;
}

interface Issue {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly category: string;
  readonly message: string;
}

const jars = join(dirname(fileURLToPath(import.meta.resolve("@salesforce/code-analyzer-pmd-engine"))), "java-lib", "*");

/**
 * All Apex of an SFDX folder through apex-ls, the checker of the JVM inside the PMD engine.
 *
 * It looks past unknown fields of standard objects that the folder extends, so a second pass reads a copy without these
 * extensions; what that pass misses of the folder's own custom fields is expected.
 *
 * @throws when apex-ls itself fails
 */
export async function checkApexLs(folder: string, options: ApexLsOptions): Promise<CheckResult> {
  const sources = packageFolders(folder).flatMap((path) => projectFiles(folder, path, (file) => /\.(cls|trigger)$/.test(file)));
  if (sources.length === 0) return { subjects: 0, findings: [] };
  const [direct, plain] = await Promise.all([run(folder, options), runWithoutExtensions(folder, options)]);
  const seen = new Set<string>();
  const findings = [...direct, ...plain].filter((issue) => {
    const key = `${issue.file}:${issue.line}:${issue.column}:${issue.message}`;
    return isAccepted(issue) || seen.has(key) ? false : seen.add(key);
  });
  return { subjects: sources.length, findings };
}

/** Objects that the stubs lack are listed in the overlay with the reason. */
function isAccepted({ message }: Finding): boolean {
  const missing = /^No type declaration found for '(?:List<)?(?:Schema\.)?(\w+)>?'$/.exec(message)?.[1];
  return missing !== undefined && missing in overlay.objects;
}

async function runWithoutExtensions(folder: string, options: ApexLsOptions): Promise<Issue[]> {
  const isExtension = (path: string): boolean => /\/objects\/(?!\w*__)\w+(\/|$)/.test(path);
  const ownFields = new Set(projectFiles(folder, ".", (path) => isExtension(path) && path.endsWith(".field-meta.xml")).map(fieldName));
  if (ownFields.size === 0) return [];
  const copy = mkdtempSync(join(tmpdir(), "apex-ls-"));
  try {
    for (const path of ["sfdx-project.json", ...packageFolders(folder)]) {
      cpSync(join(folder, path), join(copy, path), { recursive: true, filter: (source) => !isExtension(`/${relative(folder, source)}`) });
    }
    const issues = await run(copy, options);
    return issues.filter(({ message }) => {
      const field = /^Unknown field(?: or relationship)? '(\w+)'/i.exec(message)?.[1];
      return field === undefined || !ownFields.has(field);
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function fieldName(path: string): string {
  return basename(path).replace(".field-meta.xml", "");
}

function packageFolders(folder: string): string[] {
  const project = JSON.parse(readFileSync(join(folder, "sfdx-project.json"), "utf8")) as {
    readonly packageDirectories: readonly { readonly path: string }[];
  };
  return project.packageDirectories.map((entry) => entry.path).filter((path) => existsSync(join(folder, path)));
}

async function run(folder: string, { java, warnings }: ApexLsOptions): Promise<Issue[]> {
  const main = "io.github.apexdevtools.apexls.CheckForIssues";
  const result = await runCommand(folder, java, ["-cp", jars, main, "-n", "-d", warnings ? "warnings" : "errors", "-f", "json", "-w", "."]);
  if (result.code !== 0 && result.code !== 4) throw new Error(`apex-ls stopped with ${result.code}:\n${result.stdout}${result.stderr}`);
  const report = JSON.parse(result.stdout) as {
    readonly files: readonly {
      readonly path: string;
      readonly messages: readonly {
        readonly start: { readonly line: number; readonly offset: number };
        readonly category: string;
        readonly message: string;
      }[];
    }[];
  };
  return report.files.flatMap(({ path, messages }) =>
    messages.map(({ start, category, message }) => ({
      file: relative(folder, path),
      line: start.line,
      column: start.offset + 1,
      category,
      message: message.replaceAll(`${folder}/`, ""),
    })),
  );
}
