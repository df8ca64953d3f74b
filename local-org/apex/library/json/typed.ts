/** JSON as values of a given type. */
import type { FieldSchema } from "../../../data/schema/schema.ts";
import { exactRecordId } from "../../../data/store/record-id.ts";
import { loadCatalog } from "../../catalog/catalog.ts";
import type { ClassMeta, FieldMeta } from "../../runtime/class-meta.ts";
import { ApexList, ApexMap, ApexSet } from "../../runtime/collections.ts";
import { findClass, findObject } from "../../runtime/environment.ts";
import { enumConstant, platformEnum } from "../../runtime/enum-value.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { SObjectRecord } from "../../runtime/sobject.ts";
import { instanceFields } from "../../runtime/to-string.ts";
import { baseName, typeArguments } from "../../runtime/type-name.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { jsonObjectMaker, jsonPropertyTypes, jsonTextMaker } from "./platform-json-types.ts";
import type { JsonReader } from "./json-reader.ts";
import { isPrimitiveType, primitiveFromText, readPrimitive } from "./typed-primitive.ts";

/** The value at the reader's current token; leaves the reader on its last token. `strict`: unknown fields are errors. */
export function readTyped(reader: JsonReader, type: string, strict: boolean): ApexValue {
  if (reader.kind === null) throwApex("System.JSONException", "No content to map to Object due to end of input");
  if (reader.kind === "VALUE_NULL") return null;
  if (isPrimitiveType(type)) return readPrimitive(reader, type);
  switch (baseName(type)) {
    case "List":
      return new ApexList(type, readElements(reader, typeArguments(type)[0] ?? "Object", strict));
    case "Set":
      return new ApexSet(type, readElements(reader, typeArguments(type)[0] ?? "Object", strict));
    case "Map":
      return readMap(reader, type, strict);
    case "SObject":
      return readRecord(reader, null, strict);
  }
  const meta = findClass(type);
  if (meta !== undefined) return readUserType(reader, meta, strict);
  const object = findObject(type);
  if (object !== undefined) return readRecord(reader, object.name, strict);
  return readPlatformType(reader, type, strict);
}

function unsupportedType(type: string): never {
  throwApex("System.JSONException", `Apex Type unsupported in JSON: ${type.replace(/^System\./, "")}`);
}

function readPlatformType(reader: JsonReader, type: string, strict: boolean): ApexValue {
  const makeObject = jsonObjectMaker(type);
  if (makeObject !== undefined) return makeObject(readProperties(reader, type, strict));
  const makeText = jsonTextMaker(type);
  if (makeText !== undefined) return makeText(reader.text);
  const names = loadCatalog().class(type)?.values ?? [];
  if (names.length === 0) unsupportedType(type);
  return (
    enumConstant(platformEnum(type, names), reader.text) ?? throwApex("System.JSONException", `Illegal value for enum: ${reader.text}`)
  );
}

/** Ids of results are not checked: what is no id becomes null. */
function readProperties(reader: JsonReader, type: string, strict: boolean): Map<string, ApexValue> {
  if (reader.kind !== "START_OBJECT") throwApex("System.JSONException", "Malformed JSON: Expected '{' at the beginning of object");
  const types = jsonPropertyTypes(type);
  const values = new Map<string, ApexValue>();
  while (reader.next() === "FIELD_NAME") {
    const name = reader.text.toLowerCase();
    const propertyType = types.get(name);
    if (strict && propertyType === undefined) throwApex("System.JSONException", `Unknown field: ${type}.${reader.text}`);
    reader.next();
    if (propertyType === undefined) reader.skipChildren();
    else values.set(name, propertyType === "Id" ? exactRecordId(reader.text) : readTyped(reader, propertyType, strict));
  }
  return values;
}

function readElements(reader: JsonReader, type: string, strict: boolean): ApexValue[] {
  if (reader.kind !== "START_ARRAY") throwApex("System.JSONException", "Malformed JSON: Expected '[' at the beginning of List/Set");
  const items: ApexValue[] = [];
  while (reader.next() !== "END_ARRAY") items.push(readTyped(reader, type, strict));
  return items;
}

function readMap(reader: JsonReader, type: string, strict: boolean): ApexMap {
  if (reader.kind !== "START_OBJECT") throwApex("System.JSONException", "Malformed JSON: Expected '{' at the beginning of object");
  const [keyType = "String", valueType = "Object"] = typeArguments(type);
  const map = new ApexMap(type);
  while (reader.next() === "FIELD_NAME") {
    const key = keyOf(reader.text, keyType);
    reader.next();
    map.set(key, readTyped(reader, valueType, strict));
  }
  return map;
}

function keyOf(text: string, type: string): ApexValue {
  if (isPrimitiveType(type)) return primitiveFromText(text, type);
  const values = findClass(type)?.enumValues ?? [];
  return enumConstant(values, text) ?? unsupportedType(type);
}

