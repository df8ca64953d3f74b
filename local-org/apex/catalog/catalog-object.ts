import { AUDIT_FIELDS, AUDIT_PARENTS, OBJECT_FIELD_TYPES } from "./catalog-format.ts";
import type { ObjectEntry, ObjectFieldType } from "./catalog-format.ts";

/** A standard object as far as the stubs know it: names and Apex types. `data/schema` adds the rest. */
export interface CatalogObject {
  readonly name: string;
  /** Field name to Apex type, in name order. `Address` and `Location` are compound fields. */
  readonly fields: ReadonlyMap<string, ObjectFieldType>;
  /** Relationship name to target object; `Name` and `SObject` stand for several targets. The field is the name with `Id`. */
  readonly parents: ReadonlyMap<string, string>;
  /** Relationship name to child object. */
  readonly children: ReadonlyMap<string, string>;
}

/** Decodes an entry of the committed files. */
export function decodeObject(entry: ObjectEntry): CatalogObject {
  const fields: [string, ObjectFieldType][] = entry.audited === true ? Object.entries(AUDIT_FIELDS) : [];
  for (const type of OBJECT_FIELD_TYPES) {
    for (const name of entry.fields[type]?.split(" ") ?? []) fields.push([name, type]);
  }
  fields.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return {
    name: entry.name,
    fields: new Map(fields),
    parents: new Map([...(entry.audited === true ? Object.entries(AUDIT_PARENTS) : []), ...pairs(entry.parents)]),
    children: new Map(pairs(entry.children)),
  };
}

function pairs(text: string | undefined): [string, string][] {
  return (text?.split(" ") ?? []).map((pair) => {
    const [name = "", target = ""] = pair.split(":");
    return [name, target];
  });
}
