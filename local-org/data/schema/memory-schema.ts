/** Small schemas written down in a few lines, for unit tests. */
import { APEX_TYPES } from "./make-field.ts";
import { FIELD_TYPES } from "./schema.ts";
import type { ChildRelationship, FieldSchema, FieldType, ObjectSchema, Schema } from "./schema.ts";

export interface ObjectDraft {
  readonly name: string;
  readonly keyPrefix: string;
  readonly kind?: ObjectSchema["kind"];
  readonly isSetupObject?: boolean;
  readonly publishBehavior?: ObjectSchema["publishBehavior"];
  /**
   * `<name> <type> <flags>`: flags are required, unique, caseSensitive, externalId, name, long, values=A;B, formula=...,
   * length=n, scale=n, summary=sum:Child.ForeignKey:Field, filter=Field:operation:value, of=CompoundField,
   * restricted, readOnly, createOnly, cascade, restrict, default=text, auto=format.
   * `<name> reference <Object|Object> <relationship> <child relationship or -> <flags>`.
   */
  readonly fields: readonly string[];
}

const SYSTEM_FIELDS = ["Id id", "IsDeleted boolean", "CreatedDate datetime", "LastModifiedDate datetime", "SystemModstamp datetime"];

/** A schema of the given objects; every object has Id, IsDeleted and the date stamps without saying so. */
export function memorySchema(drafts: readonly ObjectDraft[]): Schema {
  const children = new Map<string, ChildRelationship[]>();
  const objects = new Map<string, ObjectSchema>();
  for (const draft of drafts) {
    const fields = new Map<string, FieldSchema>();
    for (const text of [...SYSTEM_FIELDS, ...draft.fields]) {
      const field = readField(draft.name, text, children);
      fields.set(field.name.toLowerCase(), field);
    }
    const parents = new Map(
      [...fields.values()].flatMap((field) => (field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field]])),
    );
    const own: ChildRelationship[] = children.get(draft.name) ?? [];
    children.set(draft.name, own);
    objects.set(draft.name.toLowerCase(), makeObject(draft, fields, parents, own));
  }
  return {
    object: (name) => objects.get(name.toLowerCase()),
    objects: () => objects.values(),
    byKeyPrefix: (prefix) => [...objects.values()].find((object) => object.keyPrefix === prefix),
  };
}

function makeObject(
  draft: ObjectDraft,
  fields: ReadonlyMap<string, FieldSchema>,
  parents: ReadonlyMap<string, FieldSchema>,
  children: readonly ChildRelationship[],
): ObjectSchema {
  return {
    name: draft.name,
    label: draft.name,
    labelPlural: `${draft.name}s`,
    keyPrefix: draft.keyPrefix,
    kind: draft.kind ?? (draft.name.endsWith("__c") ? "custom" : "standard"),
    customSettingType: null,
    publishBehavior: draft.publishBehavior ?? null,
    sharingModel: null,
    isProtected: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    searchable: true,
    isSetupObject: draft.isSetupObject ?? false,
    fields,
    parents,
    children,
    recordTypes: [],
    refused: [],
  };
}

function readField(object: string, text: string, children: Map<string, ChildRelationship[]>): FieldSchema {
  const [name = "", type = "", ...rest] = text.split(" ");
  const isReference = type === "reference";
  const [targets = "", relationship = "", child = "-"] = isReference ? rest.splice(0, 3) : [];
  const referenceTo = targets === "" ? [] : targets.split("|");
  for (const target of child === "-" ? [] : referenceTo) {
    const known = children.get(target) ?? [];
    known.push({ relationshipName: child, childObject: object, field: name });
    children.set(target, known);
  }
  const flags = new Map(rest.map((flag) => [flag.split("=")[0] ?? "", flag.slice(flag.indexOf("=") + 1)]));
  const long = flags.has("long");
  return {
    name,
    label: name,
    type: readType(type),
    apexType: flags.has("byName") ? "String" : (APEX_TYPES[readType(type)] ?? "String"),
    length: Number(flags.get("length") ?? (long ? 131_072 : 255)),
    precision: 18,
    scale: Number(flags.get("scale") ?? 2),
    required: flags.has("required"),
    nillable: !flags.has("required"),
    ...(flags.has("of") && { compoundField: flags.get("of") ?? "" }),
    createable: !flags.has("readOnly") && !flags.has("auto"),
    updateable: !flags.has("readOnly") && !flags.has("createOnly") && !flags.has("auto"),
    custom: name.endsWith("__c"),
    unique: flags.has("unique"),
    caseSensitive: flags.has("caseSensitive"),
    externalId: flags.has("externalId"),
    restrictedPicklist: flags.has("restricted"),
    picklistValues: (flags.get("values") ?? "")
      .split(";")
      .filter((value) => value !== "")
      .map((value) => ({ value, label: `${value} label`, active: true, isDefault: false })),
    referenceTo,
    relationshipName: relationship === "" ? null : relationship,
    onParentDelete: flags.has("cascade") ? "cascade" : flags.has("restrict") ? "restrict" : "clear",
    isMasterDetail: false,
    isAutoNumber: flags.has("auto"),
    autoNumberFormat: flags.get("auto") ?? null,
    formula: flags.get("formula") ?? null,
    ...readSummary(flags.get("summary"), flags.get("filter")),
    defaultValue: flags.get("default") ?? null,
    isNameField: flags.has("name"),
    isFilterable: !long && type !== "base64",
    isSortable: !long && type !== "base64",
    isGroupable: !long && !["double", "currency", "percent", "datetime", "time", "base64", "multipicklist"].includes(type),
    inlineHelpText: null,
  };
}

/** `sum:Opportunity.AccountId:Amount` and `StageName:equals:Won`. */
function readSummary(summary: string | undefined, filter: string | undefined): Pick<FieldSchema, "isSummary" | "summary"> {
  const [name = "", path = "", field = null] = summary?.split(":") ?? [];
  const operation = (["count", "sum", "min", "max"] as const).find((known) => known === name);
  if (operation === undefined) return { isSummary: summary !== undefined };
  const [child = "", foreignKey = ""] = path.split(".");
  const [filterField = "", filterOperation = "", value = ""] = filter?.split(":") ?? [];
  const filters = filter === undefined ? [] : [{ field: filterField, operation: filterOperation, value }];
  return { isSummary: true, summary: { operation, child, foreignKey, field, filters } };
}

function readType(text: string): FieldType {
  const type = FIELD_TYPES.find((known) => known === text);
  if (type === undefined) throw new Error(`no field type ${text}`);
  return type;
}
