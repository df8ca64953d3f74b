/** The right side of a comparison: turns literals and binds into keys that compare with `indexKey` of the field. */
import { ApexList, ApexSet } from "../../apex/runtime/collections.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import { throwApex, unsupported } from "../../apex/runtime/exceptions.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlValue } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import { parseRecordId } from "../store/record-id.ts";
import { localDay, startOfDay } from "./calendar.ts";
import { categoryOf, typeNameOf, type Category } from "./category.ts";
import { dateLiteralRange } from "./date-literal.ts";
import type { QueryRun } from "./query-context.ts";
import { malformed, SoqlError } from "./soql-error.ts";

/** From `from` up to but not including `until`. */
export interface KeyRange {
  readonly from: number;
  readonly until: number;
}

export interface Operand {
  readonly keys: readonly IndexKey[];
  /** Date literals mean ranges. */
  readonly ranges: readonly KeyRange[];
  /** A list was given: `=` means IN. */
  readonly isList: boolean;
}

export type StartOperand = (run: QueryRun) => Operand;

/** Resolves the value for comparison with a field. Throws SoqlError when its type does not fit; binds are checked at run time. */
export function compileOperand(value: SoqlValue, field: FieldSchema): StartOperand {
  switch (value.kind) {
    case "bind":
      return (run) => bindOperand(run.bind(value.index), field);
    case "dateLiteral": {
      if (categoryOf(field) !== "date" && categoryOf(field) !== "datetime") throw wrongType(value, field);
      checkLiteralName(value.name, value.count, value.position);
      return (run) => ({ keys: [], ranges: [rangeOf(value.name, value.count, categoryOf(field), run)], isList: false });
    }
    case "list": {
      const parts = value.values.map((item) => compileOperand(item, field));
      return (run) => merge(parts.map((part) => part(run)));
    }
    case "subquery":
      throw malformed("A subquery can only stand after IN or NOT IN", value.position);
    default: {
      const operand = { keys: [literalKey(value, field)], ranges: [], isList: false };
      return () => operand;
    }
  }
}

function merge(operands: readonly Operand[]): Operand {
  return { keys: operands.flatMap(({ keys }) => keys), ranges: operands.flatMap(({ ranges }) => ranges), isList: true };
}

// ---------------------------------------------------------------- literals

type Scalar = Exclude<SoqlValue, { kind: "bind" | "dateLiteral" | "list" | "subquery" }>;

function literalKey(value: Scalar, field: FieldSchema): IndexKey {
  if (value.kind === "null") return indexKey(field, null);
  if (value.kind === "currency") return unsupported(`currency literal ${value.code}${value.amount} in SOQL`);
  const category = categoryOf(field);
  const key = keyOfLiteral(value, category, field);
  if (key === undefined) throw wrongType(value, field);
  return key;
}

function keyOfLiteral(value: Exclude<Scalar, { kind: "null" | "currency" }>, category: Category, field: FieldSchema): IndexKey | undefined {
  switch (value.kind) {
    case "string":
      if (category === "text") return indexKey(field, value.value);
      if (category === "id")
        return idKey(value.value, field, (message) => new SoqlError("INVALID_QUERY_FILTER_OPERATOR", message, value.position));
      return undefined;
    case "number":
      return category === "number" ? Number(value.text) : undefined;
    case "boolean":
      return category === "boolean" ? value.value : undefined;
    case "date":
      return category === "date" ? Date.parse(`${value.text}T00:00:00Z`) / 86_400_000 : undefined;
    case "datetime":
      return category === "datetime" ? Date.parse(value.text) : undefined;
    case "time":
      return category === "time" ? Date.parse(`1970-01-01T${value.text}`) : undefined;
  }
}

function wrongType(value: SoqlValue, field: FieldSchema): SoqlError {
  const quoted = typeNameOf(field) === "string" ? "should be enclosed in quotes" : "should not be enclosed in quotes";
  const message = `value of filter criterion for field '${field.name}' must be of type ${typeNameOf(field)} and ${quoted}`;
  return new SoqlError("INVALID_FIELD", message, value.position);
}

function idKey(text: string, field: FieldSchema, problem: (message: string) => Error): IndexKey {
  if (text === "") return null;
  const id = parseRecordId(text);
  if (id === null) throw problem(`invalid ID field: ${text}`);
  return indexKey(field, id);
}

// ---------------------------------------------------------------- date literals

const SOME_DAY = 20_000;
const ANY_CALENDAR = { firstDayOfWeek: 0, fiscalYearStartMonth: 1 };

function checkLiteralName(name: string, count: number | null, position: SoqlValue["position"]): void {
  if (dateLiteralRange(name, count, SOME_DAY, ANY_CALENDAR) !== null) return;
  throw malformed(`unknown date literal ${name.toUpperCase()}${count === null ? "" : `:${count}`}`, position);
}

function rangeOf(name: string, count: number | null, category: Category, { context }: QueryRun): KeyRange {
  const range = dateLiteralRange(name, count, localDay(context.now, context.timeZone), context.calendar);
  if (range === null) throw new Error(`unknown date literal ${name}`);
  if (category === "date") return { from: range.from, until: range.to + 1 };
  return { from: startOfDay(range.from, context.timeZone), until: startOfDay(range.to + 1, context.timeZone) };
}

// ---------------------------------------------------------------- binds

function bindOperand(value: ApexValue, field: FieldSchema): Operand {
  if (value instanceof ApexList) return { keys: value.items.map((item) => bindKey(item, field)), ranges: [], isList: true };
  if (value instanceof ApexSet) return { keys: value.toArray().map((item) => bindKey(item, field)), ranges: [], isList: true };
  return { keys: [bindKey(value, field)], ranges: [], isList: false };
}

function bindKey(value: ApexValue, field: FieldSchema): IndexKey {
  if (value === null) return indexKey(field, null);
  const key = keyOfBind(value, categoryOf(field), field);
  if (key === undefined)
    throwApex("System.QueryException", `Invalid bind expression type for column ${field.name} of type ${field.apexType}`);
  return key;
}

function keyOfBind(value: NonNullable<ApexValue>, category: Category, field: FieldSchema): IndexKey | undefined {
  switch (category) {
    case "text":
      return typeof value === "string" ? indexKey(field, value) : undefined;
    case "id":
      if (value instanceof SObjectRecord) return value.id;
      return typeof value === "string" ? idKey(value, field, (message) => queryException(message)) : undefined;
    case "number":
      return isNumber(value) ? indexKey(field, value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      if (value instanceof ApexDatetime) return localDay(value.millis, "GMT");
      return value instanceof ApexDate ? value.days : undefined;
    case "datetime":
      if (value instanceof ApexDate) return startOfDay(value.days, "GMT");
      return value instanceof ApexDatetime ? value.millis : undefined;
    case "time":
      return value instanceof ApexTime ? value.millis : undefined;
    case "none":
      return undefined;
  }
}

function isNumber(value: ApexValue): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Decimal || value instanceof ApexDouble;
}

function queryException(message: string): never {
  throwApex("System.QueryException", message);
}
