/** JSON from browser code as values of an Apex method's parameters. */
import { findClass, findObject } from "../../apex/runtime/environment.ts";
import { enumConstant } from "../../apex/runtime/enum-value.ts";
import type { ClassMeta, FieldMeta } from "../../apex/runtime/class-meta.ts";
import { ApexException, unsupported } from "../../apex/runtime/exceptions.ts";
import { fromJson } from "../../apex/library/json/json.ts";
import { isPrimitiveType } from "../../apex/library/json/typed-primitive.ts";
import { instanceFields } from "../../apex/runtime/to-string.ts";
import { baseName, typeArguments } from "../../apex/runtime/type-name.ts";
import { ApexDouble, ApexList, ApexMap, ApexSet, SObjectRecord, type ApexValue } from "../../apex/runtime/values.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";

/** The JSON is no value of the type. The route words the error: it knows the parameter. */
export class ArgumentMismatch extends Error {}

export interface ArgumentStyle {
  /** What happens to a member of a project's class that the client gives a value for. */
  readonly setting: (owner: ClassMeta, field: FieldMeta) => "set" | "ignore" | { readonly refused: string };
}

/** Components set `@AuraEnabled` properties that have a setter of their own; what has none would arrive as null on the platform. */
export const AURA_ARGUMENTS: ArgumentStyle = {
  setting: ({ name }, field) => {
    if (!field.annotations.some((annotation) => annotation.name === "auraenabled")) return "ignore";
    if (field.kind === "property" && field.canWrite) return "set";
    return { refused: `${name}.${field.name} as input of a component without { get; set; }: on the platform it stays null` };
  },
};

/** Pages set every public and global member. */
export const REMOTING_ARGUMENTS: ArgumentStyle = {
  setting: (_owner, field) => ((field.access === "public" || field.access === "global") && field.canWrite ? "set" : "ignore"),
};

/** The value of a canonical type. Throws ArgumentMismatch, UnsupportedFeatureError. */
export function clientArgument(json: unknown, type: string, style: ArgumentStyle): ApexValue {
  if (json === null || json === undefined) return null;
  if (isPrimitiveType(type)) return primitive(json, type);
  const [first = "Object", second = "Object"] = typeArguments(type);
  switch (baseName(type)) {
    case "List":
      return new ApexList(
        type,
        elements(json).map((item) => boxed(clientArgument(item, first, style), first)),
      );
    case "Set":
      return new ApexSet(
        type,
        elements(json).map((item) => boxed(clientArgument(item, first, style), first)),
      );
    case "Map": {
      const map = new ApexMap(type);
      for (const [key, item] of members(json))
        map.set(clientArgument(key, first, style), boxed(clientArgument(item, second, style), second));
      return map;
    }
    case "SObject":
      return record(json, objectNamedIn(json), style);
    case "Object":
      return untyped(json);
  }
  const meta = findClass(type);
  if (meta !== undefined) return userValue(json, meta, style);
  const object = findObject(type);
  return object === undefined ? unsupported(`${type} as a parameter that browser code gives`) : record(json, object, style);
}

/** Text for a Blob would need an agreed encoding: no client gives one. */
function primitive(json: unknown, type: string): ApexValue {
  if (type === "Blob") return unsupported("Blob as a parameter that browser code gives");
  if (typeof json === "object" || (typeof json === "boolean" && type !== "Boolean" && type !== "String")) throw new ArgumentMismatch();
  if (typeof json === "number" && (type === "Id" || type === "Date" || type === "Boolean")) throw new ArgumentMismatch();
  if (type === "String" && typeof json !== "object") return typeof json === "string" ? json : JSON.stringify(json);
  return readJson(json, type);
}

function readJson(json: unknown, type: string): ApexValue {
  try {
    const value = fromJson(JSON.stringify(json), type);
    return value instanceof ApexDouble && type === "Double" ? value.value : value;
  } catch (error) {
    if (error instanceof ApexException) throw new ArgumentMismatch();
    throw error;
  }
}

/** As `JSON.deserializeUntyped`. */
function untyped(json: unknown): ApexValue {
  if (typeof json === "string" || typeof json === "boolean") return json;
  if (typeof json === "number")
    return Number.isInteger(json) ? readJson(json, Math.abs(json) < 2 ** 31 ? "Integer" : "Long") : readJson(json, "Decimal");
  if (Array.isArray(json))
    return new ApexList(
      "List<Object>",
      json.map((item: unknown) => untyped(item)),
    );
  return json === null
    ? null
    : new ApexMap(
        "Map<String,Object>",
        members(json).map(([key, item]) => [key, untyped(item)] as const),
      );
}

function boxed(value: ApexValue, type: string): ApexValue {
  return type === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
}

function elements(json: unknown): readonly unknown[] {
  if (!Array.isArray(json)) throw new ArgumentMismatch();
  return json;
}

function members(json: unknown): readonly (readonly [string, unknown])[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new ArgumentMismatch();
  return Object.entries(json);
}

function userValue(json: unknown, meta: ClassMeta, style: ArgumentStyle): ApexValue {
  if (meta.kind === "enum") {
    return (typeof json === "string" ? enumConstant(meta.enumValues, json) : undefined) ?? mismatch();
  }
  const target = meta.isException ? null : (meta.construct?.() ?? meta.allocate?.() ?? null);
  if (typeof target !== "object" || target === null) return unsupported(`${meta.name} as a parameter that browser code gives`);
  const fields = new Map(instanceFields({ $meta: meta }).map((field) => [field.name, field]));
  for (const [name, item] of members(json)) {
    const field = fields.get(name);
    const setting = field === undefined ? "ignore" : style.setting(meta, field);
    if (field === undefined || setting === "ignore") continue;
    if (setting !== "set") return unsupported(setting.refused);
    Reflect.set(target, field.accessor ?? field.storage ?? field.name, clientArgument(item, field.type, style));
  }
  return target;
}

/** The object that a generic record says it is of. */
function objectNamedIn(json: unknown): ObjectSchema {
  const entries = new Map(members(json));
  const attributes = entries.get("attributes");
  const named: unknown =
    entries.get("sobjectType") ?? (typeof attributes === "object" && attributes !== null ? Reflect.get(attributes, "type") : null);
  return (typeof named === "string" ? findObject(named) : undefined) ?? mismatch();
}

const NO_FIELDS = new Set(["attributes", "sobjectType"]);

function record(json: unknown, object: ObjectSchema, style: ArgumentStyle): SObjectRecord {
  const made = new SObjectRecord(object);
  for (const [name, item] of members(json)) {
    if (NO_FIELDS.has(name)) continue;
    const field = object.fields.get(name.toLowerCase());
    const parent = object.parents.get(name.toLowerCase());
    if (field !== undefined) made.values.set(field.name, boxed(clientArgument(item, field.apexType, style), field.apexType));
    else if (parent?.relationshipName)
      made.parents.set(parent.relationshipName, item === null ? null : parentRecord(item, parent.referenceTo, style));
    else throw new ArgumentMismatch();
  }
  return made;
}

function parentRecord(json: unknown, objects: readonly string[], style: ArgumentStyle): SObjectRecord {
  const [only] = objects;
  const object = objects.length === 1 && only !== undefined ? findObject(only) : objectNamedIn(json);
  return record(json, object ?? mismatch(), style);
}

function mismatch(): never {
  throw new ArgumentMismatch();
}
