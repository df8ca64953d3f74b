/** What an activity tells beyond its subject: calls' fields and every custom field that has a value. */
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { fieldValue } from "./record-representation.ts";
import { dataTypeOf } from "./field-info.ts";
import { nameFieldOf } from "./ui-object.ts";
import type { TimelineItem, TimelineReference } from "./wire.ts";

/** Standard fields that are worth a line, in this order. */
const STANDARD = [
  "Status",
  "Priority",
  "Type",
  "CallType",
  "CallDurationInSeconds",
  "CallDisposition",
  "Location",
  "StartDateTime",
  "EndDateTime",
];
const PARENTS = ["Owner", "Who", "What"];

/** What a query must select. `others`: what the caller wants besides. */
export function detailPaths(schema: Schema, object: ObjectSchema, others: readonly string[]): readonly string[] {
  const own = ["Id", "Subject", "Description", ...others, ...detailFields(object).map(({ name }) => name)];
  const known = own.filter((name) => object.fields.has(name.toLowerCase()));
  const parents = PARENTS.flatMap((parent) => [`${parent}.Id`, `${parent}.Name`]);
  const lookups = detailFields(object).flatMap((field) => lookupPath(schema, field) ?? []);
  return [...new Set([...known, ...parents, ...lookups])];
}

/** Fields without a value and unticked checkboxes are left out. */
export function activityDetails(schema: Schema, object: ObjectSchema, row: SObjectRecord): TimelineItem["details"] {
  return detailFields(object).flatMap((field) => {
    const { value, displayValue } = fieldValue(field, row.get(field.name));
    if (value === null || value === "" || value === false) return [];
    const reference =
      field.type === "reference" && field.relationshipName !== null ? nameOfParent(schema, row, field.relationshipName) : null;
    const text = reference?.name ?? displayValue ?? (value === true ? "Yes" : typeof value === "object" ? "" : String(value));
    return [{ apiName: field.name, label: field.label, dataType: dataTypeOf(field), value: text, recordId: reference?.id ?? null }];
  });
}

/** The record at the end of a relationship, or null. */
export function nameOfParent(schema: Schema, row: SObjectRecord, relationship: string): TimelineReference | null {
  const parent = row.parent(relationship);
  const id = parent?.id ?? null;
  if (parent === null || id === null) return null;
  const object = schema.byKeyPrefix(id.slice(0, 3)) ?? parent.schema;
  const name = parent.values.get(nameFieldOf(parent.schema).name) ?? parent.values.get("Name");
  return { id, name: typeof name === "string" ? name : "", objectApiName: object.name };
}

export function textOfField(row: SObjectRecord, field: string): string | null {
  const value = row.get(field);
  return typeof value === "string" && value !== "" ? value : null;
}

function detailFields(object: ObjectSchema): readonly FieldSchema[] {
  const standard = STANDARD.flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
  return [...standard, ...[...object.fields.values()].filter(({ custom }) => custom)];
}

function lookupPath(schema: Schema, field: FieldSchema): readonly string[] | null {
  const target = schema.object(field.referenceTo[0] ?? "");
  if (field.relationshipName === null || target === undefined) return null;
  const name = field.referenceTo.length > 1 ? "Name" : nameFieldOf(target).name;
  return [`${field.relationshipName}.Id`, `${field.relationshipName}.${name}`];
}
