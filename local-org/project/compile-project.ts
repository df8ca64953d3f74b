/** From an SFDX folder to findings, and to a program that can run. */
import { loadCatalog } from "../apex/catalog/catalog.ts";
import { compareDiagnostics, type Diagnostic } from "../apex/syntax/diagnostics.ts";
import { checkProject } from "../apex/types/check-project.ts";
import type { BoundUnit } from "../apex/types/bound-tree.ts";
import { loadSchema } from "../data/schema/load-schema.ts";
import { findMetadataFiles, type MetadataFiles } from "../data/schema/metadata-files.ts";
import type { Schema } from "../data/schema/schema.ts";
import { readApexSources, type ApexSources } from "./apex-sources.ts";
import { readLabels } from "./labels.ts";
import { readOrgFeatures } from "./org-features.ts";
import { readProject, type Project } from "./project.ts";

export interface CheckSettings {
  /** Overrides the namespace of sfdx-project.json. */
  readonly namespace?: string | null;
  /** Whether the engine can run a library member; without it every member of the catalogue is accepted. */
  readonly isImplemented?: (member: string) => boolean;
}

export interface CheckedProject {
  readonly project: Project;
  readonly metadata: MetadataFiles;
  readonly schema: Schema;
  readonly labels: ReadonlyMap<string, string>;
  readonly sources: ApexSources;
  /** Files that are no Apex at all: their first fault. */
  readonly unreadable: readonly Diagnostic[];
  /** Everything else that is wrong, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Bound trees of all units; statements with findings throw when they are reached. */
  readonly bound: readonly BoundUnit[];
}

/** Visualforce pages of the project: what `Page.Name` may name. */
function pageNames({ files }: Project): ReadonlySet<string> {
  return new Set(files.flatMap((file) => /(?:^|\/)(\w+)\.page$/.exec(file)?.[1] ?? []));
}

/** Reads and checks a project. Throws InputError or MetadataError for what cannot be read. */
export function checkFolder(folder: string, settings: CheckSettings = {}): CheckedProject {
  const found = readProject(folder);
  const project = settings.namespace === undefined ? found : { ...found, namespace: settings.namespace };
  const sources = readApexSources(project);
  const metadata = findMetadataFiles(project);
  const labels = readLabels(metadata);
  const catalog = loadCatalog();
  const schema = loadSchema(catalog, project, { files: metadata, features: readOrgFeatures(project.folder) });
  const { bound, diagnostics } = checkProject({
    units: sources.units,
    schema,
    catalog,
    labels: new Set(labels.keys()),
    pages: pageNames(project),
    options: {
      namespace: project.namespace,
      apiVersions: sources.apiVersions,
      ...(settings.isImplemented === undefined ? {} : { isImplemented: settings.isImplemented }),
    },
  });
  return {
    project,
    metadata,
    schema,
    labels,
    sources,
    unreadable: sources.unreadable,
    diagnostics: [...sources.diagnostics, ...diagnostics].sort(compareDiagnostics),
    bound,
  };
}
