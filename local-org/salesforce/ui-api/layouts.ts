/** The layouts of an org: the project's, else the platform's defaults, else one made of all fields. */
import type { MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { readCompactLayouts, readSearchColumns } from "../../project/ui/compact-layout-file.ts";
import { layoutObject, readLayout } from "../../project/ui/layout-file.ts";
import type { LayoutItemSpec, LayoutSectionSpec, LayoutSpec, RelatedListSpec } from "../../project/ui/layout-spec.ts";
import { defaultUi } from "./default-ui.ts";
import { isPerson, nameFieldOf } from "./ui-object.ts";

const STAMPS = ["CreatedById", "LastModifiedById"];
/** Fields of the highlights panel of an object without a compact layout. */
const COMPACT_FIELDS = 5;

export class Layouts {
  readonly #schema: Schema;
  readonly #specs = new Map<string, LayoutSpec>();
  readonly #compact: ReadonlyMap<string, readonly string[]>;
  readonly #searchColumns: ReadonlyMap<string, readonly string[]>;

  /** Reads the project's layouts. Throws MetadataError. */
  constructor(schema: Schema, files: MetadataFiles) {
    this.#schema = schema;
    this.#compact = readCompactLayouts(schema, files);
    this.#searchColumns = readSearchColumns(schema, files);
    for (const file of files.withSuffix("layout")) {
      const object = schema.object(layoutObject(file));
      // Layouts of objects that the org does not have (features that are off), and of activities: their fields are Task's and Event's.
      if (object === undefined || this.#specs.has(object.name)) continue;
      this.#specs.set(object.name, readLayout(schema, object, file));
    }
  }

  /** The object has a layout that somebody made for it. */
  isLayoutable(object: ObjectSchema): boolean {
    return object.kind === "custom" || this.#specs.has(object.name) || defaultUi(object.name) !== null;
  }

  layoutOf(object: ObjectSchema): LayoutSpec {
    let spec = this.#specs.get(object.name);
    if (spec === undefined) {
      spec = builtIn(object);
      this.#specs.set(object.name, spec);
    }
    return spec;
  }

  /** Fields of the highlights panel; the first is the title. */
  compactFields(object: ObjectSchema): readonly string[] {
    const compact = this.#compact.get(object.name) ?? defaultUi(object.name)?.compact;
    if (compact !== undefined) return compact.filter((name) => object.fields.has(name.toLowerCase()));
    const name = nameFieldOf(object);
    const others = customFields(object).filter((field) => field.type !== "textarea" && field !== name);
    return [name, ...others.slice(0, COMPACT_FIELDS)].map((field) => field.name);
  }

  /** As in the layout; relationships that the org's schema lacks are left out. A standard object also shows what custom objects hang on it. */
  relatedLists(object: ObjectSchema): readonly RelatedListSpec[] {
    const listed = this.layoutOf(object).relatedLists.filter(({ relationship }) =>
      object.children.some(({ relationshipName }) => relationshipName === relationship),
    );
    if (this.layoutOf(object).name !== "") return listed;
    const custom = object.children.flatMap(({ relationshipName, childObject, field }): RelatedListSpec[] => {
      const child = this.#schema.object(childObject);
      if (relationshipName === null || child?.kind !== "custom" || listed.some(({ relationship }) => relationship === relationshipName))
        return [];
      if (child.fields.get(field.toLowerCase())?.custom !== true) return [];
      return [{ relationship: relationshipName, label: null, columns: this.listColumns(child), sortBy: null }];
    });
    return [...listed, ...custom];
  }

  /** Columns of lists of the object that name none of their own. */
  listColumns(object: ObjectSchema): readonly string[] {
    const columns = defaultUi(object.name)?.listColumns;
    if (columns !== undefined) return columns;
    const custom = customFields(object).filter(({ type }) => type !== "textarea");
    return [
      nameFieldOf(object).name,
      ...custom.slice(0, COMPACT_FIELDS - 1).map((field) => columnOf(this.#schema, field)),
      ...(object.fields.has("createddate") ? ["CreatedDate"] : []),
    ];
  }

  searchColumns(object: ObjectSchema): readonly string[] {
    const additional = this.#searchColumns.get(object.name);
    if (additional !== undefined) return [...new Set([nameFieldOf(object).name, ...additional])];
    return defaultUi(object.name)?.searchColumns ?? this.listColumns(object);
  }

  /** The label that the layout gives to a field. */
  itemLabel(object: ObjectSchema, field: FieldSchema): string {
    const given = defaultUi(object.name)?.labels[field.name];
    if (given !== undefined) return given;
    if (field.name === "OwnerId") return "Owner";
    if (field.name === "Name" && isPerson(object)) return "Name";
    return field.type === "reference" && !field.custom ? field.label.replace(/ ID$/, "") : field.label;
  }
}

/** What a reference shows in a list: the name of its record. */
function columnOf(schema: Schema, field: FieldSchema): string {
  const target = schema.object(field.referenceTo[0] ?? "");
  if (field.relationshipName === null || target === undefined) return field.name;
  return `${field.relationshipName}.${field.referenceTo.length > 1 ? "Name" : nameFieldOf(target).name}`;
}

function builtIn(object: ObjectSchema): LayoutSpec {
  const defaults = defaultUi(object.name);
  if (defaults === null) return { name: "", sections: allFields(object), relatedLists: [] };
  const sections = defaults.sections.map((section) => ({
    ...section,
    columns: section.columns.map((column) => column.filter(exists(object))),
  }));
  const extra = customFields(object);
  const system = sections.findIndex(({ label }) => label === "System Information");
  const additional = extra.length === 0 ? [] : [section("Additional Information", extra.map(item))];
  const at = system < 0 ? sections.length : system;
  return { name: "", sections: [...sections.slice(0, at), ...additional, ...sections.slice(at)], relatedLists: defaults.relatedLists };
}

function exists(object: ObjectSchema): (item: LayoutItemSpec) => boolean {
  return ({ field }) => field === null || object.fields.has(field.toLowerCase());
}

function allFields(object: ObjectSchema): readonly LayoutSectionSpec[] {
  const isCustom = object.kind === "custom";
  const shown = [...object.fields.values()].filter((field) =>
    isCustom ? field.custom : field.createable && field.compoundField === undefined && !field.name.startsWith("User"),
  );
  const name = nameFieldOf(object);
  const owner = object.fields.get("ownerid");
  const fields = [name, ...shown.filter((field) => field !== name && field !== owner)];
  const items = fields.map(item);
  const information = section("Information", items.filter(exists(object)));
  const [left = [], right = []] = information.columns;
  const stamps = STAMPS.filter((field) => object.fields.has(field.toLowerCase()));
  return [
    { ...information, columns: [left, owner === undefined ? right : [item(owner), ...right]] },
    ...(stamps.length === 0
      ? []
      : [
          { label: "System Information", isHeadingShown: true, columns: stamps.map((field) => [{ field, behavior: "Readonly" as const }]) },
        ]),
  ];
}

/** Two columns, filled from the top of the left one. */
function section(label: string, items: readonly LayoutItemSpec[]): LayoutSectionSpec {
  const half = Math.ceil(items.length / 2);
  return { label, isHeadingShown: true, columns: [items.slice(0, half), items.slice(half)] };
}

function item(field: FieldSchema): LayoutItemSpec {
  return { field: field.name, behavior: field.required ? "Required" : "Edit" };
}

function customFields(object: ObjectSchema): readonly FieldSchema[] {
  return [...object.fields.values()].filter(({ custom }) => custom);
}
