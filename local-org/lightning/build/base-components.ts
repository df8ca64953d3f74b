/** What the package lightning-base-components holds: its modules by the names that code imports. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./package-folder.ts";

export interface BaseComponents {
  /** Absolute. */
  readonly folder: string;
  /** Names that components may use: `lightning/button`. */
  readonly exposed: readonly string[];
  /** The file of a module, or null: `lightning/button`, `@salesforce/label/LightningInput.required`. */
  fileOf(id: string): string | null;
}

/** CSS may be the entry of a module too (`lightning/sldsCommon`). */
const ENTRIES = [".js", ".css"];

/** Modules that the package imports and forgot to bring along; both only answer "not on this device". */
export const FORGOTTEN_MODULES: ReadonlySet<string> = new Set(["lightning/mobileCapabilities", "lightning/primitiveUtils"]);

/** Reads the package's description. */
export function readBaseComponents(): BaseComponents {
  const folder = packageFolder("lightning-base-components");
  const { modules, expose } = readDescription(folder);
  const files = new Map(modules.map(({ name, path }) => [name, join(folder, path)]));
  for (const name of readdirSync(join(folder, "src", "lightning"))) {
    const entry = ENTRIES.map((suffix) => join(folder, "src", "lightning", name, name + suffix)).find((file) => existsSync(file));
    if (entry !== undefined) files.set(`lightning/${name}`, entry);
  }
  return { folder, exposed: expose.filter((id) => files.has(id)), fileOf: (id) => files.get(id) ?? null };
}

function readDescription(folder: string): { modules: { name: string; path: string }[]; expose: string[] } {
  const description = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    lwc: { modules: readonly { name?: string; path?: string }[]; expose: readonly string[] };
  };
  const modules = description.lwc.modules.flatMap(({ name, path }) => (name === undefined || path === undefined ? [] : [{ name, path }]));
  return { modules, expose: [...description.lwc.expose] };
}
