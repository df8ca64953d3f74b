import type { FieldSchema, FieldType, ObjectSchema, Schema } from "../schema/schema.ts";

/** What SOQL can read through a polymorphic relationship (`Who.Name`, `Owner.Type`) without TYPEOF. */
const FIELDS: readonly (readonly [string, FieldType, string])[] = [
  ["Id", "id", "Id"],
  ["Name", "string", "String"],
  ["FirstName", "string", "String"],
  ["LastName", "string", "String"],
  ["Type", "picklist", "String"],
  ["Alias", "string", "String"],
  ["UserRoleId", "reference", "Id"],
  ["ProfileId", "reference", "Id"],
  ["RecordTypeId", "reference", "Id"],
  ["IsActive", "boolean", "Boolean"],
  ["Username", "string", "String"],
  ["Title", "string", "String"],
  ["Email", "email", "String"],
  ["Phone", "phone", "String"],
];

const built = new WeakMap<Schema, ObjectSchema>();

/** The `Name` object of a schema, or one with its documented fields when the schema has none. */
export function nameObject(schema: Schema): ObjectSchema {
  const own = schema.object("Name");
  if (own !== undefined) return own;
  let made = built.get(schema);
  if (made === undefined) {
    made = makeNameObject();
    built.set(schema, made);
  }
  return made;
}

function makeNameObject(): ObjectSchema {
  return resultObject(
    "Name",
    FIELDS.map(([name, type, apexType]) => makeField(name, type, apexType)),
  );
}

/** An object that has no table, only records in query results. */
export function resultObject(name: string, fields: readonly FieldSchema[]): ObjectSchema {
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix: null,
    kind: "standard",
    customSettingType: null,
    publishBehavior: null,
    sharingModel: null,
    isProtected: false,
    createable: false,
    updateable: false,
    deletable: false,
    queryable: false,
    searchable: false,
    isSetupObject: false,
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    parents: new Map(),
    children: [],
    recordTypes: [],
    refused: [],
  };
}

/** A read-only field that exists only in query results. */
export function makeField(name: string, type: FieldType, apexType: string): FieldSchema {
  return {
    name,
    label: name,
    type,
    apexType,
    length: 255,
    precision: 18,
    scale: 0,
    required: false,
    nillable: true,
    createable: false,
    updateable: false,
    custom: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    restrictedPicklist: false,
    picklistValues: [],
    referenceTo: [],
    relationshipName: null,
    onParentDelete: "none",
    isMasterDetail: false,
    isAutoNumber: false,
    autoNumberFormat: null,
    formula: null,
    isSummary: false,
    defaultValue: null,
    isNameField: name === "Name",
    isFilterable: true,
    isSortable: true,
    isGroupable: true,
    inlineHelpText: null,
  };
}
