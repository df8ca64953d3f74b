/** The Apex files of a project, parsed, with their API versions. */
import { parseUnit } from "../apex/syntax/parse.ts";
import type { SourceUnit } from "../apex/syntax/ast.ts";
import type { Diagnostic } from "../apex/syntax/diagnostics.ts";
import { parseXml, textOf, XmlError } from "../data/schema/xml.ts";
import { InputError } from "./input-error.ts";
import { readProjectFile, type Project } from "./project.ts";

/** What a class gets when neither its -meta.xml nor the project names a version. */
const DEFAULT_API_VERSION = 67;

export interface ApexSources {
  readonly units: readonly SourceUnit[];
  /** Source text by file. */
  readonly texts: ReadonlyMap<string, string>;
  /** API version by file. */
  readonly apiVersions: ReadonlyMap<string, number>;
  /** Faults of form; a unit with such faults is in `units` when it could be read past them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are no Apex at all: their first fault. */
  readonly unreadable: readonly Diagnostic[];
}

/** Parses all classes and triggers. Throws InputError for a -meta.xml that is no XML. */
export function readApexSources(project: Project): ApexSources {
  const units: SourceUnit[] = [];
  const texts = new Map<string, string>();
  const apiVersions = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const unreadable: Diagnostic[] = [];
  const present = new Set(project.files);
  for (const file of project.files) {
    if (!/\.(cls|trigger)$/i.test(file)) continue;
    apiVersions.set(file, present.has(`${file}-meta.xml`) ? apiVersionOf(project, `${file}-meta.xml`) : fallbackVersion(project));
    const text = readProjectFile(project, file);
    texts.set(file, text);
    const result = parseUnit(file, text);
    if (result.ok) units.push(result.unit);
    else if (result.tree !== null) {
      units.push(result.tree.unit);
      diagnostics.push(...result.diagnostics);
    } else unreadable.push(...result.diagnostics.slice(-1));
  }
  return { units, texts, apiVersions, diagnostics, unreadable };
}

function fallbackVersion({ sourceApiVersion }: Project): number {
  return sourceApiVersion ?? DEFAULT_API_VERSION;
}

function apiVersionOf(project: Project, file: string): number {
  try {
    const version = Number.parseFloat(textOf(parseXml(readProjectFile(project, file)), "apiVersion") ?? "");
    return Number.isNaN(version) ? fallbackVersion(project) : version;
  } catch (error) {
    if (error instanceof XmlError) throw new InputError(file, `line ${error.line}: ${error.message}`);
    throw error;
  }
}
