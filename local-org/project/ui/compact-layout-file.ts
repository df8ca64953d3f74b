/** `objects/<Object>/compactLayouts/<Name>.compactLayout-meta.xml` and the columns of search results, as the object assigns them. */
import { fileStem, MetadataError, type MetadataFile, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "../../data/schema/xml.ts";
import { columnPath } from "./column-name.ts";

/** Fields of the assigned compact layout by object name; objects that keep the platform's are not in it. Throws MetadataError. */
export function readCompactLayouts(schema: Schema, files: MetadataFiles): ReadonlyMap<string, readonly string[]> {
  return assigned(schema, files, (object, root, file) => {
    const name = textOf(root, "compactLayoutAssignment");
    if (name === null || name === "SYSTEM") return null;
    const layout = files.withSuffix("compactLayout").find((one) => fileStem(one) === name && folderObject(one) === folderObject(file));
    if (layout === undefined) throw new MetadataError(file.path, root.line, `there is no compact layout ${name} of ${object.name}`);
    return childrenOf(layout.root(), "fields").map(({ text, line }) => {
      const field = object.fields.get(text.trim().toLowerCase());
      if (field === undefined) throw new MetadataError(layout.path, line, `there is no field ${object.name}.${text.trim()}`);
      return field.name;
    });
  });
}

/** Additional columns of search results by object name. Throws MetadataError. */
export function readSearchColumns(schema: Schema, files: MetadataFiles): ReadonlyMap<string, readonly string[]> {
  return assigned(schema, files, (object, root, file) => {
    const layouts = childOf(root, "searchLayouts");
    const columns = layouts === undefined ? [] : childrenOf(layouts, "searchResultsAdditionalFields");
    return columns.length === 0 ? null : columns.map((column) => columnPath(object, column.text.trim(), file, column.line));
  });
}

type Read = (object: ObjectSchema, root: XmlElement, file: MetadataFile) => readonly string[] | null;

function assigned(schema: Schema, files: MetadataFiles, read: Read): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, readonly string[]>();
  for (const file of files.withSuffix("object")) {
    const object = schema.object(folderObject(file));
    const found = object === undefined ? null : read(object, file.root(), file);
    if (object !== undefined && found !== null) result.set(object.name, found);
  }
  return result;
}

function folderObject({ path }: MetadataFile): string {
  return /\/objects\/(\w+)\//.exec(path)?.[1] ?? "";
}
