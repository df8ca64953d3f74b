/**
 * Schema.SObjectType and Schema.SObjectField. There is one token per object and field of a schema, so that tokens can be
 * compared and used as keys.
 */
import type { FieldSchema, ObjectSchema } from "../../../data/schema/schema.ts";
import { findObject } from "../../runtime/environment.ts";
import { unsupported } from "../../runtime/exceptions.ts";
import { PlatformObject } from "../../runtime/platform-object.ts";
import type { ApexValue } from "../../runtime/values.ts";
import { fieldName, objectName } from "./names.ts";

export class ObjectToken extends PlatformObject {
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }

  get apexType(): string {
    return "Schema.SObjectType";
  }

  override apexToString(): string {
    return objectName(this.object);
  }

  override apexJson(): Iterable<readonly [string, ApexValue]> | null {
    return null;
  }
}

export class FieldToken extends PlatformObject {
  readonly object: ObjectSchema;
  readonly field: FieldSchema;

  constructor(object: ObjectSchema, field: FieldSchema) {
    super();
    this.object = object;
    this.field = field;
  }

  get apexType(): string {
    return "Schema.SObjectField";
  }

  override apexToString(): string {
    return fieldName(this.field);
  }
}

const objectTokens = new WeakMap<ObjectSchema, ObjectToken>();
const fieldTokens = new WeakMap<ObjectSchema, Map<string, FieldToken>>();

export function objectToken(object: ObjectSchema): ObjectToken {
  let token = objectTokens.get(object);
  if (token === undefined) {
    token = new ObjectToken(object);
    objectTokens.set(object, token);
  }
  return token;
}

export function fieldToken(object: ObjectSchema, field: FieldSchema): FieldToken {
  let tokens = fieldTokens.get(object);
  if (tokens === undefined) fieldTokens.set(object, (tokens = new Map<string, FieldToken>()));
  let token = tokens.get(field.name);
  if (token === undefined) tokens.set(field.name, (token = new FieldToken(object, field)));
  return token;
}

/** The object that checked code names; the schema cannot lack it. */
export function knownObject(name: string): ObjectSchema {
  return findObject(name) ?? unsupported(`object ${name}`);
}

export function knownField(object: ObjectSchema, name: string): FieldSchema {
  return object.fields.get(name.toLowerCase()) ?? unsupported(`field ${object.name}.${name}`);
}
