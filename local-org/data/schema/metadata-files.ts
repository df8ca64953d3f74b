/** Finds and reads the metadata files of an SFDX project. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseXml, XmlError } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** An SFDX project as far as its metadata goes. */
export interface MetadataProject {
  /** Folder of sfdx-project.json. */
  readonly folder: string;
  /** As in sfdx-project.json, relative to the folder. */
  readonly packageDirectories: readonly string[];
  readonly namespace: string | null;
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

const SKIPPED_FOLDERS = new Set(["node_modules", "__tests__", "lwc", "aura", "staticresources"]);

/** Walks all package directories once. Throws MetadataError when one cannot be read. */
export function findMetadataFiles(project: MetadataProject): MetadataFiles {
  const bySuffix = new Map<string, MetadataFile[]>();
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    if (seen.has(folder)) return;
    seen.add(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !entry.name.startsWith(".")) visit(path);
        continue;
      }
      const suffix = /\.(\w+)-meta\.xml$/.exec(entry.name)?.[1];
      if (suffix === undefined) continue;
      const files = bySuffix.get(suffix) ?? [];
      bySuffix.set(suffix, files);
      files.push(metadataFile(project.folder, path));
    }
  };
  for (const directory of project.packageDirectories) {
    try {
      visit(join(project.folder, directory));
    } catch (error) {
      throw new MetadataError(
        "sfdx-project.json",
        1,
        `package directory ${directory} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return { withSuffix: (suffix) => bySuffix.get(suffix) ?? [] };
}

function metadataFile(folder: string, path: string): MetadataFile {
  let root: XmlElement | undefined;
  const shown = relative(folder, path).replaceAll("\\", "/");
  return {
    path: shown,
    root: () => {
      root ??= readXml(path, shown);
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
