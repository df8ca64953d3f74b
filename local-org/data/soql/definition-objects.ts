/** EntityDefinition and FieldDefinition: the schema itself, read as records. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";

const ENTITY = "EntityDefinition";
const FIELD = "FieldDefinition";
/** The platform gives every such record the empty id. */
const NO_ID = "000000000000000AAA";

const COLUMNS: Readonly<Record<string, ReadonlySet<string>>> = {
  [ENTITY]: new Set([
    "Id",
    "DurableId",
    "QualifiedApiName",
    "DeveloperName",
    "MasterLabel",
    "Label",
    "PluralLabel",
    "KeyPrefix",
    "IsCustomSetting",
    "IsQueryable",
    "IsSearchable",
    "NamespacePrefix",
  ]),
  [FIELD]: new Set([
    "Id",
    "DurableId",
    "EntityDefinitionId",
    "QualifiedApiName",
    "DeveloperName",
    "MasterLabel",
    "Label",
    "Length",
    "Precision",
    "Scale",
    "NamespacePrefix",
  ]),
};

export function isDefinition({ name }: ObjectSchema): boolean {
  return name === ENTITY || name === FIELD;
}

/** True for a reference that holds a name (`Account`, `Account.Industry`) instead of an id. */
export function isNameReference({ type, apexType, referenceTo }: FieldSchema): boolean {
  return type === "reference" && (apexType === "String" || referenceTo.includes(ENTITY) || referenceTo.includes(FIELD));
}

/** False for a column of EntityDefinition or FieldDefinition that the engine does not fill. */
export function isFilled({ name }: ObjectSchema, field: FieldSchema): boolean {
  return COLUMNS[name]?.has(field.name) ?? true;
}

/** The record that a metadata relationship points to: `Account`, or `Account.Industry` for a field. */
export function definitionRow(object: ObjectSchema, key: string, schema: Schema): Row | undefined {
  const [objectName = "", fieldName = ""] = key.split(".");
  const target = schema.object(objectName);
  if (target === undefined || object.name === ENTITY) return target && entityRow(target);
  const field = target.fields.get(fieldName.toLowerCase());
  return field && fieldRow(target, field);
}

const made = new WeakMap<Schema, Map<string, readonly Row[]>>();

/** All records of EntityDefinition or FieldDefinition. */
export function definitionRows(object: ObjectSchema, schema: Schema): readonly Row[] {
  let known = made.get(schema);
  if (known === undefined) {
    known = new Map();
    made.set(schema, known);
  }
  let rows = known.get(object.name);
  if (rows === undefined) {
    const objects = [...schema.objects()];
    rows =
      object.name === ENTITY
        ? objects.map(entityRow)
        : objects.flatMap((target) => [...target.fields.values()].map((field) => fieldRow(target, field)));
    known.set(object.name, rows);
  }
  return rows;
}

function entityRow(object: ObjectSchema): Row {
  return new Map<string, ApexValue>([
    ["Id", NO_ID],
    ["DurableId", object.name],
    ["QualifiedApiName", object.name],
    ["DeveloperName", developerName(object.name)],
    ["MasterLabel", object.label],
    ["Label", object.label],
    ["PluralLabel", object.labelPlural],
    ["KeyPrefix", object.keyPrefix],
    ["IsCustomSetting", object.kind === "customSetting"],
    ["IsQueryable", object.queryable],
    ["IsSearchable", object.searchable],
  ]);
}

function fieldRow(object: ObjectSchema, field: FieldSchema): Row {
  return new Map<string, ApexValue>([
    ["Id", NO_ID],
    ["DurableId", `${object.name}.${field.name}`],
    ["EntityDefinitionId", object.name],
    ["QualifiedApiName", field.name],
    ["DeveloperName", developerName(field.name)],
    ["MasterLabel", field.label],
    ["Label", field.label],
    ["Length", field.length],
    ["Precision", field.precision],
    ["Scale", field.scale],
  ]);
}

/** `Log` of `Log__c`. */
function developerName(name: string): string {
  return name.replace(/__(?:c|e|b|x|mdt)$/i, "");
}
