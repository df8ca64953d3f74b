/** All pages of a project, checked as a deployment would. */
import type { Diagnostic } from "../../apex/syntax/diagnostics.ts";
import { fileStem, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { Schema } from "../../data/schema/schema.ts";
import type { BoundUnit } from "../../apex/types/bound-tree.ts";
import { readProjectFile, type Project } from "../../project/project.ts";
import { readStaticResources } from "../resources/static-resources.ts";
import type { MergeNames } from "./check-merge.ts";
import { PageTypes } from "./page-controller.ts";
import { faultDiagnostic, PageFault } from "./page-position.ts";
import { readPage, type VisualforcePage } from "./page.ts";

export interface VisualforcePages {
  /** By name in any case, with or without the namespace. */
  find(name: string): VisualforcePage | undefined;
  readonly faults: readonly Diagnostic[];
}

/** What of a checked project the pages need. */
export interface PageSources {
  readonly project: Project;
  readonly metadata: MetadataFiles;
  readonly schema: Schema;
  readonly labels: ReadonlyMap<string, string>;
  readonly bound: readonly BoundUnit[];
}

const PAGE_FILE = /(?:^|\/)(\w+)\.page$/;

/** Reads and checks them all; the first fault of each page is told. Throws InputError or MetadataError for what cannot be read. */
export function readPages(sources: PageSources): VisualforcePages {
  const { project } = sources;
  const files = project.files.filter((file) => PAGE_FILE.test(file));
  const pages = new Map<string, VisualforcePage>();
  const faults: Diagnostic[] = [];
  if (files.length > 0) {
    const names = mergeNames(sources, files);
    for (const file of files) {
      try {
        const page = readPage(nameOf(file), readProjectFile(project, file), names);
        pages.set(page.name.toLowerCase(), page);
      } catch (error) {
        if (!(error instanceof PageFault)) throw error;
        faults.push(faultDiagnostic(file, error));
      }
    }
  }
  const prefix = project.namespace === null ? null : `${project.namespace.toLowerCase()}__`;
  return {
    faults,
    find: (name) => {
      const wanted = name.toLowerCase();
      return pages.get(wanted) ?? (prefix !== null && wanted.startsWith(prefix) ? pages.get(wanted.slice(prefix.length)) : undefined);
    },
  };
}

function nameOf(file: string): string {
  return PAGE_FILE.exec(file)?.[1] ?? "";
}

function mergeNames({ project, metadata, schema, labels, bound }: PageSources, files: readonly string[]): Omit<MergeNames, "controller"> {
  return {
    types: new PageTypes(bound, schema),
    schema,
    resources: readStaticResources(project, metadata),
    labels: new Set([...labels.keys()].map((name) => name.toLowerCase())),
    customPermissions: new Set(metadata.withSuffix("customPermission").map((file) => fileStem(file).toLowerCase())),
    pages: new Set(files.map((file) => nameOf(file).toLowerCase())),
    namespace: project.namespace?.toLowerCase() ?? null,
  };
}
