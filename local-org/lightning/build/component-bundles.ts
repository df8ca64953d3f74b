/** Where the source of Lightning web components lies: the local org's own modules and the bundles of a project. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../project/project.ts";

export interface ComponentBundle {
  readonly namespace: string;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Belongs to the project, so Lightning Web Security applies; false for the local org's own modules. */
  readonly isProjects: boolean;
}

/** TypeScript first: the `.js` beside it is what a build made of it, maybe an older state. */
const ENTRY_SUFFIXES = [".ts", ".js", ".css"];

/** The local org's own modules: `local-org/lightning/browser/modules/<namespace>/<name>/`. */
export const PLATFORM_MODULES_FOLDER = join(import.meta.dirname, "..", "browser", "modules");

/** What imports call a bundle: `c/callPanel`. */
export function bundleId(bundle: ComponentBundle): string {
  return `${bundle.namespace}/${bundle.name}`;
}

/** The file that stands for a bundle, or null: a folder without one is no bundle. */
export function entryFile({ folder, name }: ComponentBundle): string | null {
  return ENTRY_SUFFIXES.map((suffix) => join(folder, name + suffix)).find((file) => existsSync(file)) ?? null;
}

/** True when the bundle is drawn: it has a template. */
export function isComponent({ folder, name }: ComponentBundle): boolean {
  return existsSync(join(folder, `${name}.html`));
}

/** The local org's own bundles. */
export function platformBundles(): ComponentBundle[] {
  return foldersIn(PLATFORM_MODULES_FOLDER).flatMap((namespace) =>
    foldersIn(join(PLATFORM_MODULES_FOLDER, namespace)).map((name) => ({
      namespace,
      name,
      folder: join(PLATFORM_MODULES_FOLDER, namespace, name),
      isProjects: false,
    })),
  );
}

/** Bundles of every `lwc` folder of the project's package directories, all in namespace `c`. Throws InputError when there is no project. */
export function projectBundles(folder: string): ComponentBundle[] {
  const project = readProject(folder);
  const folders = new Map<string, string>();
  for (const file of project.files) {
    const found = /^(?:.*\/)?lwc\/([A-Za-z][A-Za-z0-9_]*)\//.exec(file);
    if (found?.[1] !== undefined) folders.set(join(project.folder, found[0]), found[1]);
  }
  return [...folders].map(([path, name]) => ({ namespace: "c", name, folder: path.replace(/[\\/]$/, ""), isProjects: true }));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"))
    .map(({ name }) => name)
    .sort();
}
