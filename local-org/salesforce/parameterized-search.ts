/** The parameters of `parameterizedSearch`, and the SOSL that they stand for. */
import { RestError } from "./rest-error.ts";
import type { RouteRequest } from "./route.ts";
import { findLiteral } from "./ui-api/sosl-text.ts";

export interface ParameterizedSearch {
  readonly q: string;
  /** `ALL`, `NAME`, `EMAIL`, `PHONE`, `SIDEBAR`. */
  readonly in: string;
  readonly overallLimit: number | null;
  readonly sobjects: readonly {
    readonly name: string;
    readonly fields: readonly string[];
    readonly where: string | null;
    readonly orderBy: string | null;
    readonly limit: number | null;
  }[];
}

const GROUPS = ["ALL", "NAME", "EMAIL", "PHONE", "SIDEBAR"];
const NAME = /^\w+$/;
const FIELD_PATH = /^\w+(\.\w+)*$/;

/** Text of a SOSL search. `q` is a plain search text: what means something to SOSL is taken literally. */
export function parameterizedSosl({ q, in: group, sobjects, overallLimit }: ParameterizedSearch): string {
  const returning = sobjects.map(({ name, fields, where, orderBy, limit }) => {
    const clauses = [
      (fields.length === 0 ? ["Id"] : fields).join(", "),
      ...(where === null ? [] : [`WHERE ${where}`]),
      ...(orderBy === null ? [] : [`ORDER BY ${orderBy}`]),
      ...(limit === null ? [] : [`LIMIT ${limit}`]),
    ];
    return `${name}(${clauses.join(" ")})`;
  });
  const find = `FIND ${findLiteral(q)} IN ${group} FIELDS`;
  return [
    find,
    ...(returning.length === 0 ? [] : [`RETURNING ${returning.join(", ")}`]),
    ...(overallLimit === null ? [] : [`LIMIT ${overallLimit}`]),
  ].join(" ");
}

/** Of a GET: `q`, `sobject`, `in`, `overallLimit`, `fields`, `Account.fields`, `Account.limit`, `Account.where`, `Account.orderBy`. Throws RestError (400). */
export function readSearchQuery({ query }: RouteRequest): ParameterizedSearch {
  const values = new Map<string, string[]>();
  for (const [name, value] of query) values.set(name, [...(values.get(name) ?? []), value]);
  const first = (name: string): string | null => values.get(name)?.[0] ?? null;
  const list = (name: string): string[] => (values.get(name) ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");
  const names = list("sobject");
  const known = [
    "q",
    "sobject",
    "in",
    "overallLimit",
    "fields",
    ...names.flatMap((name) => ["fields", "limit", "where", "orderBy"].map((part) => `${name}.${part}`)),
  ];
  refuseOthers([...values.keys()], known);
  return checked({
    q: first("q") ?? "",
    in: first("in") ?? "ALL",
    overallLimit: numberOf(first("overallLimit")),
    sobjects: names.map((name) => ({
      name,
      fields: list(`${name}.fields`).length === 0 ? list("fields") : list(`${name}.fields`),
      where: first(`${name}.where`),
      orderBy: first(`${name}.orderBy`),
      limit: numberOf(first(`${name}.limit`)),
    })),
  });
}

/** Of a POST. Throws RestError (400). */
export function readSearchBody(body: unknown): ParameterizedSearch {
  refuseOthers(keysOf(body), ["q", "in", "fields", "sobjects", "overallLimit", "defaultLimit"]);
  const sobjects = property(body, "sobjects") ?? [];
  const fallbackFields = texts(property(body, "fields") ?? [], "fields");
  const defaultLimit = numberOf(property(body, "defaultLimit") ?? null);
  if (!Array.isArray(sobjects)) throw invalid("sobjects must be a list.");
  return checked({
    q: text(property(body, "q") ?? "", "q"),
    in: text(property(body, "in") ?? "ALL", "in"),
    overallLimit: numberOf(property(body, "overallLimit") ?? null),
    sobjects: sobjects.map((item: unknown) => {
      refuseOthers(keysOf(item), ["name", "fields", "where", "orderBy", "limit"]);
      const fields = texts(property(item, "fields") ?? [], "fields");
      const optional = (name: string): string | null => (property(item, name) == null ? null : text(property(item, name), name));
      return {
        name: text(property(item, "name"), "name"),
        fields: fields.length === 0 ? fallbackFields : fields,
        where: optional("where"),
        orderBy: optional("orderBy"),
        limit: numberOf(property(item, "limit") ?? null) ?? defaultLimit,
      };
    }),
  });
}

function checked(search: ParameterizedSearch): ParameterizedSearch {
  if (search.q.trim() === "") throw invalid("The search text q is missing.");
  const group = search.in.toUpperCase();
  if (!GROUPS.includes(group)) throw invalid(`in must be among ${GROUPS.join(", ")}, not '${search.in}'.`);
  for (const { name, fields } of search.sobjects) {
    if (!NAME.test(name)) throw invalid(`'${name}' is no object.`);
    for (const field of fields) if (!FIELD_PATH.test(field.trim())) throw invalid(`'${field}' is no field.`);
  }
  return { ...search, in: group };
}

function refuseOthers(names: readonly string[], known: readonly string[]): void {
  const other = names.find((name) => !known.includes(name));
  if (other !== undefined) throw invalid(`The local org does not support the search parameter '${other}'.`);
}

function numberOf(value: unknown): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw invalid(`A limit must be a whole number, not ${JSON.stringify(value)}.`);
  return number;
}

function texts(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) throw invalid(`${name} must be a list.`);
  return value.map((item: unknown) => text(item, name));
}

function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw invalid(`${name} must be a text.`);
  return value;
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("The request body must be a JSON object.");
  return Object.keys(value);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function invalid(message: string): RestError {
  return new RestError(400, "INVALID_SEARCH", message);
}
