/** How emitted code reads and writes records. A null record is a NullPointerException, a null parent on the way gives null. */
import { ApexList } from "./collections.ts";
import { orgSchema } from "./environment.ts";
import { throwNullPointer, unsupported } from "./exceptions.ts";
import { SObjectRecord } from "./sobject.ts";
import type { ApexValue } from "./values.ts";

type MaybeRecord = SObjectRecord | null;

function get(record: MaybeRecord, field: string): ApexValue {
  return record === null ? throwNullPointer() : record.get(field);
}

/** `contact.Account.Name`: null when there is no account. */
function getThrough(record: MaybeRecord, field: string): ApexValue {
  return record === null ? null : record.get(field);
}

/** Gives the value, as assignments do. */
function put<T extends ApexValue>(record: MaybeRecord, field: string, value: T): T {
  if (record === null) throwNullPointer();
  record.set(field, value);
  return value;
}

function parent(record: MaybeRecord, relationship: string): MaybeRecord {
  return record === null ? throwNullPointer() : record.parent(relationship);
}

function parentThrough(record: MaybeRecord, relationship: string): MaybeRecord {
  return record === null ? null : record.parent(relationship);
}

function putParent(record: MaybeRecord, relationship: string, value: MaybeRecord): MaybeRecord {
  if (record === null) throwNullPointer();
  record.setParent(relationship, value);
  return value;
}

/** The child records that a query fetched; an empty list on a record made in Apex. */
function children(record: MaybeRecord, relationship: string): ApexList {
  if (record === null) throwNullPointer();
  const known = record.children.get(relationship);
  if (known !== undefined) return known;
  if (record.queried !== null && !record.queried.has(relationship)) record.throwNotQueried(relationship);
  const declared = record.schema.children.find((child) => child.relationshipName === relationship);
  return new ApexList(`List<${declared?.childObject ?? "SObject"}>`);
}

/** `new Account(Name = ..., ...)`: names and values side by side. Names may be fields or parent relationships. */
function newSObject(object: string, names: readonly string[], values: readonly ApexValue[]): SObjectRecord {
  const schema = orgSchema().object(object) ?? unsupported(`object ${object}`);
  const record = new SObjectRecord(schema);
  for (const [at, name] of names.entries()) {
    const value = values[at] ?? null;
    if (schema.fields.has(name.toLowerCase())) record.values.set(name, value);
    else record.parents.set(name, value instanceof SObjectRecord ? value : null);
  }
  return record;
}

export const recordAccess = { get, getThrough, put, parent, parentThrough, putParent, children, newSObject } as const;
