import { loadCatalog } from "../apex/catalog/catalog.ts";
import type { Diagnostic } from "../apex/syntax/diagnostics.ts";
import { checkProject } from "../apex/types/check-project.ts";
import { loadSchema } from "../data/schema/load-schema.ts";
import { readApexSources } from "../project/apex-sources.ts";
import { readProject } from "../project/project.ts";

/** Everything that our own compiler refuses in an SFDX folder. */
export function checkFolder(folder: string, labels: ReadonlySet<string>): Diagnostic[] {
  const project = readProject(folder);
  const catalog = loadCatalog();
  const { units, apiVersions, diagnostics, unreadable } = readApexSources(project);
  const schema = loadSchema(catalog, project);
  const checked = checkProject({ units, schema, catalog, labels, options: { apiVersions } });
  return [...diagnostics, ...unreadable, ...checked.diagnostics];
}
