/** SObject: the members of every record. */
import { setTruncation } from "../../data/dml/record-options.ts";
import type { FieldSchema } from "../../data/schema/schema.ts";
import { ApexList, ApexMap } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { ApexException, throwApex, unsupported } from "../runtime/exceptions.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { DatabaseError } from "./database-error.ts";
import { toFieldValue } from "./field-value.ts";
import { cloneRecord, shallowCloneRecord } from "./record-clone.ts";
import { fieldName, prefixed } from "./schema/names.ts";
import { FieldToken, objectToken } from "./schema/tokens.ts";
import { dmlSettings } from "./dml-options.ts";

type Text = string | null;
type Flag = boolean | null;
type Token = FieldToken | null;

/** Options that `setOptions` keeps with a record; a Database.DMLOptions. */
const options = new WeakMap<SObjectRecord, ApexValue>();

definePlatformClass("SObject", {
  members: {
    "addError(String)": (self: SObjectRecord, message: Text) => addError(self, null, message),
    "addError(String,Boolean)": (self: SObjectRecord, message: Text, _escape: Flag) => addError(self, null, message),
    "addError(System.Exception)": (self: SObjectRecord, cause: ApexException | null) => addError(self, null, argument(cause).shownMessage),
    "addError(System.Exception,Boolean)": (self: SObjectRecord, cause: ApexException | null, _escape: Flag) =>
      addError(self, null, argument(cause).shownMessage),
    "addError(String,String)": (self: SObjectRecord, field: Text, message: Text) => addError(self, fieldOf(self, field), message),
    "addError(String,String,Boolean)": (self: SObjectRecord, field: Text, message: Text, _escape: Flag) =>
      addError(self, fieldOf(self, field), message),
    "addError(Schema.SObjectField,String)": (self: SObjectRecord, field: Token, message: Text) =>
      addError(self, ownField(self, field), message),
    "addError(Schema.SObjectField,String,Boolean)": (self: SObjectRecord, field: Token, message: Text, _escape: Flag) =>
      addError(self, ownField(self, field), message),
    "hasErrors()": (self: SObjectRecord) => self.errors.length > 0,
    "getErrors()": (self: SObjectRecord) =>
      new ApexList(
        "List<Database.Error>",
        self.errors.map(
          ({ field, message, statusCode }) =>
            new DatabaseError(statusCode === "" ? CUSTOM_VALIDATION : statusCode, message, field === null ? [] : [field]),
        ),
      ),
    "get(String)": (self: SObjectRecord, field: Text) => self.get(fieldOf(self, field).name),
    "get(Schema.SObjectField)": (self: SObjectRecord, field: Token) => self.get(ownField(self, field).name),
    "put(String,Object)": (self: SObjectRecord, field: Text, value: ApexValue) => put(self, fieldOf(self, field), value),
    "put(Schema.SObjectField,Object)": (self: SObjectRecord, field: Token, value: ApexValue) => put(self, ownField(self, field), value),
    "isSet(String)": (self: SObjectRecord, field: Text) => isSet(self, fieldOf(self, field)),
    "isSet(Schema.SObjectField)": (self: SObjectRecord, field: Token) => isSet(self, ownField(self, field)),
    "getSObject(String)": (self: SObjectRecord, relationship: Text) => self.parent(relationshipOf(self, relationship)),
    "getSObject(Schema.SObjectField)": (self: SObjectRecord, field: Token) => self.parent(ownField(self, field).relationshipName ?? ""),
    "putSObject(String,SObject)": (self: SObjectRecord, relationship: Text, parent: SObjectRecord | null) =>
      putParent(self, relationshipOf(self, relationship), parent),
    "putSObject(Schema.SObjectField,SObject)": (self: SObjectRecord, field: Token, parent: SObjectRecord | null) =>
      putParent(self, ownField(self, field).relationshipName ?? "", parent),
    "getSObjects(String)": (self: SObjectRecord, relationship: Text) => children(self, relationship),
    "getSObjects(Schema.SObjectField)": (self: SObjectRecord, field: Token) => children(self, argument(field).field.name),
    "getSObjectType()": (self: SObjectRecord) => objectToken(self.schema),
    "getPopulatedFieldsAsMap()": (self: SObjectRecord) => populatedFields(self),
    "clear()": (self: SObjectRecord) => {
      if (self.readOnly) throwApex("System.FinalException", "Record is read-only");
      self.values.clear();
      self.parents.clear();
      self.children.clear();
      return null;
    },
    "clone()": (self: SObjectRecord) => clone(self, false, false, false, false),
    "clone(Boolean)": (self: SObjectRecord, ids: Flag) => clone(self, ids, false, false, false),
    "clone(Boolean,Boolean)": (self: SObjectRecord, ids: Flag, deep: Flag) => clone(self, ids, deep, false, false),
    "clone(Boolean,Boolean,Boolean)": (self: SObjectRecord, ids: Flag, deep: Flag, stamps: Flag) => clone(self, ids, deep, stamps, false),
    "clone(Boolean,Boolean,Boolean,Boolean)": clone,
    "isClone()": (self: SObjectRecord) => self.isClone,
    "getCloneSourceId()": (self: SObjectRecord) => self.cloneSource,
    /** Records in Apex come from no quick action. */
    "getQuickActionName()": () => null,
    "getOptions()": (self: SObjectRecord) => recordOptions(self),
    "setOptions(Database.DMLOptions)": (self: SObjectRecord, value: ApexValue) => {
      options.set(self, value);
      setTruncation(self, dmlSettings(value).truncate);
      return null;
    },
    "recalculateFormulas()": (self: SObjectRecord) => {
      const formula = [...self.schema.fields.values()].find((field) => field.formula !== null);
      return formula === undefined ? null : unsupported(`formula field ${self.schema.name}.${formula.name}`);
    },
  },
});

