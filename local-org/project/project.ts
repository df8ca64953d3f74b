/** An SFDX folder: which files belong to it, and its settings. Nothing is parsed here but sfdx-project.json. */
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { InputError } from "./input-error.ts";

export interface Project {
  /** Absolute. */
  readonly folder: string;
  /** Prefix of the project's own names, or null. */
  readonly namespace: string | null;
  /** As in sfdx-project.json, relative to the folder. */
  readonly packageDirectories: readonly string[];
  /** API version for files that name none themselves (`67.0` gives 67); null when the project does not say. */
  readonly sourceApiVersion: number | null;
  /** All files of all package directories, relative to the folder with `/`, sorted. */
  readonly files: readonly string[];
}

const DESCRIPTION = "sfdx-project.json";
const SKIPPED_FOLDERS = new Set(["node_modules", "__tests__", ".git", ".sf", ".sfdx"]);

/** Reads an SFDX folder. Throws InputError when there is none. */
export function readProject(folder: string): Project {
  const root = resolve(folder);
  if (!isFolder(root)) throw new InputError(folder, "no such folder");
  const description = readDescription(root);
  const directories = packageDirectories(description);
  const files = directories.flatMap((path) => {
    const directory = join(root, path);
    if (!isFolder(directory)) throw new InputError(DESCRIPTION, `package directory ${path} does not exist`);
    return filesIn(directory, root);
  });
  const version = Number.parseFloat(textOf(description, "sourceApiVersion") ?? "");
  return {
    folder: root,
    packageDirectories: directories,
    namespace: textOf(description, "namespace") ?? null,
    sourceApiVersion: Number.isNaN(version) ? null : version,
    files: [...new Set(files)].sort(),
  };
}

/** Text of a file of the project. Throws InputError when it cannot be read. */
export function readProjectFile(project: Project, file: string): string {
  try {
    return readFileSync(join(project.folder, file), "utf8");
  } catch (error) {
    throw new InputError(file, error instanceof Error ? error.message : String(error));
  }
}

function readDescription(root: string): object {
  let text: string;
  try {
    text = readFileSync(join(root, DESCRIPTION), "utf8");
  } catch {
    throw new InputError(DESCRIPTION, `not found in ${root}: not an SFDX project`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InputError(DESCRIPTION, `not readable as JSON: ${error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : ""}`);
  }
  if (typeof value !== "object" || value === null) throw new InputError(DESCRIPTION, "not a JSON object");
  return value;
}

function packageDirectories(description: object): string[] {
  const directories: unknown = Reflect.get(description, "packageDirectories");
  if (!Array.isArray(directories) || directories.length === 0) throw new InputError(DESCRIPTION, "names no packageDirectories");
  return directories.map((entry: unknown) => {
    const path = typeof entry === "object" && entry !== null ? textOf(entry, "path") : undefined;
    if (path === undefined) throw new InputError(DESCRIPTION, "a package directory has no path");
    return path.replaceAll("\\", "/");
  });
}

function textOf(object: object, key: string): string | undefined {
  const value: unknown = Reflect.get(object, key);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(directory: string, root: string): string[] {
  const result: string[] = [];
  const visit = (at: string): void => {
    for (const entry of entriesOf(at, root)) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) visit(path);
      } else result.push(relative(root, path).split(sep).join("/"));
    }
  };
  visit(directory);
  return result;
}

function entriesOf(directory: string, root: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    throw new InputError(relative(root, directory), error instanceof Error ? error.message : String(error));
  }
}
