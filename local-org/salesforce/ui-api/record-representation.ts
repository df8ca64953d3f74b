/** Records as the User Interface API writes them. Runs inside a transaction. */
import { ApexDatetime } from "../../apex/runtime/date-time.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import type { Org } from "../../transaction/org.ts";
import { valueToJson } from "../rest-record.ts";
import { displayValue } from "./display-value.ts";
import { etagOf } from "./etag.ts";
import type { FieldTree } from "./field-tree.ts";
import { defaultRecordType, MASTER_RECORD_TYPE, recordTypesOf } from "./record-types.ts";
import { nameFieldOf } from "./ui-object.ts";
import type { FieldValue, RecordRepresentation } from "./wire.ts";

/** What a query of the tree found. */
export function recordRepresentation(org: Org, record: SObjectRecord, tree: FieldTree): RecordRepresentation {
  const { id } = record;
  const object = (id === null ? undefined : org.schema.byKeyPrefix(id.slice(0, 3))) ?? record.schema;
  const fields: Record<string, FieldValue> = {};
  for (const name of [...tree.fields].sort()) {
    const field = record.schema.fields.get(name.toLowerCase());
    if (field !== undefined) fields[name] = fieldValue(field, record.get(name));
  }
  for (const [relationship, parentTree] of tree.parents) {
    const parent = record.parent(relationship);
    fields[relationship] = parent === null ? { displayValue: null, value: null } : parentValue(org, parent, parentTree);
  }
  return representation(org, object, id, fields);
}

/** A record that is not saved yet: its field values. */
export function newRepresentation(org: Org, object: ObjectSchema, fields: Readonly<Record<string, FieldValue>>, recordTypeId: string) {
  return { ...representation(org, object, null, fields), recordTypeId, recordTypeInfo: recordTypeInfo(org, object, recordTypeId) };
}

export function fieldValue(field: FieldSchema, value: ApexValue): FieldValue {
  return { displayValue: displayValue(field, value), value: fieldJson(value) };
}

function parentValue(org: Org, parent: SObjectRecord, tree: FieldTree): FieldValue {
  const name = parent.get(nameFieldOf(tree.object).name);
  return { displayValue: typeof name === "string" ? name : null, value: recordRepresentation(org, parent, tree) };
}

/** Instants end in `Z` here, unlike in the REST API. */
function fieldJson(value: ApexValue): string | number | boolean | null {
  const json = value instanceof ApexDatetime ? value.toIso() : valueToJson(value);
  return typeof json === "object" && json !== null ? JSON.stringify(json) : json;
}

function representation(
  org: Org,
  object: ObjectSchema,
  id: string | null,
  fields: Readonly<Record<string, FieldValue>>,
): RecordRepresentation {
  const row = id === null ? undefined : org.store.table(object.name).get(id);
  const stamp = row?.get("SystemModstamp");
  const recordTypeId = text(row?.get("RecordTypeId")) ?? MASTER_RECORD_TYPE;
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: etagOf([id, fields]),
    fields,
    id,
    lastModifiedById: text(row?.get("LastModifiedById")),
    lastModifiedDate: instant(row?.get("LastModifiedDate")),
    recordTypeId,
    recordTypeInfo: recordTypeInfo(org, object, recordTypeId),
    systemModstamp: instant(stamp),
    weakEtag: stamp instanceof ApexDatetime ? stamp.millis : 0,
  };
}

/** Null for an object without record types. */
function recordTypeInfo(org: Org, object: ObjectSchema, id: string) {
  if (object.recordTypes.length === 0) return null;
  return recordTypesOf(org, object)[id] ?? defaultRecordType(org, object);
}

function instant(value: ApexValue | undefined): string | null {
  return value instanceof ApexDatetime ? value.toIso() : null;
}

function text(value: ApexValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
