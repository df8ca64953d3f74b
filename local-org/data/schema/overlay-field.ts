/**
 * Fields of standard objects as written in `apex/catalog/overlay/objects`: `<name> <type>[(arguments)] <flag>...`, for
 * example `Status picklist required values[Open|Closed] default[Open]` or `WhoId reference(Contact,Lead) as[Who]`.
 * Arguments are a length, precision and scale, or the objects referred to. A default among `values` ends with `*`.
 */
import { makeField } from "./make-field.ts";
import type { FieldDraft } from "./make-field.ts";
import { FIELD_TYPES } from "./schema.ts";
import type { FieldSchema, FieldType, PicklistValue } from "./schema.ts";

const KNOWN_TYPES: ReadonlySet<string> = new Set(FIELD_TYPES);

/** Flags without a value. */
const FLAGS: Readonly<Record<string, Partial<FieldSchema>>> = {
  required: { required: true, nillable: false },
  /** Filled by the platform when the record does not say. */
  defaulted: { nillable: false },
  nillable: { nillable: true },
  /** Always filled by the platform, never written. */
  system: { createable: false, updateable: false, nillable: false },
  readonly: { createable: false, updateable: false },
  createonly: { updateable: false },
  updateonly: { createable: false },
  unique: { unique: true },
  caseSensitive: { caseSensitive: true },
  externalId: { externalId: true },
  restricted: { restrictedPicklist: true },
  name: { isNameField: true },
  unfilterable: { isFilterable: false },
  unsortable: { isSortable: false },
  ungroupable: { isGroupable: false },
  groupable: { isGroupable: true },
  html: { isHtml: true },
  cascade: { onParentDelete: "cascade" },
  restrict: { onParentDelete: "restrict" },
  keep: { onParentDelete: "none" },
  masterDetail: { isMasterDetail: true, onParentDelete: "cascade" },
};

/** Reads one field; throws when it is not of the form above. */
export function readOverlayField(text: string): FieldSchema {
  const [name, typeText, ...flags] = splitWords(text);
  const typeMatch = /^([a-z\d]+)(?:\((.*)\))?$/.exec(typeText ?? "");
  const type = typeMatch?.[1];
  if (name === undefined || type === undefined || !isFieldType(type)) throw new Error(`not a field: ${text}`);
  let draft: FieldDraft = { name, type, ...typeArguments(type, typeMatch?.[2]) };
  for (const flag of flags) {
    const [, key = "", value] = /^(\w+)(?:\[([^\]]*)\])?$/.exec(flag) ?? [];
    const plain = FLAGS[key];
    if (value === undefined && plain !== undefined) draft = { ...draft, ...plain };
    else draft = { ...draft, ...valued(key, value, text) };
  }
  if (draft.relationshipName === undefined && type === "reference") draft = { ...draft, relationshipName: name.replace(/Id$/, "") };
  return makeField(draft);
}

const isFieldType = (type: string): type is FieldType => KNOWN_TYPES.has(type);

function typeArguments(type: FieldType, text: string | undefined): Partial<FieldSchema> {
  if (text === undefined) return {};
  const parts = text.split(",");
  if (type === "reference") return { referenceTo: parts };
  if (type === "double" || type === "currency" || type === "percent") return { precision: Number(parts[0]), scale: Number(parts[1] ?? 0) };
  return { length: Number(text) };
}

function valued(key: string, value: string | undefined, text: string): Partial<FieldSchema> {
  if (value !== undefined) {
    if (key === "as") return { relationshipName: value === "" ? null : value };
    if (key === "label") return { label: value };
    if (key === "help") return { inlineHelpText: value };
    if (key === "default") return { defaultValue: value };
    if (key === "part") return { compoundField: value };
    if (key === "autoNumber") return { isAutoNumber: true, autoNumberFormat: value, createable: false, updateable: false, nillable: false };
    if (key === "values") return { picklistValues: value.split("|").map(readPicklistValue) };
  }
  throw new Error(`unknown flag ${key} in ${text}`);
}

/** `Value`, `Value=Label`; a trailing `*` marks the default. */
function readPicklistValue(text: string): PicklistValue {
  const isDefault = text.endsWith("*");
  const [value = "", label = value] = (isDefault ? text.slice(0, -1) : text).split("=");
  return { value, label, active: true, isDefault };
}

/** Splits at spaces outside brackets. */
function splitWords(text: string): string[] {
  return text.match(/(?:\[[^\]]*\]|\([^)]*\)|[^\s])+/g) ?? [];
}
