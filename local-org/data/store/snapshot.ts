/** The records of a store as JSON text, so that an org outlives its process. */
import { ApexBlob } from "../../apex/runtime/blob.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { Row, Store } from "./store.ts";

/** Values that JSON has; every other is an object with one key, its kind: `{"decimal":"1.10"}`. */
type JsonValue = null | boolean | number | string | { readonly [kind: string]: string | number };

interface Snapshot {
  readonly format: 1;
  readonly counters: Readonly<Record<string, number>>;
  readonly objects: Readonly<Record<string, { readonly rows: readonly JsonRow[]; readonly deleted: readonly JsonRow[] }>>;
}

type JsonRow = Readonly<Record<string, JsonValue>>;

/** A snapshot that cannot be read; the message says why. */
export class SnapshotError extends Error {}

/** Everything in the store, recycle bin and counters included. */
export function exportSnapshot(store: Store): string {
  const objects: Record<string, { rows: JsonRow[]; deleted: JsonRow[] }> = {};
  for (const table of store.tables()) {
    objects[table.schema.name] = { rows: [...table.rows()].map(encodeRow), deleted: [...table.deletedRows()].map(encodeRow) };
  }
  const snapshot: Snapshot = { format: 1, counters: Object.fromEntries(store.counters()), objects };
  return JSON.stringify(snapshot);
}

/** What a snapshot holds, decoded. */
export interface StoredRows {
  readonly counters: ReadonlyMap<string, number>;
  /** By object, in the order in which they were made; `deleted` lie in the recycle bin. */
  readonly objects: ReadonlyMap<string, { readonly rows: readonly Row[]; readonly deleted: readonly Row[] }>;
}

/** Reads what `exportSnapshot` gave. Throws SnapshotError. */
export function parseSnapshot(text: string): StoredRows {
  const { counters, objects } = readSnapshot(text);
  const decoded = Object.entries(objects).map(
    ([object, { rows, deleted }]) => [object, { rows: rows.map(decodeRow), deleted: deleted.map(decodeRow) }] as const,
  );
  return { counters: new Map(Object.entries(counters)), objects: new Map(decoded) };
}

function readSnapshot(text: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SnapshotError("it is not JSON");
  }
  if (!isSnapshot(value)) throw new SnapshotError("it is not a snapshot of records, format 1");
  return value;
}

function isSnapshot(value: unknown): value is Snapshot {
  return (
    isObject(value) &&
    value["format"] === 1 &&
    isObject(value["counters"]) &&
    isObject(value["objects"]) &&
    Object.values(value["objects"]).every(isTable)
  );
}

function isTable(value: unknown): boolean {
  return isObject(value) && [value["rows"], value["deleted"]].every((rows) => Array.isArray(rows) && rows.every(isObject));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function encodeRow(row: Row): JsonRow {
  return Object.fromEntries([...row].map(([name, value]) => [name, encode(value)]));
}

function encode(value: ApexValue): JsonValue {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "bigint") return { long: String(value) };
  if (value instanceof Decimal) return { decimal: value.toPlainString() };
  if (value instanceof ApexDouble) return { double: value.value };
  if (value instanceof ApexDate) return { date: value.days };
  if (value instanceof ApexDatetime) return { datetime: value.millis };
  if (value instanceof ApexTime) return { time: value.millis };
  if (value instanceof ApexBlob) return { blob: Buffer.from(value.bytes).toString("base64") };
  throw new Error(`a row cannot hold ${value.constructor.name}`);
}

function decodeRow(row: JsonRow): Row {
  return new Map(Object.entries(row).map(([name, value]) => [name, decode(name, value)]));
}

function decode(name: string, value: JsonValue): ApexValue {
  if (typeof value !== "object" || value === null) return value;
  const [[kind, content] = ["", ""]] = Object.entries(value);
  const decoded = typeof content === "number" ? decodeNumber(kind, content) : decodeText(kind, content);
  if (decoded === null) throw new SnapshotError(`${name} has a value of an unknown kind: ${JSON.stringify(value)}`);
  return decoded;
}

function decodeNumber(kind: string, content: number): ApexValue {
  switch (kind) {
    case "double":
      return new ApexDouble(content);
    case "date":
      return new ApexDate(content);
    case "datetime":
      return new ApexDatetime(content);
    case "time":
      return new ApexTime(content);
    default:
      return null;
  }
}

function decodeText(kind: string, content: string): ApexValue {
  switch (kind) {
    case "long":
      return /^-?\d+$/.test(content) ? BigInt(content) : null;
    case "decimal":
      return Decimal.parse(content);
    case "blob":
      return new ApexBlob(Uint8Array.from(Buffer.from(content, "base64")));
    default:
      return null;
  }
}
