/** The form that a layout makes for creating or editing a record, and the values that it sends. Pure. */
import type {
  DataType,
  FieldInfo,
  Layout,
  LayoutItem,
  ObjectInfo,
  PicklistValuesCollection,
  RecordRepresentation,
} from "../../../../../salesforce/ui-api/wire.ts";

import { compoundOf, nameOf } from "../cells/cells.ts";

/** What an input holds; null: nothing. */
export type FormValue = string | number | boolean | null;
/** What all inputs hold, by field. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** One input. */
export interface FormField {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: DataType;
  readonly isRequired: boolean;
  /** Shown, but not for typing. */
  readonly isReadOnly: boolean;
  readonly help: string | null;
  /** Most characters; null: no limit that the form checks. */
  readonly maxLength: number | null;
  readonly scale: number;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** Objects that a lookup may name. */
  readonly targets: readonly string[];
  readonly displayText: string;
}

/** A section of the form, row by row. */
export interface FormSection {
  readonly key: string;
  readonly heading: string;
  readonly columns: number;
  readonly rows: readonly { readonly key: string; readonly cells: readonly FormCell[] }[];
}

/** The inputs of one place of the layout: several for a name or an address, none for an empty space. */
export interface FormCell {
  readonly key: string;
  readonly legend: string | null;
  readonly fields: readonly FormField[];
}

/** Everything that a form is made from. */
export interface FormSource {
  readonly layout: Layout;
  readonly info: ObjectInfo;
  readonly record: RecordRepresentation;
  readonly picklists: PicklistValuesCollection;
  readonly isNew: boolean;
}

/** Sections of the form; sections without any input (system information of a new record) are left out. */
export function formSections(source: FormSource): readonly FormSection[] {
  return source.layout.sections
    .map((section) => ({
      key: section.id,
      heading: section.useHeading ? section.heading : "",
      columns: section.columns,
      rows: section.layoutRows
        .map(({ layoutItems }, row) => ({
          key: String(row),
          cells: layoutItems.map((item, column) => formCell(item, `${row}.${column}`, source)),
        }))
        .filter(({ cells }) => cells.some(({ fields }) => fields.length > 0)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function formCell(item: LayoutItem, key: string, source: FormSource): FormCell {
  const isEditable = source.isNew ? item.editableForNew : item.editableForUpdate;
  const names = item.layoutComponents.flatMap(({ apiName }) => apiName ?? []);
  const infos = names.flatMap((name) => partsOf(name, source.info));
  const isCompound =
    compoundOf(
      infos.map(({ apiName }) => apiName),
      source.info,
    ) !== null;
  // What nobody can type into a new record has no value yet either.
  const fields = source.isNew && !isEditable ? [] : infos.map((field) => formField(field, item, isEditable, source));
  return { key, legend: isCompound && fields.length > 0 ? item.label : null, fields };
}

const PART_ORDER = ["Salutation", "FirstName", "MiddleName", "LastName", "Suffix", "Street", "City", "State", "PostalCode", "Country"];

/** The fields to type for a field of a layout: its parts for a compound one. */
function partsOf(name: string, info: ObjectInfo): readonly FieldInfo[] {
  const field = info.fields[name];
  // Person accounts share their object with others, whose name is one field.
  if (field !== undefined && !field.compound) return [field];
  const place = ({ compoundComponentName }: FieldInfo): number => PART_ORDER.indexOf(compoundComponentName ?? "");
  const parts = Object.values(info.fields)
    .filter((part) => part.compoundFieldName === name && part.apiName !== name && place(part) >= 0)
    .sort((one, other) => place(one) - place(other));
  if (parts.length > 0) return parts;
  return field === undefined ? [] : [field];
}

function formField(field: FieldInfo, item: LayoutItem, isEditable: boolean, source: FormSource): FormField {
  const canWrite = source.isNew ? field.createable : field.updateable;
  const isPart = field.compoundFieldName !== null && field.compoundFieldName !== field.apiName;
  return {
    apiName: field.apiName,
    label: isPart || item.layoutComponents.length > 1 ? field.label : item.label,
    dataType: field.dataType,
    isRequired: canWrite && field.dataType !== "Boolean" && (field.required || (item.required && !isPart)),
    isReadOnly: !isEditable || !canWrite,
    help: field.inlineHelpText,
    maxLength: field.length > 0 ? field.length : null,
    scale: field.scale,
    options: source.picklists.picklistFieldValues[field.apiName]?.values ?? [],
    targets: field.referenceToInfos.map(({ apiName }) => apiName),
    displayText: shownText(field, source.record),
  };
}

/** A lookup shows the name of the other record; empty when the answer does not say it. */
function shownText(field: FieldInfo, record: RecordRepresentation): string {
  const value = record.fields[field.apiName];
  if (value === undefined) return "";
  if (field.dataType === "Reference") {
    const related = record.fields[field.relationshipName ?? ""];
    const name = typeof related?.value === "object" && related.value !== null ? nameOf(related.value) : null;
    return name ?? related?.displayValue ?? value.displayValue ?? "";
  }
  return value.displayValue ?? (typeof value.value === "object" ? "" : String(value.value));
}

/** The values that the form starts with: the record's own, and the defaults given by who opened it. */
export function startValues(
  sections: readonly FormSection[],
  record: RecordRepresentation,
  defaults: Readonly<Record<string, string>>,
): FormValues {
  const values: Record<string, FormValue> = {};
  for (const field of fieldsOf(sections)) {
    const value = record.fields[field.apiName]?.value ?? null;
    const given = defaults[field.apiName];
    values[field.apiName] = given !== undefined ? typedValue(field, given) : typeof value === "object" ? null : value;
    if (field.dataType === "Boolean") values[field.apiName] ??= false;
  }
  // Defaults of fields that the layout does not show are sent all the same.
  for (const [field, given] of Object.entries(defaults)) if (!(field in values)) values[field] = given;
  return values;
}

/** All inputs of the form. */
export function fieldsOf(sections: readonly FormSection[]): readonly FormField[] {
  return sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ fields }) => fields)));
}

/** What an input's text means for its field; an empty text is no value. */
export function typedValue(field: Pick<FormField, "dataType">, text: string): FormValue {
  switch (field.dataType) {
    case "Boolean":
      return text === "true";
    case "Currency":
    case "Double":
    case "Int":
    case "Long":
    case "Percent": {
      const number = Number(text);
      return text.trim() === "" ? null : Number.isNaN(number) ? text : number;
    }
    default:
      return text === "" ? null : text;
  }
}

/** The values that differ from those at the start. */
export function changedValues(start: FormValues, now: FormValues): FormValues {
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => (start[field] ?? null) !== value));
}

/** What a new record is sent with: everything that has a value. */
export function givenValues(now: FormValues): FormValues {
  return Object.fromEntries(Object.entries(now).filter(([, value]) => value !== null));
}

/** Required inputs that hold nothing. */
export function missingFields(sections: readonly FormSection[], values: FormValues): readonly FormField[] {
  return fieldsOf(sections).filter(({ apiName, isRequired, isReadOnly }) => {
    const value = values[apiName] ?? null;
    return isRequired && !isReadOnly && (value === null || (typeof value === "string" && value.trim() === ""));
  });
}
