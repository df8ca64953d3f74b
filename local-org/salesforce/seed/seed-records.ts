/**
 * Records of demo data: `records/*.json`, read in the order of their names, each in the form of `sf data import tree`:
 * `{"records": [{"attributes": {"type": "Contact", "referenceId": "jordan"}, "LastName": "Marsh", "AccountId": "@northwind"}]}`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../../project/input-error.ts";
import { fillPlaceholders, type SeedMoment } from "./seed-texts.ts";

export interface SeedRecord {
  /** `contacts.json, record 3`: for messages. */
  readonly place: string;
  /** API name of the object. */
  readonly type: string;
  /** Name by which later records refer to it, or null. */
  readonly referenceId: string | null;
  /** Field values as in the REST API; texts that begin with `@` are references. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** All records of a demo folder, in order; none when it has no `records`. Throws InputError for a file that is not of this form. */
export function readSeedRecords(folder: string, moment: SeedMoment): SeedRecord[] {
  const records = join(folder, "records");
  if (!existsSync(records)) return [];
  const files = readdirSync(records)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return files.flatMap((name) => readFile(join(records, name), moment));
}

function readFile(path: string, moment: SeedMoment): SeedRecord[] {
  let content: unknown;
  try {
    content = JSON.parse(fillPlaceholders(readFileSync(path, "utf8"), moment));
  } catch (error) {
    throw new InputError(path, error instanceof Error ? error.message : String(error));
  }
  const list = property(content, "records");
  if (!Array.isArray(list)) throw new InputError(path, 'expected {"records": [...]}');
  return list.map((one: unknown, at) => readRecord(path, at, one));
}

function readRecord(path: string, at: number, record: unknown): SeedRecord {
  const place = `${basename(path)}, record ${at + 1}`;
  const attributes = property(record, "attributes");
  const type = property(attributes, "type");
  const referenceId = property(attributes, "referenceId") ?? null;
  if (
    typeof record !== "object" ||
    record === null ||
    typeof type !== "string" ||
    (referenceId !== null && typeof referenceId !== "string")
  )
    throw new InputError(path, `${place}: expected {"attributes": {"type": "<object>", "referenceId": "<name>"}, ...}`);
  const fields = Object.fromEntries(Object.entries(record).filter(([name]) => name !== "attributes"));
  return { place, type, referenceId, fields };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
