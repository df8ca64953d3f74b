/**
 * What a field of a standard object is taken to be when only its name and Apex type are known. The conventions are
 * those of the Object Reference: system fields, address parts, and names that tell their type.
 */
import type { CatalogObject } from "../../apex/catalog/catalog.ts";
import { readOverlayField } from "./overlay-field.ts";
import { labelOf, makeField } from "./make-field.ts";
import type { FieldSchema } from "./schema.ts";

/** Fields that mean the same on every object (Object Reference, System Fields). */
const SYSTEM_FIELDS: readonly string[] = [
  "Id id system label[Record ID]",
  "IsDeleted boolean system label[Deleted]",
  "CreatedDate datetime system",
  "CreatedById reference(User) system keep",
  "LastModifiedDate datetime system",
  "LastModifiedById reference(User) system keep",
  "SystemModstamp datetime system",
  "LastActivityDate date readonly label[Last Activity]",
  "LastViewedDate datetime readonly",
  "LastReferencedDate datetime readonly",
  "OwnerId reference(Group,User) defaulted keep",
  "UserOrGroupId reference(Group,User) required createonly label[User/Group ID]",
  "RecordTypeId reference(RecordType) keep",
  "CurrencyIsoCode picklist(3) defaulted restricted values[USD*|EUR|GBP]",
  "RowCause picklist(40) createonly restricted values[Owner|Manual*|Rule|ImplicitChild|ImplicitParent|Team|Territory]",
  "ReplayId string(1000) readonly",
  "EventUuid string(36) readonly",
];

/** Parts of a compound address, by the end of their name. */
const ADDRESS_PARTS: Readonly<Record<string, string>> = {
  Street: "textarea(255)",
  City: "string(40)",
  State: "string(80)",
  StateCode: "picklist(10)",
  PostalCode: "string(20)",
  Country: "string(80)",
  CountryCode: "picklist(10)",
  Latitude: "double(18,15)",
  Longitude: "double(18,15)",
  GeocodeAccuracy:
    "picklist(40) restricted values[Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown]",
};

/** Names that tell more than their Apex type. */
const NAME_RULES: readonly (readonly [RegExp, string, string])[] = [
  [/AccessLevel$/, "String", "picklist(40) restricted values[Read=Read Only|Edit=Read/Write|All=Owner]"],
  [/(Phone|Fax|PhoneNumber)$/, "String", "phone"],
  [/Email$/, "String", "email"],
  [/(Url|URL|^Website)$/, "String", "url"],
  [/^Description$/, "String", "textarea(32000)"],
  [/(Amount|Price|Revenue|Cost)$/, "Decimal", "currency(18,2)"],
  [/(Percent|Percentage|Probability|Discount)$/, "Decimal", "percent(18,2)"],
];

const PLAIN_TYPES: Readonly<Record<string, string>> = {
  String: "string",
  Boolean: "boolean",
  Integer: "int",
  Long: "long",
  Decimal: "double(18,2)",
  Date: "date",
  Datetime: "datetime",
  Time: "time",
  Blob: "base64",
  Object: "anytype",
};

let systemFields: ReadonlyMap<string, FieldSchema> | undefined;

/** A field that means the same on every object, or undefined. */
export function systemField(name: string): FieldSchema | undefined {
  systemFields ??= new Map(SYSTEM_FIELDS.map((text) => readOverlayField(text)).map((field) => [field.name, field]));
  return systemFields.get(name);
}

/** The field as far as `object` of the stubs tells. Throws when the object has no such field. */
export function assumedField(object: CatalogObject, name: string): FieldSchema {
  const type = object.fields.get(name);
  if (type === undefined) throw new Error(`${object.name} has no field ${name}`);
  const system = systemField(name);
  if (system !== undefined)
    return name === "OwnerId" && object.parents.get("Owner") === "User" ? { ...system, referenceTo: ["User"] } : system;
  if (type === "Id") return assumedReference(object, name);
  if (type === "Address") return makeField({ name, type: "address", createable: false, updateable: false });
  if (type === "Location") return makeField({ name, type: "location" });
  return addressPart(object, name) ?? namedField(name, type);
}

function assumedReference(object: CatalogObject, name: string): FieldSchema {
  const relationship = name.replace(/Id$/, "");
  const target = object.parents.get(relationship);
  const isMaster = name === "MasterRecordId";
  return makeField({
    name,
    type: "reference",
    label: labelOf(name),
    referenceTo: target === undefined || target === "Name" || target === "SObject" ? [] : [target],
    relationshipName: target === undefined ? null : relationship,
    onParentDelete: "none",
    ...(isMaster && { createable: false, updateable: false }),
  });
}

function addressPart(object: CatalogObject, name: string): FieldSchema | undefined {
  const part = Object.keys(ADDRESS_PARTS).find((end) => name.endsWith(end));
  if (part === undefined) return undefined;
  const prefix = name.slice(0, -part.length);
  const compound = `${prefix}Address`;
  if (object.fields.get(compound) !== "Address") return undefined;
  return readOverlayField(`${name} ${ADDRESS_PARTS[part] ?? ""} part[${compound}]`);
}

const parsedTypes = new Map<string, FieldSchema>();

function namedField(name: string, type: string): FieldSchema {
  const rule = NAME_RULES.find(([pattern, apexType]) => apexType === type && pattern.test(name));
  const text = rule?.[2] ?? PLAIN_TYPES[type] ?? "string";
  let parsed = parsedTypes.get(text);
  if (parsed === undefined) parsedTypes.set(text, (parsed = readOverlayField(`x ${text}`)));
  return { ...parsed, name, label: labelOf(name), isNameField: name === "Name" };
}
