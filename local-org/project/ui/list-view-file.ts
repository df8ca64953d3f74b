/** `objects/<Object>/listViews/<Name>.listView-meta.xml`. */
import { fileStem, MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import { childrenOf, textOf, type XmlElement } from "../../data/schema/xml.ts";
import { columnPath } from "./column-name.ts";
import type { ListViewSpec } from "./list-view-spec.ts";

const OPERATIONS = [
  "equals",
  "notEqual",
  "lessThan",
  "greaterThan",
  "lessOrEqual",
  "greaterOrEqual",
  "contains",
  "notContain",
  "startsWith",
  "includes",
  "excludes",
];

/** The object that the file's folder names; `""` for a file elsewhere. */
export function listViewObject(file: MetadataFile): string {
  return /\/objects\/(\w+)\/listViews\//.exec(file.path)?.[1] ?? "";
}

/** Throws MetadataError for columns, filters and scopes that are not known here. */
export function readListView(object: ObjectSchema, file: MetadataFile): ListViewSpec {
  const root = file.root();
  const columns = childrenOf(root, "columns").map((column) => columnPath(object, column.text.trim(), file, column.line));
  const [firstColumn = "Id"] = columns;
  return {
    apiName: textOf(root, "fullName") ?? fileStem(file),
    label: textOf(root, "label") ?? fileStem(file),
    scope: scopeOf(root, file),
    columns,
    filters: childrenOf(root, "filters").map((filter) => {
      const operation = textOf(filter, "operation") ?? "";
      if (!OPERATIONS.includes(operation))
        throw new MetadataError(file.path, filter.line, `filters with the operation ${operation} are not supported`);
      return {
        field: columnPath(object, textOf(filter, "field") ?? "", file, filter.line),
        operation,
        value: textOf(filter, "value") ?? "",
      };
    }),
    booleanFilter: textOf(root, "booleanFilter"),
    sortBy: columns.includes("Name") ? "Name" : firstColumn,
  };
}

function scopeOf(root: XmlElement, file: MetadataFile): ListViewSpec["scope"] {
  const scope = textOf(root, "filterScope") ?? "Everything";
  if (scope === "Everything" || scope === "Mine") return scope;
  throw new MetadataError(file.path, root.line, `list views with the scope ${scope} are not supported`);
}
