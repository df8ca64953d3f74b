/** Layouts as the User Interface API writes them. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import { withChecksum } from "../../data/store/record-id.ts";
import type { LayoutItemSpec, LayoutSectionSpec } from "../../project/ui/layout-spec.ts";
import { etagOf } from "./etag.ts";
import type { Layouts } from "./layouts.ts";
import { isPerson } from "./ui-object.ts";
import type { Layout, LayoutComponent, LayoutItem, LayoutMode, LayoutSection, LayoutType } from "./wire.ts";

const NAME_PARTS = ["Salutation", "FirstName", "MiddleName", "LastName", "Suffix"];
const ADDRESS_PARTS = ["Street", "City", "State", "PostalCode", "Country"];
/** Who did it stands beside when. */
const STAMPS: Readonly<Record<string, string>> = { CreatedById: "CreatedDate", LastModifiedById: "LastModifiedDate" };

export interface LayoutRequest {
  readonly layouts: Layouts;
  readonly object: ObjectSchema;
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly recordTypeId: string;
}

export function layoutRepresentation({ layouts, object, layoutType, mode, recordTypeId }: LayoutRequest): Layout {
  const specs = layoutType === "Compact" ? [compactSection(layouts, object)] : layouts.layoutOf(object).sections;
  const sections = specs.flatMap((spec, at): LayoutSection[] => {
    const columns = spec.columns.map((column) => column.flatMap((one) => itemOf(layouts, object, one, mode)));
    if (columns.every((column) => column.every(isEmpty))) return [];
    return [sectionOf(object, spec, columns, at)];
  });
  const layout = {
    id: withChecksum(`00h${(object.keyPrefix ?? "000").padEnd(3, "0")}${(layoutType === "Full" ? "0" : "1").padStart(9, "0")}`),
    layoutType,
    mode,
    objectApiName: object.name,
    recordTypeId,
    saveOptions: [],
    sections,
  };
  return { ...layout, eTag: etagOf(layout) };
}

/** Names of all fields that the layouts show; the record's name always. */
export function layoutFields(layout: Layout): readonly string[] {
  const names = layout.sections.flatMap(({ layoutRows }) =>
    layoutRows.flatMap(({ layoutItems }) =>
      layoutItems.flatMap(({ layoutComponents }) => layoutComponents.flatMap(({ apiName }) => (apiName === null ? [] : [apiName]))),
    ),
  );
  return [...new Set(names)];
}

function compactSection(layouts: Layouts, object: ObjectSchema): LayoutSectionSpec {
  const items = layouts.compactFields(object).map((field) => ({ field, behavior: "Readonly" as const }));
  return { label: "", isHeadingShown: false, columns: [items] };
}

function sectionOf(object: ObjectSchema, spec: LayoutSectionSpec, columns: readonly (readonly LayoutItem[])[], at: number): LayoutSection {
  const rows = Math.max(...columns.map((column) => column.length));
  const layoutRows = Array.from({ length: rows }, (_, row) => ({ layoutItems: columns.map((column) => column[row] ?? EMPTY) }));
  return {
    collapsible: spec.isHeadingShown,
    columns: columns.length,
    heading: spec.label,
    id: withChecksum(`01B${(object.keyPrefix ?? "000").padEnd(3, "0")}${String(at).padStart(9, "0")}`),
    layoutRows,
    rows,
    useHeading: spec.isHeadingShown && spec.label !== "",
  };
}

const EMPTY: LayoutItem = {
  editableForNew: false,
  editableForUpdate: false,
  label: "",
  layoutComponents: [{ apiName: null, componentType: "EmptySpace", label: null }],
  lookupIdApiName: null,
  required: false,
  sortable: false,
};

function isEmpty(item: LayoutItem): boolean {
  return item === EMPTY;
}

/** A new record shows nothing that nobody can fill in. */
function itemOf(layouts: Layouts, object: ObjectSchema, spec: LayoutItemSpec, mode: LayoutMode): LayoutItem[] {
  const field = spec.field === null ? undefined : object.fields.get(spec.field.toLowerCase());
  if (field === undefined) return [EMPTY];
  const parts = partsOf(object, field);
  const isWritable = spec.behavior !== "Readonly";
  const item: LayoutItem = {
    editableForNew: isWritable && parts.some(({ createable }) => createable),
    editableForUpdate: isWritable && parts.some(({ updateable }) => updateable),
    label: STAMPS[field.name] === undefined ? layouts.itemLabel(object, field) : field.label.replace(/ ID$/, ""),
    layoutComponents: parts.map((part): LayoutComponent => ({ apiName: part.name, componentType: "Field", label: part.label })),
    lookupIdApiName: field.type === "reference" && STAMPS[field.name] === undefined ? field.name : null,
    required: spec.behavior === "Required" || parts.some(({ required }) => required),
    sortable: field.isSortable,
  };
  return mode === "Create" && !item.editableForNew ? [] : [item];
}

/** The fields that are shown for a field of a layout. */
function partsOf(object: ObjectSchema, field: FieldSchema): readonly FieldSchema[] {
  const named = (names: readonly string[]) => names.flatMap((name) => object.fields.get(name.toLowerCase()) ?? []);
  if (field.name === "Name" && isPerson(object)) return named(NAME_PARTS);
  if (field.type === "address") return named(ADDRESS_PARTS.map((part) => `${field.name.replace(/Address$/, "")}${part}`));
  const stamp = STAMPS[field.name];
  return stamp === undefined ? [field] : [field, ...named([stamp])];
}
