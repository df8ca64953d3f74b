/** Records of custom metadata types: `customMetadata/Type.Record.md-meta.xml`. */
import { ApexDate, ApexDatetime, Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import { fileStem, MetadataError, type MetadataFile, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import { childrenOf, textOf, type XmlElement } from "../../data/schema/xml.ts";
import type { Org } from "../../transaction/org.ts";
import { seedRow } from "../../transaction/seed-row.ts";

interface Draft {
  readonly file: MetadataFile;
  readonly object: ObjectSchema;
  readonly name: string;
  readonly root: XmlElement;
}

/** Throws MetadataError for a record of an unknown type or with a value that does not fit its field. */
export function deployCustomMetadata(org: Org, files: MetadataFiles): void {
  const drafts = files.withSuffix("md").map((file) => draftOf(org, file));
  const ids = new Map<string, string>();
  // References to other records need their ids: types that refer to others come after them.
  for (const draft of drafts.sort((left, right) => depthOf(org, left.object) - depthOf(org, right.object))) {
    const id = seedRow(org, draft.object.name, valuesOf(org, draft, ids));
    ids.set(`${draft.object.name}.${draft.name}`.toLowerCase(), id);
  }
}

function draftOf(org: Org, file: MetadataFile): Draft {
  const [type = "", name = ""] = fileStem(file).split(/\.(.*)/s);
  const object = org.schema.object(`${type}__mdt`);
  if (object === undefined) throw new MetadataError(file.path, 1, `there is no custom metadata type ${type}__mdt`);
  return { file, object, name, root: file.root() };
}

/** Longest chain of references to other custom metadata types. */
function depthOf(org: Org, object: ObjectSchema, above: readonly string[] = []): number {
  if (above.includes(object.name)) return 0;
  const targets = [...object.fields.values()].flatMap((field) => field.referenceTo).flatMap((name) => org.schema.object(name) ?? []);
  const depths = targets.filter(({ kind }) => kind === "customMetadata").map((target) => 1 + depthOf(org, target, [...above, object.name]));
  return Math.max(0, ...depths);
}

function valuesOf(org: Org, { file, object, name, root }: Draft, ids: ReadonlyMap<string, string>): Record<string, ApexValue> {
  const values: Record<string, ApexValue> = {
    DeveloperName: name,
    QualifiedApiName: name,
    MasterLabel: textOf(root, "label") ?? name,
    Label: textOf(root, "label") ?? name,
    Language: org.settings.defaultLanguage,
    NamespacePrefix: org.settings.namespace,
  };
  for (const value of childrenOf(root, "values")) {
    const field = object.fields.get((textOf(value, "field") ?? "").toLowerCase());
    if (field === undefined) throw new MetadataError(file.path, value.line, `${object.name} has no field ${textOf(value, "field") ?? ""}`);
    const text = textOf(value, "value");
    if (text === null || text === "") continue;
    const read = valueOf(field, text, ids);
    if (read === undefined) throw new MetadataError(file.path, value.line, `${field.name} cannot hold "${text}"`);
    values[field.name] = read;
  }
  return values;
}

function valueOf(field: FieldSchema, text: string, ids: ReadonlyMap<string, string>): ApexValue | undefined {
  switch (field.type) {
    case "boolean":
      return text === "true" || (text === "false" ? false : undefined);
    case "int":
    case "double":
    case "currency":
    case "percent":
      return field.apexType === "Integer" ? Number.parseInt(text, 10) : (Decimal.parse(text) ?? undefined);
    case "date": {
      const [year, month, day] = text.split("-").map(Number);
      return year === undefined || month === undefined || day === undefined ? undefined : ApexDate.of(year, month, day);
    }
    case "datetime": {
      const millis = Date.parse(text);
      return Number.isNaN(millis) ? undefined : new ApexDatetime(millis);
    }
    case "reference":
      return ids.get(`${field.referenceTo[0] ?? ""}.${text}`.toLowerCase()) ?? text;
    default:
      return text;
  }
}
