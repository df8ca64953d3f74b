/** The schema of an org that has this project deployed. */
import type { Catalog } from "../../apex/catalog/catalog.ts";
import { companionObject, HISTORY_PREFIX, SHARE_PREFIX } from "./companion-object.ts";
import { customKind, customObject, hasHistory, hasShares } from "./custom-object.ts";
import { findMetadataFiles } from "./metadata-files.ts";
import type { MetadataFiles, MetadataProject } from "./metadata-files.ts";
import type { ObjectMetadata } from "./object-metadata.ts";
import { SchemaBuild } from "./schema-build.ts";
import type { ObjectSchema, Schema } from "./schema.ts";
import { standardObject } from "./standard-object.ts";

export interface SchemaOptions {
  /** Features of the org as in a scratch org definition (`PersonAccounts`, `MultiCurrency`); absent: none. */
  readonly features?: readonly string[];
  /** Files already found, so that the folders are walked once. */
  readonly files?: MetadataFiles;
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** First letter of the prefixes given to custom objects, by kind. */
const CUSTOM_PREFIXES: Readonly<Record<ReturnType<typeof customKind>, string>> = {
  custom: "a",
  customSetting: "a",
  customMetadata: "m",
  platformEvent: "e",
};
/** Prefixes of standard objects whose own is not known begin with this; no Salesforce id does. */
const INVENTED = "z";

/** Reads the project's metadata. Throws MetadataError when a file cannot be read or says what no metadata can say. */
export function loadSchema(catalog: Catalog, project: MetadataProject, options: SchemaOptions = {}): Schema {
  const files = options.files ?? findMetadataFiles(project);
  const build = new SchemaBuild(catalog, files, project.namespace, options.features ?? []);
  const prefixes = customPrefixes(build);
  const objects = new Map<string, ObjectSchema | undefined>();
  let byPrefix: ReadonlyMap<string, string> | undefined;

  const make = (lowerName: string): ObjectSchema | undefined => {
    const metadata = build.metadata.get(lowerName);
    const customPrefix = metadata && prefixes.get(metadata.name);
    if (metadata !== undefined && customPrefix !== undefined) return customObject(metadata, customPrefix, build);
    const standardName = catalog.objectNames().get(lowerName);
    if (standardName !== undefined) return standardObject(standardName, standardPrefix(standardName, catalog), build);
    return companionObject(lowerName, build, object);
  };
  const find = (lowerName: string): ObjectSchema | undefined => {
    if (!objects.has(lowerName)) objects.set(lowerName, make(lowerName));
    return objects.get(lowerName);
  };
  const ownPrefix = project.namespace === null ? null : `${project.namespace.toLowerCase()}__`;
  function object(name: string): ObjectSchema | undefined {
    const lowerName = name.toLowerCase();
    const found = find(lowerName);
    if (found !== undefined || ownPrefix === null || !lowerName.startsWith(ownPrefix)) return found;
    return find(lowerName.slice(ownPrefix.length));
  }

  return {
    object,
    *objects() {
      for (const name of allNames(catalog, build)) {
        const found = object(name);
        if (found !== undefined) yield found;
      }
    },
    byKeyPrefix(prefix) {
      byPrefix ??= new Map([
        ...[...catalog.keyPrefixes(), ...prefixes].map(([name, own]) => [own, name] as const),
        ...companionPrefixes(build),
      ]);
      const name = byPrefix.get(prefix) ?? (prefix.startsWith(INVENTED) ? inventedOwner(prefix, catalog) : undefined);
      return name === undefined ? undefined : object(name);
    },
    namespace: project.namespace,
  };
}

/** `a00`, `a01` ... in name order, by object name. */
function customPrefixes(build: SchemaBuild): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const prefixes = new Map<string, string>();
  for (const metadata of build.customObjects()) {
    const letter = CUSTOM_PREFIXES[customKind(metadata, build)];
    const count = counts.get(letter) ?? 0;
    counts.set(letter, count + 1);
    prefixes.set(metadata.name, letter + twoDigits(count));
  }
  return prefixes;
}

const twoDigits = (count: number): string => (DIGITS[Math.floor(count / DIGITS.length)] ?? "") + (DIGITS[count % DIGITS.length] ?? "");

function standardPrefix(name: string, catalog: Catalog): string | null {
  const known = catalog.keyPrefixes().get(name);
  if (known !== undefined) return known;
  return INVENTED + twoDigits(inventedOrder(catalog).indexOf(name));
}

function inventedOwner(prefix: string, catalog: Catalog): string | undefined {
  return inventedOrder(catalog)[DIGITS.indexOf(prefix[1] ?? "") * DIGITS.length + DIGITS.indexOf(prefix[2] ?? "")];
}

let order: readonly string[] | undefined;

/** Standard objects in name order: their places make the invented prefixes. */
function inventedOrder(catalog: Catalog): readonly string[] {
  order ??= [...catalog.objectNames().values()].sort();
  return order;
}

/** Custom shares share one prefix, histories another: the first object stands for all. */
function companionPrefixes(build: SchemaBuild): [string, string][] {
  const first = (has: (metadata: ObjectMetadata, build: SchemaBuild) => boolean, prefix: string, suffix: string): [string, string][] => {
    const metadata = build.customObjects().find((candidate) => has(candidate, build));
    return metadata === undefined ? [] : [[prefix, metadata.name.replace(/__c$/i, suffix)]];
  };
  return [...first(hasShares, SHARE_PREFIX, "__Share"), ...first(hasHistory, HISTORY_PREFIX, "__History")];
}

function* allNames(catalog: Catalog, build: SchemaBuild): Iterable<string> {
  yield* catalog.objectNames().values();
  for (const metadata of build.customObjects()) {
    yield metadata.name;
    if (customKind(metadata, build) !== "custom") continue;
    const base = metadata.name.replace(/__c$/i, "");
    yield* [`${base}__Share`, `${base}__History`, `${base}__ChangeEvent`];
  }
}
