/** How fields of records are shown: as text, link, phone number and so on. Pure. */
import type { FieldInfo, FieldValue, Layout, LayoutItem, ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";
import { addressOf } from "../pages/pages.ts";
import { textParts, webHref, type TextPart } from "../textLinks/textLinks.ts";

/** One shown value. */
export type Cell =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "lines"; readonly parts: readonly TextPart[] }
  | { readonly kind: "rich"; readonly html: string }
  | { readonly kind: "record"; readonly text: string; readonly recordId: string; readonly href: string }
  | { readonly kind: "phone"; readonly number: string }
  | { readonly kind: "email"; readonly text: string; readonly href: string }
  | { readonly kind: "url"; readonly text: string; readonly href: string }
  | { readonly kind: "checkbox"; readonly isChecked: boolean };

const EMPTY: Cell = { kind: "empty" };

/**
 * How a field of a record is shown.
 *
 * @param fieldApiName may span one relationship: `Account.Name`
 * @param info of the record's object; null: values are shown by what they are
 * @param lookupId field with the id that a spanning name leads to
 */
export function cellOf(fieldApiName: string, record: RecordRepresentation, info: ObjectInfo | null, lookupId: string | null = null): Cell {
  const dot = fieldApiName.indexOf(".");
  if (dot > 0) {
    const parent = relatedRecord(record, fieldApiName.slice(0, dot));
    if (parent === null) return EMPTY;
    const inner = cellOf(fieldApiName.slice(dot + 1), parent, null);
    const leadsTo = lookupId === null ? null : textOf(record.fields[lookupId]);
    return inner.kind === "text" && leadsTo !== null ? recordCell(inner.text, leadsTo, parent.apiName) : inner;
  }
  const value = record.fields[fieldApiName];
  const field = info?.fields[fieldApiName] ?? null;
  if (field?.dataType === "Address" || (field?.compound === true && field.compoundFieldName === null && value === undefined))
    return compoundCell(field, record, info);
  if (value?.value == null) return field?.dataType === "Boolean" ? { kind: "checkbox", isChecked: false } : EMPTY;
  if (field?.dataType === "Reference") return referenceCell(field, value, record);
  if (lookupId === "Id" && record.id !== null) return recordCell(shownText(value), record.id, record.apiName);
  if (lookupId !== null && textOf(record.fields[lookupId]) !== null)
    return recordCell(shownText(value), textOf(record.fields[lookupId]) ?? "", null);
  if (field?.nameField === true && record.id !== null) return recordCell(shownText(value), record.id, record.apiName);
  return valueCell(field, value);
}

function referenceCell(field: FieldInfo, value: FieldValue, record: RecordRepresentation): Cell {
  const id = typeof value.value === "string" ? value.value : "";
  const related = field.relationshipName === null ? null : relatedRecord(record, field.relationshipName);
  const name = related === null ? value.displayValue : nameOf(related);
  const target = related?.apiName ?? (field.referenceToInfos.length === 1 ? (field.referenceToInfos[0]?.apiName ?? null) : null);
  return recordCell(name ?? value.displayValue ?? id, id, target);
}

function recordCell(text: string, recordId: string, objectApiName: string | null): Cell {
  return { kind: "record", text, recordId, href: addressOf({ kind: "record", objectApiName, recordId }) };
}

function valueCell(field: FieldInfo | null, value: FieldValue): Cell {
  if (typeof value.value === "boolean") return { kind: "checkbox", isChecked: value.value };
  const text = shownText(value);
  if (text === "") return EMPTY;
  switch (field?.dataType) {
    case "Phone":
      return { kind: "phone", number: text };
    case "Email":
      return { kind: "email", text, href: `mailto:${text}` };
    case "Url": {
      const href = webHref(text);
      return href === null ? { kind: "text", text } : { kind: "url", text, href };
    }
    case "TextArea":
      return field.extraTypeInfo === "RichTextArea" ? { kind: "rich", html: text } : { kind: "lines", parts: textParts(text) };
    case "MultiPicklist":
      return { kind: "text", text: text.split(";").join("; ") };
    default:
      return field?.htmlFormatted === true ? { kind: "rich", html: text } : { kind: "text", text };
  }
}

/** An address or a name out of its parts, in the order of its object. */
function compoundCell(field: FieldInfo, record: RecordRepresentation, info: ObjectInfo | null): Cell {
  const whole = record.fields[field.apiName];
  if (whole?.displayValue != null && whole.displayValue !== "") return { kind: "lines", parts: textParts(whole.displayValue) };
  const parts = new Map<string, string>();
  for (const part of Object.values(info?.fields ?? {})) {
    if (part.compoundFieldName !== field.apiName || part.compoundComponentName === null) continue;
    const text = textOf(record.fields[part.apiName]);
    if (text !== null) parts.set(part.compoundComponentName, text);
  }
  const line = (names: readonly string[], by: string): string => names.flatMap((name) => parts.get(name) ?? []).join(by);
  const text =
    field.dataType === "Address"
      ? [line(["Street"], ""), line(["City", "State", "PostalCode"], ", "), line(["Country"], "")].filter((part) => part !== "").join("\n")
      : line(["Salutation", "FirstName", "MiddleName", "LastName", "Suffix"], " ");
  return text === "" ? EMPTY : { kind: "lines", parts: [{ key: 0, text, href: null }] };
}

