/** Which fields of a record are wanted, parents' included: `Contact.Name`, `Contact.Account.Name`. */
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { nameObject } from "../../data/soql/name-object.ts";
import { RestError } from "../rest-error.ts";
import { nameFieldOf } from "./ui-object.ts";

export interface FieldTree {
  readonly object: ObjectSchema;
  /** Canonical names. */
  readonly fields: Set<string>;
  /** By canonical relationship name. */
  readonly parents: Map<string, FieldTree>;
}

export function fieldTree(object: ObjectSchema): FieldTree {
  return { object, fields: new Set(), parents: new Map() };
}

/**
 * Adds a field path, without the object's own name. A relationship brings its record's id and name along. Throws RestError
 * (400) for a field that there is not.
 */
export function addPath(schema: Schema, tree: FieldTree, path: string): void {
  const [first = "", ...rest] = path.split(".");
  const field = tree.object.fields.get(first.toLowerCase());
  if (rest.length === 0) {
    if (field === undefined) throw unknownField(tree.object, path);
    if (field.type === "address" || field.type === "location") {
      throw new RestError(400, "INVALID_FIELD", `${tree.object.name}.${field.name} is a compound field: ask for its parts.`);
    }
    tree.fields.add(field.name);
    return;
  }
  const reference = tree.object.parents.get(first.toLowerCase());
  if (reference?.relationshipName == null) throw unknownField(tree.object, path);
  addPath(schema, addParent(schema, tree, first), rest.join("."));
}

/** Adds a parent with its id and name. Throws RestError (400) for a relationship that there is not. */
function addParent(schema: Schema, tree: FieldTree, relationship: string): FieldTree {
  const reference = tree.object.parents.get(relationship.toLowerCase());
  const target =
    reference === undefined || reference.referenceTo.length > 1 ? nameObject(schema) : schema.object(reference.referenceTo[0] ?? "");
  if (reference?.relationshipName == null || target === undefined) throw unknownField(tree.object, relationship);
  let parent = tree.parents.get(reference.relationshipName);
  if (parent === undefined) {
    parent = fieldTree(target);
    parent.fields.add("Id");
    parent.fields.add(nameFieldOf(target).name);
    tree.parents.set(reference.relationshipName, parent);
  }
  return parent;
}

/** Adds the record that a lookup field leads to; other fields, and lookups whose objects the org does not have, add nothing. */
export function addParentOf(schema: Schema, tree: FieldTree, fieldName: string): void {
  const field = tree.object.fields.get(fieldName.toLowerCase());
  const isKnown = field?.referenceTo.some((name) => schema.object(name) !== undefined) ?? false;
  if (isKnown && field?.relationshipName != null) addParent(schema, tree, field.relationshipName);
}

/** The items of a SELECT list. */
export function selectItems(tree: FieldTree, prefix = ""): readonly string[] {
  const own = [...tree.fields].map((field) => `${prefix}${field}`);
  return [...own, ...[...tree.parents].flatMap(([relationship, parent]) => selectItems(parent, `${prefix}${relationship}.`))];
}

/**
 * Adds qualified names (`Contact.Account.Name`) of the parameters `fields` and `optionalFields`. Unknown optional fields
 * are left out. Throws RestError (400).
 */
export function addQualified(schema: Schema, tree: FieldTree, fields: readonly string[], optionalFields: readonly string[]): void {
  for (const field of fields) addPath(schema, tree, withoutObject(tree.object, field));
  for (const field of optionalFields) {
    try {
      addPath(schema, tree, withoutObject(tree.object, field));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
    }
  }
}

/** `Contact.Name` -> `Name`; throws RestError (400) for the field of another object. */
function withoutObject(object: ObjectSchema, qualified: string): string {
  const [first = "", ...rest] = qualified.split(".");
  if (rest.length > 0 && first.toLowerCase() === object.name.toLowerCase()) return rest.join(".");
  if (rest.length > 0 && object.parents.has(first.toLowerCase())) return qualified;
  if (rest.length === 0) return qualified;
  throw unknownField(object, qualified);
}

function unknownField(object: ObjectSchema, path: string): RestError {
  return new RestError(400, "INVALID_FIELD", `No such column '${path}' on entity '${object.name}'.`);
}
