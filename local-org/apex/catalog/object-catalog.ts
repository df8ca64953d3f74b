/** Standard objects of the catalogue: the stubs' and what is known by hand. Lines are decoded when they are asked for. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ObjectEntry, ObjectOverlay } from "./catalog-format.ts";
import { decodeObject } from "./catalog-object.ts";
import type { CatalogObject } from "./catalog-object.ts";

export interface ObjectCatalog {
  /** A standard object of the stubs, in any case. */
  object(name: string): CatalogObject | undefined;
  /** What is known by hand about a standard object, in any case; it may be one that the stubs lack. */
  objectOverlay(name: string): ObjectOverlay | undefined;
  /** First three characters of the ids of standard objects, where they are known, by object name. */
  keyPrefixes(): ReadonlyMap<string, string>;
  /** Names of all standard objects, by lower-case name. */
  objectNames(): ReadonlyMap<string, string>;
}

const GENERATED = join(import.meta.dirname, "generated", "objects.jsonl");
const OVERLAY = join(import.meta.dirname, "overlay");
const LINE_START = '{"name":"';

interface Line {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function objectCatalog(): ObjectCatalog {
  const stubs = once(readStubs);
  const overlayFiles = once(
    () => new Map(readdirSync(join(OVERLAY, "objects")).map((file) => [stem(file).toLowerCase(), stem(file)] as const)),
  );
  const objects = new Map<string, CatalogObject | undefined>();
  const overlays = new Map<string, ObjectOverlay | undefined>();
  return {
    object(name) {
      const lowerName = name.toLowerCase();
      if (!objects.has(lowerName)) {
        const { text, lines } = stubs();
        const line = lines.get(lowerName);
        objects.set(lowerName, line === undefined ? undefined : decodeObject(JSON.parse(text.slice(line.start, line.end)) as ObjectEntry));
      }
      return objects.get(lowerName);
    },
    objectOverlay(name) {
      const lowerName = name.toLowerCase();
      if (!overlays.has(lowerName)) overlays.set(lowerName, readOverlay(overlayFiles().get(lowerName)));
      return overlays.get(lowerName);
    },
    keyPrefixes: once(readKeyPrefixes),
    objectNames: once(() => new Map([...overlayFiles(), ...[...stubs().lines].map(([lowerName, { name }]) => [lowerName, name] as const)])),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const stem = (file: string): string => file.slice(0, -".json".length);

/** The file's text and where each object's line is, by lower-case name. */
function readStubs(): { readonly text: string; readonly lines: ReadonlyMap<string, Line> } {
  const text = readFileSync(GENERATED, "latin1");
  const lines = new Map<string, Line>();
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const nameStart = start + LINE_START.length;
    const name = text.slice(nameStart, text.indexOf('"', nameStart));
    lines.set(name.toLowerCase(), { name, start, end });
    start = end + 1;
  }
  return { text, lines };
}

/** The overlay files are written by hand and checked by a test. */
function readOverlay(name: string | undefined): ObjectOverlay | undefined {
  return name === undefined ? undefined : (JSON.parse(readFileSync(join(OVERLAY, "objects", `${name}.json`), "utf8")) as ObjectOverlay);
}

function readKeyPrefixes(): ReadonlyMap<string, string> {
  const file = JSON.parse(readFileSync(join(OVERLAY, "key-prefixes.json"), "utf8")) as { prefixes: Record<string, string> };
  return new Map(Object.entries(file.prefixes));
}
