/** The two files in which a data folder keeps an org: its records, and what is needed to put them into a newer deployment. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportSnapshot, parseSnapshot, SnapshotError, type StoredRows } from "../../data/store/snapshot.ts";
import { InputError } from "../../project/input-error.ts";
import type { Org } from "../../transaction/org.ts";

const RECORDS = "records.json";
const ORG = "org.json";
const FORMAT = 1;

export interface SavedOrg {
  /** Ids of the rows that the deployment made, not people. */
  readonly deployed: ReadonlySet<string>;
  /** Milliseconds by which the org's clock runs ahead. */
  readonly clockOffset: number;
  /** What administrators set in Setup, by name. */
  readonly setup: Readonly<Record<string, unknown>>;
  readonly stored: StoredRows;
}

/** Null when the folder keeps no org yet. Throws InputError when what it keeps cannot be read. */
export function readSavedOrg(folder: string): SavedOrg | null {
  const file = join(folder, ORG);
  if (!existsSync(file)) return null;
  try {
    const about: unknown = JSON.parse(readFileSync(file, "utf8"));
    const [format, deployed, clockOffset] = ["format", "deployed", "clockOffset"].map((name) => property(about, name));
    if (format !== FORMAT || typeof clockOffset !== "number" || !isTexts(deployed))
      throw new SnapshotError("it keeps no org of this version");
    const setup: unknown = property(about, "setup") ?? {};
    if (!isObject(setup)) throw new SnapshotError("what was set in Setup cannot be read");
    return { deployed: new Set(deployed), clockOffset, setup, stored: parseSnapshot(readFileSync(join(folder, RECORDS), "utf8")) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`--data ${folder}`, `${reason}; choose another folder, or empty this one to start anew`);
  }
}

/** Writes the org; a crash in between leaves the files as they were. */
export function writeSavedOrg(folder: string, org: Org, deployed: ReadonlySet<string>): void {
  mkdirSync(folder, { recursive: true });
  const about = { format: FORMAT, clockOffset: org.clock.offset, setup: org.setup.toJson(), deployed: [...deployed] };
  const files = [
    [RECORDS, exportSnapshot(org.store)],
    [ORG, JSON.stringify(about)],
  ] as const;
  for (const [name, text] of files) writeFileSync(join(folder, `${name}.new`), text);
  for (const [name] of files) renameSync(join(folder, `${name}.new`), join(folder, name));
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
