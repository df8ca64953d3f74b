/** The WHERE and ORDER BY of lists. */
import type { FieldSchema, ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { ListFilterSpec, ListViewSpec } from "../../project/ui/list-view-spec.ts";
import { RestError } from "../rest-error.ts";
import { nameFieldOf } from "./ui-object.ts";

const RELATIVE_DATE =
  /^(YESTERDAY|TODAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_N_DAYS:\d+|LAST_90_DAYS|NEXT_90_DAYS)$/;
const COMPARISONS: Readonly<Record<string, string>> = {
  equals: "=",
  notEqual: "!=",
  lessThan: "<",
  greaterThan: ">",
  lessOrEqual: "<=",
  greaterOrEqual: ">=",
};

/** The field at the end of a path. Throws RestError (400). */
export function fieldAt(schema: Schema, object: ObjectSchema, path: string): FieldSchema {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    const field = object.fields.get(first.toLowerCase());
    if (field === undefined) throw new RestError(400, "INVALID_FIELD", `No such column '${path}' on entity '${object.name}'.`);
    return field;
  }
  const reference = object.parents.get(first.toLowerCase());
  const target = schema.object(reference?.referenceTo.at(-1) ?? "");
  if (target === undefined) throw new RestError(400, "INVALID_FIELD", `No such column '${path}' on entity '${object.name}'.`);
  return rest.join(".") === "Name" ? nameFieldOf(target) : fieldAt(schema, target, rest.join("."));
}

/** The conditions of a list view, without WHERE; empty: none. */
export function listConditions(schema: Schema, object: ObjectSchema, view: ListViewSpec, userId: string): readonly string[] {
  const conditions: string[] = [];
  if (view.scope === "Mine" && object.fields.has("ownerid")) conditions.push(`OwnerId = '${userId}'`);
  const filters = view.filters.map((filter) => filterCondition(schema, object, filter));
  if (view.booleanFilter === null) return [...conditions, ...filters];
  const combined = view.booleanFilter.replace(/\d+/g, (number) => {
    const filter = filters[Number(number) - 1];
    if (filter === undefined) throw new Error(`the list view ${view.apiName} combines a filter ${number} that it does not have`);
    return `(${filter})`;
  });
  return [...conditions, `(${combined})`];
}

/** `-Contact.Name` of a contact is `-Name`; a relationship of that name comes first. */
export function unqualified(object: ObjectSchema, sortBy: string): string {
  const [sign, path] = sortBy.startsWith("-") ? ["-", sortBy.slice(1)] : ["", sortBy];
  const [first = "", ...rest] = path.split(".");
  const isOwn = rest.length > 0 && first.toLowerCase() === object.name.toLowerCase() && !object.parents.has(first.toLowerCase());
  return sign + (isOwn ? rest.join(".") : path);
}

/** `Name`, `-CreatedDate` -> `ORDER BY CreatedDate DESC NULLS LAST, Id ASC`. Throws RestError (400) for a field that cannot be sorted by. */
export function orderBy(schema: Schema, object: ObjectSchema, sortBy: string): string {
  const isDescending = sortBy.startsWith("-");
  const path = unqualified(object, isDescending ? sortBy.slice(1) : sortBy);
  const field = fieldAt(schema, object, path);
  if (!field.isSortable) throw new RestError(400, "INVALID_FIELD", `${object.name} cannot be sorted by ${path}.`);
  return `ORDER BY ${path} ${isDescending ? "DESC NULLS LAST" : "ASC NULLS LAST"}, Id ASC`;
}

/** Records whose name or one of whose text columns contains the term. */
export function searchCondition(schema: Schema, object: ObjectSchema, columns: readonly string[], term: string): string {
  const texts = columns.filter((path) =>
    ["string", "email", "phone", "url", "picklist", "combobox"].includes(fieldAt(schema, object, path).type),
  );
  const pattern = quoted(`%${term.replace(/[%_]/g, "\\$&").replaceAll("*", "%")}%`);
  return `(${[...new Set([nameFieldOf(object).name, ...texts])].map((path) => `${path} LIKE ${pattern}`).join(" OR ")})`;
}

/** Several values are alternatives; of negative operations none may hold. */
function filterCondition(schema: Schema, object: ObjectSchema, { field: path, operation, value }: ListFilterSpec): string {
  const field = fieldAt(schema, object, path);
  const values = value === "" ? [""] : value.split(",").map((one) => one.trim());
  const parts = values.map((one) => comparison(field, path, operation, one));
  const isNegative = ["notEqual", "notContain", "excludes"].includes(operation);
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(isNegative ? " AND " : " OR ")})`;
}

function comparison(field: FieldSchema, path: string, operation: string, value: string): string {
  switch (operation) {
    case "contains":
      return `${path} LIKE ${quoted(`%${value}%`)}`;
    case "notContain":
      return `(NOT ${path} LIKE ${quoted(`%${value}%`)})`;
    case "startsWith":
      return `${path} LIKE ${quoted(`${value}%`)}`;
    case "includes":
      return `${path} INCLUDES (${quoted(value)})`;
    case "excludes":
      return `${path} EXCLUDES (${quoted(value)})`;
    default: {
      const sign = COMPARISONS[operation] ?? unsupported(`list view filters with the operation ${operation}`);
      return `${path} ${sign} ${literal(field, value)}`;
    }
  }
}

function literal(field: FieldSchema, value: string): string {
  if (value === "") return "NULL";
  switch (field.type) {
    case "boolean":
      return ["1", "true"].includes(value.toLowerCase()) ? "TRUE" : "FALSE";
    case "int":
    case "long":
    case "double":
    case "currency":
    case "percent":
      return Number.isFinite(Number(value)) ? value : unsupported(`the number ${value} in a list view filter`);
    case "date":
    case "datetime": {
      const relative = value.toUpperCase();
      if (RELATIVE_DATE.test(relative)) return relative;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return field.type === "date" ? value : `${value}T00:00:00Z`;
      return unsupported(`the date ${value} in a list view filter`);
    }
    default:
      return quoted(value);
  }
}

/** A string literal of SOQL. */
export function quoted(text: string): string {
  return `'${text.replace(/\\(?![%_])/g, "\\\\").replaceAll("'", "\\'")}'`;
}
