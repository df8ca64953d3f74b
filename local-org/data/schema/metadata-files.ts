/** Finds and reads the metadata files of an SFDX project. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml, XmlError } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** An SFDX project as far as its metadata goes. */
export interface MetadataProject {
  /** Folder of sfdx-project.json. */
  readonly folder: string;
  /** As in sfdx-project.json, relative to the folder. */
  readonly packageDirectories: readonly string[];
  readonly namespace: string | null;
  /** All files of the package directories, relative to the folder with `/`, sorted; absent: the folders are walked. */
  readonly files?: readonly string[];
}

export interface MetadataFile {
  /** Relative to the project folder, with `/`. */
  readonly path: string;
  /** Root element; the file is read when this is first asked for. */
  readonly root: () => XmlElement;
}

/** A metadata file that cannot be read: for the person who runs the command, not for a stack trace. */
export class MetadataError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}

export interface MetadataFiles {
  /** Files whose name ends with `.<suffix>-meta.xml`, in path order. */
  withSuffix(suffix: string): readonly MetadataFile[];
}

const SKIPPED_FOLDERS = ["node_modules", "__tests__", "lwc", "aura"];

/** The metadata files of all package directories. Throws MetadataError when a directory cannot be read. */
export function findMetadataFiles(project: MetadataProject): MetadataFiles {
  const bySuffix = new Map<string, MetadataFile[]>();
  for (const path of project.files ?? walk(project)) {
    const suffix = /\.(\w+)-meta\.xml$/.exec(path)?.[1];
    if (suffix === undefined || SKIPPED_FOLDERS.some((folder) => path.includes(`/${folder}/`))) continue;
    const files = bySuffix.get(suffix) ?? [];
    bySuffix.set(suffix, files);
    files.push(metadataFile(project.folder, path));
  }
  return { withSuffix: (suffix) => bySuffix.get(suffix) ?? [] };
}

function walk(project: MetadataProject): readonly string[] {
  const paths = new Set<string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(project.folder, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) paths.add(path);
      else if (!SKIPPED_FOLDERS.includes(entry.name) && !entry.name.startsWith(".")) visit(path);
    }
  };
  for (const directory of project.packageDirectories) {
    try {
      visit(directory);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new MetadataError("sfdx-project.json", 1, `package directory ${directory} cannot be read: ${reason}`);
    }
  }
  return [...paths].sort();
}

function metadataFile(folder: string, path: string): MetadataFile {
  let root: XmlElement | undefined;
  return {
    path,
    root: () => {
      root ??= readXml(join(folder, path), path);
      return root;
    },
  };
}

function readXml(path: string, shown: string): XmlElement {
  try {
    return parseXml(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof XmlError) throw new MetadataError(shown, error.line, error.message);
    throw error;
  }
}

/** `Name` of `.../Name.suffix-meta.xml`. */
export function fileStem(file: MetadataFile): string {
  return file.path.replace(/^.*\//, "").replace(/\.\w+-meta\.xml$/, "");
}
