/** Puts demo data into a new org the way a person would: as the administrator, with triggers, in bulk. */
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import { insertRecords, updateRecords } from "../../data/dml/insert-update.ts";
import type { RowResult } from "../../data/dml/dml-error.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { InputError } from "../../project/input-error.ts";
import { drain } from "../../transaction/drain.ts";
import type { Org } from "../../transaction/org.ts";
import { runTransaction } from "../../transaction/run-transaction.ts";
import { RestError } from "../rest-error.ts";
import { recordFromJson } from "../rest-record.ts";
import { readSeedRecords, type SeedRecord } from "./seed-records.ts";

/** Fields by which `@User:avery.stone@example.com` finds a row. */
const NAME_FIELDS = ["Username", "DeveloperName", "Name", "InternalName", "ParameterName"];

/**
 * Loads a demo folder. A record with an `Id` (a reference) changes the row it names, every other is inserted; neighbours of one
 * object go in one DML. Gives how many records there were. Throws InputError for the first record that cannot be had.
 */
export function loadSeed(org: Org, folder: string, port: number): number {
  const records = readSeedRecords(folder, { port, now: org.clock.now() });
  const ids = new Map<string, string>();
  for (const group of neighbours(records)) loadGroup(org, group, ids);
  drain(org);
  return records.length;
}

function neighbours(records: readonly SeedRecord[]): SeedRecord[][] {
  const groups: SeedRecord[][] = [];
  for (const record of records) {
    const last = groups.at(-1);
    const isSame = last?.[0]?.type === record.type && isUpdate(last[0]) === isUpdate(record);
    if (isSame && !refersTo(record, last)) last.push(record);
    else groups.push([record]);
  }
  return groups;
}

function isUpdate(record: SeedRecord): boolean {
  return record.fields["Id"] !== undefined;
}

/** A record that needs the id of another cannot be inserted together with it. */
function refersTo(record: SeedRecord, others: readonly SeedRecord[]): boolean {
  const names = new Set(others.map(({ referenceId }) => `@${referenceId ?? ""}`));
  return Object.values(record.fields).some((value) => typeof value === "string" && names.has(value));
}

function loadGroup(org: Org, group: readonly SeedRecord[], ids: Map<string, string>): void {
  const [first] = group;
  if (first === undefined) return;
  const object = org.schema.object(first.type);
  if (object === undefined) throw new InputError(first.place, `there is no object ${first.type}`);
  const rows = group.map((record) => toRow(org, object, record, ids));
  const write = isUpdate(first) ? updateRecords : insertRecords;
  const results = runTransaction(org, { user: org.users.administrator, kind: "REST", label: `demo data ${object.name}` }, () =>
    write(rows, { allOrNone: false }),
  );
  for (const [at, record] of group.entries()) keepId(record, results[at], ids);
}

function keepId(record: SeedRecord, result: RowResult | undefined, ids: Map<string, string>): void {
  const error = result?.errors[0];
  if (error !== undefined || result?.id == null) throw new InputError(record.place, error?.message ?? `the ${record.type} was not written`);
  if (record.referenceId !== null) ids.set(record.referenceId, result.id);
}

function toRow(org: Org, object: ObjectSchema, record: SeedRecord, ids: ReadonlyMap<string, string>): SObjectRecord {
  const fields = Object.fromEntries(
    Object.entries(record.fields).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith("@") ? referenced(org, record, value.slice(1), ids) : value,
    ]),
  );
  try {
    return recordFromJson(org.schema, object, fields);
  } catch (error) {
    if (error instanceof RestError) throw new InputError(record.place, error.message);
    throw error;
  }
}

/** `jordan` is a record of this load; `User:avery@example.com` a row found by its name. */
function referenced(org: Org, record: SeedRecord, reference: string, ids: ReadonlyMap<string, string>): string {
  const known = ids.get(reference);
  if (known !== undefined) return known;
  const [objectName = "", ...rest] = reference.split(":");
  const object = rest.length === 0 ? undefined : org.schema.object(objectName);
  const name = rest.join(":");
  for (const field of object === undefined ? [] : NAME_FIELDS) {
    if (object?.fields.has(field.toLowerCase()) !== true) continue;
    const id = org.store.table(object.name).lookup(field, name)[0]?.get("Id");
    if (typeof id === "string") return id;
  }
  throw new InputError(record.place, `@${reference} refers to nothing that is there before it`);
}
