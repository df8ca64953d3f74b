/** Objects as the user interface knows them: which it supports, what names a record. */
import type { FieldSchema, ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";

const PERSON_NAME_FIELDS = ["FirstName", "LastName", "Name"];

/** The object. Throws RestError: 404 for none of that name, 400 for one that the User Interface API does not serve. */
export function uiObject(schema: Schema, name: string): ObjectSchema {
  const object = schema.object(name);
  if (object === undefined) throw new RestError(404, "NOT_FOUND", `The requested resource does not exist: object ${name}`);
  if (!isUiObject(object)) throw new RestError(400, "INVALID_TYPE", `Object ${object.name} is not supported in UI API`);
  return object;
}

/** Custom settings, events, metadata records, shares and histories are not records to the user interface. */
export function isUiObject({ kind, queryable }: ObjectSchema): boolean {
  return queryable && (kind === "standard" || kind === "custom");
}

/** The object of a record id (18 characters). Throws RestError (404). */
export function objectOfId(schema: Schema, id: string): ObjectSchema {
  const object = schema.byKeyPrefix(id.slice(0, 3));
  if (object === undefined) throw new RestError(404, "NOT_FOUND", "The requested resource does not exist");
  return uiObject(schema, object.name);
}

/** The field that people read as the record's name: `Name`, `CaseNumber`, `Subject`; `Id` when there is none. */
export function nameFieldOf(object: ObjectSchema): FieldSchema {
  const field =
    [...object.fields.values()].find(({ isNameField }) => isNameField) ??
    object.fields.get("name") ??
    object.fields.get("subject") ??
    object.fields.get("id");
  if (field === undefined) throw new Error(`${object.name} has no Id`);
  return field;
}

export function nameFieldsOf(object: ObjectSchema): readonly string[] {
  if (isPerson(object)) return PERSON_NAME_FIELDS;
  const { name } = nameFieldOf(object);
  return name === "Id" ? [] : [name];
}

/** The object's Name is made of first and last name. Accounts have a name of their own, where person accounts exist too. */
export function isPerson({ name, fields }: ObjectSchema): boolean {
  return name !== "Account" && fields.get("lastname")?.compoundField === "Name";
}
