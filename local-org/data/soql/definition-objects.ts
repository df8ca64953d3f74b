/** EntityDefinition and FieldDefinition: the schema itself, read as records. */
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { dataTypeOf } from "./data-type.ts";

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
    "DataType",
    "IsCalculated",
    "RelationshipName",
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

interface Definitions {
  readonly entities: readonly Row[];
  /** By the name of their object. */
  readonly fields: ReadonlyMap<string, readonly Row[]>;
}

const made = new WeakMap<Schema, Definitions>();

function definitionsOf(schema: Schema): Definitions {
  let known = made.get(schema);
  if (known === undefined) {
    const objects = [...schema.objects()];
    const fieldsOf = (object: ObjectSchema): readonly Row[] => [...object.fields.values()].map((field) => fieldRow(object, field));
    known = { entities: objects.map(entityRow), fields: new Map(objects.map((object) => [object.name, fieldsOf(object)])) };
    made.set(schema, known);
  }
  return known;
}

/** All records of EntityDefinition or FieldDefinition. */
export function definitionRows(object: ObjectSchema, schema: Schema): readonly Row[] {
  const { entities, fields } = definitionsOf(schema);
  return object.name === ENTITY ? entities : [...fields.values()].flat();
}

/** The fields of one EntityDefinition. */
export function fieldsOfDefinition(entity: Row, schema: Schema): readonly Row[] {
  const name = entity.get("DurableId");
  return (typeof name === "string" ? definitionsOf(schema).fields.get(name) : undefined) ?? [];
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
    ["DeveloperName", fieldDeveloperName(field)],
    ["MasterLabel", field.label],
    ["Label", field.label],
    ["DataType", dataTypeOf(field)],
    ["IsCalculated", field.formula !== null || field.isSummary],
    ["RelationshipName", field.relationshipName],
    ["Length", field.length],
    ["Precision", field.precision],
    ["Scale", field.scale],
  ]);
}

/** `Log` of `Log__c`. */
function developerName(name: string): string {
  return name.replace(/__(?:c|e|b|x|mdt)$/i, "");
}

/** Standard references lose their Id: `Account` of `AccountId`. */
function fieldDeveloperName({ name, type, custom }: FieldSchema): string {
  return type === "reference" && !custom ? name.replace(/Id$/, "") : developerName(name);
}