const CUSTOM_VALIDATION = "FIELD_CUSTOM_VALIDATION_EXCEPTION";

/** The Database.DMLOptions given to `setOptions`, or null. */
export function recordOptions(record: SObjectRecord): ApexValue {
  return options.get(record) ?? null;
}

/** An empty status code stands for a custom validation, as DML takes it. */
function addError(record: SObjectRecord, field: FieldSchema | null, message: Text): null {
  record.errors.push({ field: field?.name ?? null, message: message ?? "null", statusCode: "" });
  return null;
}

function fieldOf(record: SObjectRecord, name: Text): FieldSchema {
  const field = record.schema.fields.get(argument(name).toLowerCase());
  return field ?? throwApex("System.SObjectException", `Invalid field ${argument(name)} for ${record.schema.name}`);
}

function ownField(record: SObjectRecord, token: Token): FieldSchema {
  const { object, field } = argument(token);
  if (object.name !== record.schema.name) {
    throwApex("System.SObjectException", `${object.name}.${field.name} does not belong to SObject type ${record.schema.name}`);
  }
  return field;
}

/** Gives the value that the field had. */
function put(record: SObjectRecord, field: FieldSchema, value: ApexValue): ApexValue {
  const isWritten = field.createable || field.updateable || field.type === "id";
  if (!isWritten || field.formula !== null || field.isSummary) throwApex("System.SObjectException", `Field ${field.name} is not editable`);
  const before = record.values.get(field.name) ?? null;
  record.set(field.name, toFieldValue(field, value));
  return before;
}

function isSet(record: SObjectRecord, field: FieldSchema): boolean {
  return record.values.has(field.name) || (record.queried?.has(field.name) ?? false);
}

/** A relationship by its name, or by the name of its field as the platform allows for custom lookups. */
function relationshipOf(record: SObjectRecord, name: Text): string {
  const lowerName = argument(name).toLowerCase();
  const field = record.schema.parents.get(lowerName) ?? record.schema.fields.get(lowerName);
  return (
    field?.relationshipName ?? throwApex("System.SObjectException", `Invalid relationship ${argument(name)} for ${record.schema.name}`)
  );
}

function putParent(record: SObjectRecord, relationship: string, parent: SObjectRecord | null): ApexValue {
  const before = record.parents.get(relationship) ?? null;
  record.setParent(relationship, parent);
  return before;
}

/** Null when the query found no child. */
function children(record: SObjectRecord, name: Text): ApexList | null {
  const lowerName = argument(name).toLowerCase();
  const child = record.schema.children.find(({ relationshipName }) => relationshipName?.toLowerCase() === lowerName);
  const relationship = child?.relationshipName;
  if (relationship === undefined || relationship === null) {
    throwApex("System.SObjectException", `Invalid aggregate relationship ${argument(name)} for ${record.schema.name}`);
  }
  const list = record.children.get(relationship);
  if (list === undefined && record.queried !== null && !record.queried.has(relationship)) record.throwNotQueried(relationship);
  return list === undefined || list.items.length === 0 ? null : list;
}

/** Set fields, and what the query brought along; fields that the query found empty are left out. */
function populatedFields(record: SObjectRecord): ApexMap {
  const map = new ApexMap("Map<String,Object>");
  for (const [name, value] of record.values) {
    if (value === null && record.queried?.has(name) === true) continue;
    const field = record.schema.fields.get(name.toLowerCase());
    map.set(field === undefined ? name : fieldName(field), value);
  }
  for (const [relationship, parent] of record.parents) if (parent !== null) map.set(prefixed(relationship), parent);
  for (const [relationship, list] of record.children) map.set(prefixed(relationship), list);
  return map;
}

function clone(self: SObjectRecord, ids: Flag, deep: Flag, stamps: Flag, autoNumbers: Flag): SObjectRecord {
  const copy = deep === true ? cloneRecord : shallowCloneRecord;
  return copy(self, { ids: ids === true, stamps: stamps === true, autoNumbers: autoNumbers === true });
}
