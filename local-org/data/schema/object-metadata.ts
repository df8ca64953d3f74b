/** Gathers what the project says about each object, from decomposed and whole object files, over all package directories. */
import { fileStem } from "./metadata-files.ts";
import type { MetadataFile, MetadataFiles } from "./metadata-files.ts";
import { childrenOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** One part of an object (a field, a record type) with its place. */
export interface ObjectPart {
  readonly name: string;
  readonly file: string;
  readonly element: XmlElement;
}

export interface ObjectMetadata {
  /** As declared: the name of the object's folder. */
  readonly name: string;
  /** The `CustomObject` element, or null when the project only adds parts. */
  readonly definition: ObjectPart | null;
  readonly fields: readonly ObjectPart[];
  readonly recordTypes: readonly ObjectPart[];
  readonly validationRules: readonly ObjectPart[];
  readonly fieldSets: readonly ObjectPart[];
  readonly sharingReasons: readonly ObjectPart[];
}

/** File suffix of a decomposed part, its element inside a whole object file, and where it goes. */
const PARTS = [
  { suffix: "field", element: "fields", list: "fields" },
  { suffix: "recordType", element: "recordTypes", list: "recordTypes" },
  { suffix: "validationRule", element: "validationRules", list: "validationRules" },
  { suffix: "fieldSet", element: "fieldSets", list: "fieldSets" },
  { suffix: "sharingReason", element: "sharingReasons", list: "sharingReasons" },
] as const;

type Gathered = {
  -readonly [Key in keyof ObjectMetadata]: ObjectMetadata[Key] extends readonly ObjectPart[] ? ObjectPart[] : ObjectMetadata[Key];
};

/** By lower-case object name. */
export function readObjectMetadata(files: MetadataFiles): ReadonlyMap<string, ObjectMetadata> {
  const objects = new Map<string, Gathered>();
  const gather = (name: string): Gathered => {
    let object = objects.get(name.toLowerCase());
    if (object === undefined) {
      object = { name, definition: null, fields: [], recordTypes: [], validationRules: [], fieldSets: [], sharingReasons: [] };
      objects.set(name.toLowerCase(), object);
    }
    return object;
  };
  for (const file of files.withSuffix("object")) {
    const object = gather(fileStem(file));
    const element = file.root();
    object.definition = { name: object.name, file: file.path, element };
    for (const part of PARTS) {
      for (const inner of childrenOf(element, part.element))
        object[part.list].push({ name: textOf(inner, "fullName") ?? "", file: file.path, element: inner });
    }
  }
  for (const part of PARTS) {
    for (const file of files.withSuffix(part.suffix)) {
      const object = folderObject(file);
      if (object !== null) gather(object)[part.list].push(partOfFile(file));
    }
  }
  return objects;
}

function partOfFile(file: MetadataFile): ObjectPart {
  const element = file.root();
  return { name: textOf(element, "fullName") ?? fileStem(file), file: file.path, element };
}

/** `objects/<Object>/<kind>/<part>` */
function folderObject(file: MetadataFile): string | null {
  const folders = file.path.split("/");
  return folders.at(-4) === "objects" ? (folders.at(-3) ?? null) : null;
}
