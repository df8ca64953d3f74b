/** For unit tests: a project of a few metadata files in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadCatalog } from "../../apex/catalog/catalog.ts";
import { loadSchema } from "./load-schema.ts";
import type { SchemaOptions } from "./load-schema.ts";
import type { MetadataProject } from "./metadata-files.ts";
import type { Schema } from "./schema.ts";

/** Contents by path below `force-app`. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** Writes the files, gives the project to `use`, and removes the folder. */
export function withProject<Result>(
  files: ProjectFiles,
  use: (project: MetadataProject) => Result,
  namespace: string | null = null,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "metadata-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, "force-app", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    mkdirSync(join(folder, "force-app"), { recursive: true });
    return use({ folder, packageDirectories: ["force-app"], namespace });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The schema of such a project; all its files are read before they are removed. */
export function schemaOf(files: ProjectFiles, options: SchemaOptions & { readonly namespace?: string } = {}): Schema {
  return withProject(files, (project) => loadSchema(loadCatalog(), project, options), options.namespace ?? null);
}

/** `<CustomField>...</CustomField>` at the path of that field. */
export function fieldFile(object: string, name: string, inside: string): ProjectFiles {
  return {
    [`main/objects/${object}/fields/${name}.field-meta.xml`]: `<CustomField><fullName>${name}</fullName><label>${name.replace("__c", "")}</label>${inside}</CustomField>`,
  };
}

export function objectFile(name: string, inside = ""): ProjectFiles {
  return { [`main/objects/${name}/${name}.object-meta.xml`]: `<CustomObject>${inside}</CustomObject>` };
}
