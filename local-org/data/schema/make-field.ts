import type { FieldSchema, FieldType } from "./schema.ts";

/** Apex type of a field's values; every type not listed is a String. */
export const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: "Id",
  reference: "Id",
  boolean: "Boolean",
  int: "Integer",
  long: "Long",
  double: "Decimal",
  currency: "Decimal",
  percent: "Decimal",
  date: "Date",
  datetime: "Datetime",
  time: "Time",
  base64: "Blob",
  anytype: "Object",
  address: "System.Address",
  location: "System.Location",
};

const DEFAULT_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  id: 18,
  reference: 18,
  string: 255,
  textarea: 255,
  email: 80,
  phone: 40,
  url: 255,
  picklist: 255,
  multipicklist: 4099,
  combobox: 255,
  encryptedstring: 175,
};

const NUMERIC: ReadonlySet<FieldType> = new Set(["double", "currency", "percent"]);
const UNGROUPABLE: ReadonlySet<FieldType> = new Set([
  "double",
  "currency",
  "percent",
  "datetime",
  "time",
  "base64",
  "multipicklist",
  "address",
  "location",
  "encryptedstring",
  "anytype",
]);
const UNSORTABLE: ReadonlySet<FieldType> = new Set(["base64", "multipicklist", "address", "location", "encryptedstring", "anytype"]);
const UNFILTERABLE: ReadonlySet<FieldType> = new Set(["base64", "encryptedstring", "anytype"]);
/** Text areas above this length are long text areas: neither filterable nor sortable nor groupable. */
const LONGEST_SHORT_TEXT = 255;

export type FieldDraft = { readonly name: string; readonly type: FieldType } & Partial<FieldSchema>;

/** A field with everything that the draft leaves open filled in as the platform does for its type. */
export function makeField(draft: FieldDraft): FieldSchema {
  const { name, type } = draft;
  const length = draft.length ?? DEFAULT_LENGTHS[type] ?? 0;
  const isLong = type === "textarea" && length > LONGEST_SHORT_TEXT;
  const nillable = draft.nillable ?? (draft.required !== true && type !== "boolean" && type !== "id");
  return {
    label: labelOf(name),
    apexType: APEX_TYPES[type] ?? "String",
    precision: NUMERIC.has(type) ? 18 : 0,
    scale: NUMERIC.has(type) && type !== "double" ? 2 : 0,
    required: false,
    createable: true,
    updateable: true,
    custom: name.endsWith("__c"),
    unique: false,
    caseSensitive: false,
    externalId: false,
    restrictedPicklist: false,
    picklistValues: [],
    referenceTo: [],
    relationshipName: null,
    onParentDelete: type === "reference" ? "clear" : "none",
    isMasterDetail: false,
    isAutoNumber: false,
    autoNumberFormat: null,
    formula: null,
    isSummary: false,
    defaultValue: null,
    isNameField: false,
    isFilterable: !isLong && !UNFILTERABLE.has(type),
    isSortable: !isLong && !UNSORTABLE.has(type),
    isGroupable: !isLong && !UNGROUPABLE.has(type),
    inlineHelpText: null,
    ...draft,
    length,
    nillable,
  };
}

/** `AccountNumber` reads "Account Number", `OwnerId` "Owner ID"; custom names lose their suffix and underscores. */
export function labelOf(name: string): string {
  return name
    .replace(/__[a-z]+$/i, "")
    .replaceAll("_", " ")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/\bId\b/g, "ID");
}
