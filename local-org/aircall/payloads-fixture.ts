/** Sample bodies of Aircall, and how they are compared with the stand-in's own. */
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../tests/fixtures/payloads/", import.meta.url);

/** A sample by its file name without `.json`. */
export function payload(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as unknown;
}

/**
 * The shape of a JSON value: every path with its type, in order; lists by their first item, `null` for anything that is null.
 * Objects below a key in `opaque` count as `object`.
 */
export function shapeOf(value: unknown, opaque: readonly string[] = [], path = ""): string[] {
  if (value === null) return [`${path}: null`];
  if (Array.isArray(value)) return value.length === 0 ? [`${path}: []`] : shapeOf(value[0], opaque, `${path}[]`);
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === "" ? key : `${path}.${key}`;
    return opaque.includes(key) ? [`${place}: opaque`] : shapeOf(inner, opaque, place);
  });
}