function shownText(value: FieldValue): string {
  if (value.displayValue !== null) return value.displayValue;
  if (value.value === null || isRecord(value.value)) return value.value === null ? "" : nameOf(value.value);
  return String(value.value);
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value?.value === "string" && value.value !== "" ? value.value : null;
}

function isRecord(value: FieldValue["value"]): value is RecordRepresentation {
  return typeof value === "object" && value !== null;
}

function relatedRecord(record: RecordRepresentation, relationship: string): RecordRepresentation | null {
  const value = record.fields[relationship]?.value ?? null;
  return isRecord(value) ? value : null;
}

/** What people call the record: its name, case number or subject, else its id. */
export function nameOf(record: RecordRepresentation, info: ObjectInfo | null = null): string {
  const candidates = [...(info === null ? [] : nameFieldsOf(info)), "Name", "CaseNumber", "Subject", "Title"];
  for (const field of candidates) {
    const value = record.fields[field];
    if (value === undefined) continue;
    const text = shownText(value);
    if (text !== "") return text;
  }
  return record.id ?? "";
}

/** A person's name is one field of three parts: the whole comes first. */
function nameFieldsOf(info: ObjectInfo): readonly string[] {
  return [...info.nameFields].sort((one, other) => Number(other === "Name") - Number(one === "Name"));
}

/** One labelled place of a layout with what is shown there. */
export interface DetailItem {
  readonly key: string;
  /** Empty for an empty space. */
  readonly label: string;
  readonly help: string | null;
  readonly cells: readonly { readonly key: string; readonly cell: Cell; readonly isFollowing: boolean }[];
  /** A pencil stands beside it. */
  readonly isEditable: boolean;
  readonly editLabel: string;
  readonly isBlank: boolean;
}

/** A section of a layout with what stands in it, row by row. */
export interface DetailSection {
  readonly key: string;
  readonly heading: string;
  readonly hasHeading: boolean;
  readonly columns: number;
  readonly rows: readonly { readonly key: string; readonly items: readonly DetailItem[] }[];
}

/** A layout filled with a record. */
export function detailSections(layout: Layout, record: RecordRepresentation, info: ObjectInfo): readonly DetailSection[] {
  return layout.sections.map((section) => ({
    key: section.id,
    heading: section.heading,
    hasHeading: section.useHeading && section.heading !== "",
    columns: section.columns,
    rows: section.layoutRows.map(({ layoutItems }, row) => ({
      key: String(row),
      items: layoutItems.map((item, column) => detailItem(item, `${row}.${column}`, record, info)),
    })),
  }));
}

/** The fields of a compact layout, in order. */
export function compactItems(layout: Layout, record: RecordRepresentation, info: ObjectInfo): readonly DetailItem[] {
  return detailSections(layout, record, info)
    .flatMap((section) => section.rows.flatMap((row) => row.items))
    .filter((item) => item.label !== "");
}

/** The parts of a name or an address are shown as the one field that they make. */
function wholeFields(fields: readonly string[], info: ObjectInfo): readonly string[] {
  const whole = compoundOf(fields, info);
  return whole === null ? fields : [whole];
}

/** The compound field that all the fields are parts of; null: they are not. */
export function compoundOf(fields: readonly string[], info: ObjectInfo): string | null {
  const [first] = fields;
  const whole = first === undefined ? null : (info.fields[first]?.compoundFieldName ?? null);
  return whole !== null && fields.length > 1 && fields.every((field) => info.fields[field]?.compoundFieldName === whole) ? whole : null;
}

function detailItem(item: LayoutItem, key: string, record: RecordRepresentation, info: ObjectInfo): DetailItem {
  const fields = wholeFields(
    item.layoutComponents.flatMap(({ apiName }) => apiName ?? []),
    info,
  );
  const cells = fields.map((field, index) => {
    const cell = cellOf(field, record, info);
    // A record's own name, shown on its page, leads nowhere.
    const shown: Cell = cell.kind === "record" && cell.recordId === record.id ? { kind: "text", text: cell.text } : cell;
    return { key: field, cell: shown, isFollowing: index > 0 };
  });
  return {
    key: `${key}.${fields.join(",")}`,
    label: item.label,
    help: info.fields[fields[0] ?? ""]?.inlineHelpText ?? null,
    cells,
    isEditable: item.editableForUpdate && info.updateable,
    editLabel: `Edit ${item.label}`,
    isBlank: fields.length === 0,
  };
}