function readUserType(reader: JsonReader, meta: ClassMeta, strict: boolean): ApexValue {
  if (meta.kind === "enum") {
    return enumConstant(meta.enumValues, reader.text) ?? throwApex("System.JSONException", `Illegal value for enum: ${reader.text}`);
  }
  if (reader.kind !== "START_OBJECT") throwApex("System.JSONException", "Malformed JSON: Expected '{' at the beginning of object");
  const target = meta.isException ? null : (meta.allocate?.() ?? null);
  if (typeof target !== "object" || target === null) unsupportedType(meta.name);
  const fields = new Map(instanceFields({ $meta: meta }).map((field) => [field.name.toLowerCase(), field]));
  const seen = new Set<FieldMeta>();
  while (reader.next() === "FIELD_NAME") {
    const field = fields.get(reader.text.toLowerCase());
    if (field === undefined || field.isTransient || !field.canWrite) {
      if (strict && field === undefined) throwApex("System.JSONException", `Unknown field: ${meta.name}.${reader.text}`);
      reader.next();
      reader.skipChildren();
      continue;
    }
    if (seen.has(field)) throwApex("System.JSONException", `Duplicate field: ${meta.name}.${field.name}`);
    seen.add(field);
    reader.next();
    store(target, field, readTyped(reader, field.type, strict));
  }
  return target;
}

/** A property's setter runs. */
function store(target: object, field: FieldMeta, value: ApexValue): void {
  Reflect.set(target, field.accessor ?? field.storage ?? field.name, value);
}

/** `type` null: by the `attributes` of the JSON. */
function readRecord(reader: JsonReader, type: string | null, strict: boolean): SObjectRecord {
  if (reader.kind !== "START_OBJECT") throwApex("System.JSONException", "Malformed JSON: Expected '{' at the beginning of object");
  const record = newRecord(type ?? namedType(reader.fork()));
  while (reader.next() === "FIELD_NAME") {
    const name = reader.text;
    reader.next();
    if (name === "attributes") reader.skipChildren();
    else readMember(reader, record, name, strict);
  }
  return record;
}

/** The object that the `attributes`, wherever they stand, name. */
function namedType(reader: JsonReader): string {
  while (reader.next() === "FIELD_NAME") {
    const isAttributes = reader.text === "attributes";
    reader.next();
    const type = isAttributes ? readAttributes(reader) : null;
    if (type !== null) return type;
    reader.skipChildren();
  }
  throwApex("System.JSONException", "SObject type must be specified in the attributes");
}

function newRecord(type: string): SObjectRecord {
  const schema = findObject(type);
  if (schema === undefined) throwApex("System.JSONException", `No such sobject type: ${type}`);
  return new SObjectRecord(schema);
}

function readAttributes(reader: JsonReader): string | null {
  let type: string | null = null;
  if (reader.kind !== "START_OBJECT") return null;
  while (reader.next() === "FIELD_NAME") {
    const isType = reader.text === "type";
    reader.next();
    if (isType) type = reader.text;
    reader.skipChildren();
  }
  return type;
}

function readMember(reader: JsonReader, record: SObjectRecord, name: string, strict: boolean): void {
  const { schema } = record;
  const field = schema.fields.get(name.toLowerCase());
  if (field !== undefined) {
    record.values.set(field.name, readField(reader, field));
    return;
  }
  const parent = schema.parents.get(name.toLowerCase());
  if (parent?.relationshipName) {
    const isPolymorphic = parent.referenceTo.length !== 1;
    record.parents.set(
      parent.relationshipName,
      reader.kind === "VALUE_NULL" ? null : readRecord(reader, isPolymorphic ? null : (parent.referenceTo[0] ?? null), strict),
    );
    return;
  }
  const child = schema.children.find(({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase());
  if (child?.relationshipName) {
    record.children.set(child.relationshipName, readChildren(reader, child.childObject, strict));
    return;
  }
  if (strict) throwApex("System.JSONException", `No such column '${name}' on sobject of type ${schema.name}`);
  reader.skipChildren();
}

function readField(reader: JsonReader, field: FieldSchema): ApexValue {
  if (reader.kind === "VALUE_NULL") return null;
  const value = readPrimitive(reader, field.apexType);
  return field.apexType === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
}

function readChildren(reader: JsonReader, object: string, strict: boolean): ApexList {
  const list = new ApexList(`List<${object}>`);
  if (reader.kind !== "START_OBJECT") throwApex("System.JSONException", "Malformed JSON: Expected '{' at the beginning of object");
  while (reader.next() === "FIELD_NAME") {
    const isRecords = reader.text === "records";
    reader.next();
    if (isRecords) list.items.push(...readElements(reader, object, strict));
    else reader.skipChildren();
  }
  return list;
}
