/** `lookups/{Object}/{field}[/{target}]`: records to choose from in a lookup field. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import { RestError } from "../rest-error.ts";
import { parameter } from "../route.ts";
import { etagOf } from "./etag.ts";
import { fieldTree } from "./field-tree.ts";
import { addColumns } from "./list-columns.ts";
import { quoted } from "./list-query.ts";
import { pageOf, pageRequest } from "./page.ts";
import { readRecords, readWhere } from "./read-records.ts";
import { choiceParameter, type Resource, type UiRequest } from "./resource.ts";
import { isUiObject, nameFieldOf, uiObject } from "./ui-object.ts";
import type { LookupResults, LookupValues, RecordRepresentation } from "./wire.ts";

const PARAMETERS = ["q", "searchType", "pageSize", "pageToken"];
const SEARCH_TYPES = ["Recent", "Search", "TypeAhead"] as const;
const PAGE_SIZE = 25;

export const LOOKUPS: readonly Resource[] = [
  { method: "GET", path: "lookups/{}/{}", parameters: PARAMETERS, answer: (request) => ({ status: 200, body: lookup(request) }) },
  { method: "GET", path: "lookups/{}/{}/{}", parameters: PARAMETERS, answer: (request) => ({ status: 200, body: lookup(request) }) },
];

function lookup(request: UiRequest): LookupResults {
  const { org, parts } = request;
  const object = uiObject(org.schema, parts[0] ?? "");
  const name = (parts[1] ?? "").replace(new RegExp(`^${object.name}\\.`, "i"), "");
  const field = object.fields.get(name.toLowerCase());
  if (field?.type !== "reference") throw new RestError(400, "INVALID_FIELD", `${object.name}.${name} is no lookup field.`);
  const targets = targetsOf(request, field, parts[2] ?? null);
  return { lookupResults: Object.fromEntries(targets.map((target) => [target.name, values(request, target)])) };
}

/** Without a target: all objects of a polymorphic field that the user interface shows. */
function targetsOf({ org, metadata }: UiRequest, field: FieldSchema, wanted: string | null): readonly ObjectSchema[] {
  if (wanted !== null) {
    const target = uiObject(org.schema, wanted);
    if (!field.referenceTo.includes(target.name)) throw new RestError(400, "INVALID_TYPE", `${field.name} cannot refer to ${target.name}.`);
    return [target];
  }
  const all = field.referenceTo.flatMap((name) => org.schema.object(name) ?? []).filter(isUiObject);
  return all.length === 1 ? all : all.filter((target) => metadata.layouts.isLayoutable(target));
}

function values(request: UiRequest, target: ObjectSchema): LookupValues {
  const wanted = pageRequest(request, PAGE_SIZE);
  const { page, rows } = pageOf(request, wanted, found(request, target, wanted));
  return { ...page, eTag: etagOf(rows.map(({ eTag }) => eTag)), records: rows };
}

/** Recent ones are the user's own and need no term; the others are found by the words that their names begin with. */
function found(
  request: UiRequest,
  target: ObjectSchema,
  { pageSize, offset }: { pageSize: number; offset: number },
): readonly RecordRepresentation[] {
  const { org, metadata, transaction, user } = request;
  const term = (parameter(request, "q") ?? "").replaceAll("*", "").trim();
  const type = choiceParameter(request, "searchType", SEARCH_TYPES, term === "" ? "Recent" : "Search");
  const tree = fieldTree(target);
  const columns = metadata.layouts.searchColumns(target).filter((path) => !path.startsWith("Owner."));
  addColumns(org.schema, tree, columns.slice(0, 2));
  if (type === "Recent") {
    const recent = readRecords(transaction, tree, metadata.recent.recordsOf(user.id, target.keyPrefix ?? ""));
    return recent.filter((record) => nameOf(record, target).toLowerCase().includes(term.toLowerCase())).slice(offset);
  }
  const { name } = nameFieldOf(target);
  const words = term.split(/\s+/).filter((word) => word !== "");
  const conditions = words.map((word) => {
    const pattern = word.replace(/[%_]/g, "\\$&");
    return `(${name} LIKE ${quoted(`${pattern}%`)} OR ${name} LIKE ${quoted(`% ${pattern}%`)})`;
  });
  if (target.name === "User") conditions.push("IsActive = TRUE", "UserType = 'Standard'");
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")} `;
  return readWhere(transaction, tree, `${where}ORDER BY ${name}, Id LIMIT ${pageSize + 1} OFFSET ${offset}`);
}

function nameOf(record: RecordRepresentation, object: ObjectSchema): string {
  const value = record.fields[nameFieldOf(object).name]?.value;
  return typeof value === "string" ? value : "";
}
