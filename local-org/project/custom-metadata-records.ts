/** Records of custom metadata types: `customMetadata/<Type>.<Record>.md-meta.xml`. */
import { ApexDate, ApexDatetime, Decimal, type ApexValue } from "../apex/runtime/values.ts";
import { fileStem, MetadataError, type MetadataFile, type MetadataFiles } from "../data/schema/metadata-files.ts";
import type { FieldSchema, ObjectSchema } from "../data/schema/schema.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "../data/schema/xml.ts";
import type { Org } from "../transaction/org.ts";
import { seedRow } from "../transaction/seed-row.ts";

const MILLIS_PER_DAY = 86_400_000;

/** Inserts all records, those that others refer to first. Throws MetadataError for records of unknown types and fields. */
export function deployCustomMetadata(org: Org, files: MetadataFiles): void {
  const waiting = new Map(files.withSuffix("md").map((file) => [fileStem(file).toLowerCase(), file]));
  const ids = new Map<string, string>();
  const insert = (key: string): string | null => {
    const known = ids.get(key);
    const file = waiting.get(key);
    if (known !== undefined || file === undefined) return known ?? null;
    waiting.delete(key); // a record may refer to itself
    const id = insertRecord(org, file, insert);
    ids.set(key, id);
    return id;
  };
  for (const key of [...waiting.keys()]) insert(key);
}

function insertRecord(org: Org, file: MetadataFile, idOf: (record: string) => string | null): string {
  const [type, developerName] = splitOnce(fileStem(file), ".");
  const root = file.root();
  const object = org.schema.object(`${type}__mdt`);
  if (object === undefined) throw new MetadataError(file.path, root.line, `there is no custom metadata type ${type}__mdt`);
  const label = textOf(root, "label") ?? developerName;
  const values: Record<string, ApexValue> = {
    DeveloperName: developerName,
    MasterLabel: label,
    Label: label,
    Language: org.settings.defaultLanguage,
    NamespacePrefix: org.settings.namespace,
    QualifiedApiName: org.settings.namespace === null ? developerName : `${org.settings.namespace}__${developerName}`,
  };
  for (const field of object.fields.values()) if (field.type === "boolean" && field.custom) values[field.name] = false;
  for (const element of childrenOf(root, "values")) {
    const field = knownField(object, element, file);
    values[field.name] = readValue(field, childOf(element, "value"), idOf);
  }
  return seedRow(org, object.name, values);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function knownField(object: ObjectSchema, element: XmlElement, file: MetadataFile): FieldSchema {
  const name = textOf(element, "field") ?? "";
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw new MetadataError(file.path, element.line, `there is no field ${object.name}.${name}`);
  return field;
}

/** An empty value (`xsi:nil`) is null. */
function readValue(field: FieldSchema, element: XmlElement | undefined, idOf: (record: string) => string | null): ApexValue {
  const text = element?.text ?? "";
  if (text === "") return field.type === "boolean" ? false : null;
  switch (field.apexType) {
    case "Boolean":
      return text.trim() === "true";
    case "Decimal":
      return Decimal.parse(text.trim());
    case "Date":
      return new ApexDate(Math.floor(Date.parse(text.trim()) / MILLIS_PER_DAY));
    case "Datetime":
      return new ApexDatetime(Date.parse(text.trim()));
    case "Id":
      // A record is named with or without its type.
      return idOf(text.trim().toLowerCase()) ?? idOf(`${(field.referenceTo[0] ?? "").replace(/__mdt$/i, "")}.${text.trim()}`.toLowerCase());
    default:
      return text;
  }
}
