/** Schema: the tokens of emitted code, Schema.SObjectType, Schema.SObjectField and the describe calls. */
import type { FieldSchema, ObjectSchema } from "../../../data/schema/schema.ts";
import { randomUUID } from "node:crypto";
import { newDefaults } from "../../../data/dml/new-defaults.ts";
import { planOf } from "../../../data/dml/object-plan.ts";
import { currentTransaction } from "../../../transaction/context.ts";
import { ApexList } from "../../runtime/collections.ts";
import { definePlatformClass } from "../../runtime/define.ts";
import { orgSchema } from "../../runtime/environment.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import { SObjectRecord } from "../../runtime/sobject.ts";
import type { ApexValue, EnumValue } from "../../runtime/values.ts";
import { argument } from "../arguments.ts";
import { FieldDescribe } from "./describe-field.ts";
import { describeObject, ObjectDescribe } from "./describe-object.ts";
import { NameMap } from "./name-map.ts";
import { objectName } from "./names.ts";
import { FieldToken, fieldToken, knownField, knownObject, ObjectToken, objectToken } from "./tokens.ts";
import { toText } from "../../runtime/to-string.ts";

/** What `runtime/schema-tokens.ts` asks for. */
definePlatformClass("$token", {
  statics: {
    object: (object: string) => objectToken(knownObject(object)),
    field: (object: string, field: string) => tokenOf(object, field),
  },
});
definePlatformClass("$describe", {
  statics: {
    object: (object: string) => new ObjectDescribe(knownObject(object)),
    field: (object: string, field: string) => {
      const token = tokenOf(object, field);
      return new FieldDescribe(token.object, token.field);
    },
  },
});

definePlatformClass("Schema.SObjectType", {
  members: {
    "getDescribe()": (self: ObjectToken) => describeObject(self),
    "getDescribe(Schema.SObjectDescribeOptions)": (self: ObjectToken, _options: EnumValue | null) => describeObject(self),
    "newSObject()": ({ object }: ObjectToken) => newRecord(object, null, false),
    "newSObject(Id)": ({ object }: ObjectToken, id: string | null) => newRecord(object, id, false),
    "newSObject(Id,Boolean)": ({ object }: ObjectToken, id: string | null, withDefaults: boolean | null) =>
      newRecord(object, id, withDefaults === true),
    "toString()": (self: ObjectToken) => self.apexToString(),
    "equals(Object)": (self: ObjectToken, other: ApexValue) => self === other,
    "hashCode()": (self: ObjectToken) => nameHash(objectName(self.object)),
  },
});

definePlatformClass("Schema.SObjectField", {
  members: {
    "getDescribe()": ({ object, field }: FieldToken) => new FieldDescribe(object, field),
    "getDescribe(Schema.FieldDescribeOptions)": ({ object, field }: FieldToken, _options: EnumValue | null) =>
      new FieldDescribe(object, field),
    "toString()": (self: FieldToken) => self.apexToString(),
    "equals(Object)": (self: FieldToken, other: ApexValue) => self === other,
    "hashCode()": ({ object, field }: FieldToken) => nameHash(`${objectName(object)}.${field.name}`),
  },
});

definePlatformClass("System.Schema", {
  statics: {
    "getGlobalDescribe()": () => globalDescribe(),
    "describeSObjects(List<String>)": (names: ApexList | null) => describeNames(argument(names)),
    "describeSObjects(List<String>,Schema.SObjectDescribeOptions)": (names: ApexList | null, _options: EnumValue | null) =>
      describeNames(argument(names)),
  },
});

function tokenOf(objectPath: string, name: string): FieldToken {
  const object = knownObject(objectPath);
  return fieldToken(object, knownField(object, name));
}

function globalDescribe(): NameMap {
  const schema = orgSchema();
  const entries = [...schema.objects()].map((object): [string, ApexValue] => [objectName(object), objectToken(object)]);
  return new NameMap("Map<String,Schema.SObjectType>", entries, schema.namespace ?? null);
}

function describeNames(names: ApexList): ApexList {
  const described = names.items.map((name) => {
    const object = typeof name === "string" ? orgSchema().object(name) : undefined;
    return object === undefined
      ? throwApex("System.InvalidParameterValueException", `Invalid sobject provided. The sobject: ${toText(name)} does not exist.`)
      : new ObjectDescribe(object);
  });
  return new ApexList("List<Schema.DescribeSObjectResult>", described);
}

function newRecord(object: ObjectSchema, id: string | null, withDefaults: boolean): SObjectRecord {
  const record = new SObjectRecord(object);
  if (id !== null) record.values.set("Id", id);
  if (withDefaults)
    for (const [field, value] of newDefaults(currentTransaction(), planOf(object)))
      if (isShown(object, field)) record.values.set(field, value);
  // Publish callbacks need to know the event before it is published.
  if (withDefaults && object.kind === "platformEvent") record.values.set("EventUuid", randomUUID());
  return record;
}

/** Owner and record type come with the insert, not with the defaults; what an insert would refuse does not come at all. */
function isShown(object: ObjectSchema, name: string): boolean {
  const field: FieldSchema | undefined = object.fields.get(name.toLowerCase());
  return field !== undefined && field.type !== "reference" && field.createable;
}

/** As Java hashes a String. */
function nameHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
