import { createRequire } from "node:module";

/** A deployable type of metadata, or a child type that source format keeps in a file of its own. */
export interface RegistryType {
  readonly name: string;
  readonly suffix?: string;
  readonly directoryName: string;
}

interface RawRegistry {
  readonly types: Readonly<
    Record<string, RegistryType & { readonly children?: { readonly types: Readonly<Record<string, RegistryType>> } }>
  >;
}

/** Suffixes of the bundles, whose registry entries have none. */
const BUNDLE_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["js", "LightningComponentBundle"],
  ["cmp", "AuraDefinitionBundle"],
  ["design", "AuraDefinitionBundle"],
  ["evt", "AuraDefinitionBundle"],
  ["intf", "AuraDefinitionBundle"],
]);

const registry = createRequire(import.meta.url)("@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json") as RawRegistry;
const all = Object.values(registry.types).flatMap((type) => [type, ...Object.values(type.children?.types ?? {})]);

/**
 * The names of the types that a metadata file may hold, by its path; empty when Salesforce's tools know no such file.
 * The root element must have one of these names.
 */
export function typesOfFile(path: string): string[] {
  const suffix = /\.([A-Za-z]+)-meta\.xml$/.exec(path)?.[1];
  if (suffix === undefined) return [];
  if (suffix === "app" && path.includes("/aura/")) return ["AuraDefinitionBundle"];
  const bundle = BUNDLE_SUFFIXES.get(suffix);
  if (bundle !== undefined) return [bundle];
  if (suffix === "settings") return [`${/([A-Za-z0-9]+)\.settings-meta\.xml$/.exec(path)?.[1] ?? ""}Settings`];
  const names = all.filter((type) => type.suffix === suffix).map((type) => type.name);
  return names.includes("CustomLabels") ? ["CustomLabels"] : names;
}
