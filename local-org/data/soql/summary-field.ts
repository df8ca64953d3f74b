/** Roll-up summary fields: computed from the detail records whenever they are read. */
import { Decimal } from "../../apex/runtime/decimal.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlOperator } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema, ObjectSchema, Schema, SummarySchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import type { Row } from "../store/store.ts";
import { aggregate } from "./aggregate-values.ts";
import { categoryOf } from "./category.ts";
import { compareTest, type ValueTest } from "./compare-test.ts";
import type { QueryRun } from "./query-context.ts";
import { ownField, type ReadRow } from "./read-field.ts";

type RowTest = (row: Row, run: QueryRun) => boolean;

const read = new WeakMap<FieldSchema, ReadRow>();

/** How a roll-up is read. Throws UnsupportedFeatureError, naming the field, for definitions the engine cannot compute. */
export function summaryField(object: ObjectSchema, field: FieldSchema, schema: Schema): ReadRow {
  let known = read.get(field);
  if (known === undefined) {
    known = compile(field, `roll-up summary field ${object.name}.${field.name}`, schema);
    read.set(field, known);
  }
  return known;
}

function compile(field: FieldSchema, place: string, schema: Schema): ReadRow {
  const { summary } = field;
  const child = summary === undefined ? undefined : schema.object(summary.child);
  const foreignKey = child?.fields.get(summary?.foreignKey.toLowerCase() ?? "");
  if (summary === undefined || child === undefined || foreignKey === undefined) return unsupported(place);
  const summed = summary.field === null ? undefined : child.fields.get(summary.field.toLowerCase());
  if (summed === undefined && summary.operation !== "count") return unsupported(`${place}: field ${summary.field ?? ""}`);
  const tests = summary.filters.map((filter) => filterTest(filter, child, schema, place));
  const readSummed = summed === undefined ? null : ownField(summed, child, schema);
  return (row, run) => {
    const id = row.get("Id") ?? null;
    // A record that is being inserted has no details yet.
    const details = id === null ? [] : run.store.table(child.name).lookup(foreignKey, id);
    const counted = details.filter((detail) => tests.every((test) => test(detail, run)));
    if (summed === undefined || readSummed === null) return Decimal.ofInteger(counted.length);
    const values = counted.map((detail) => readSummed(detail, run));
    return resultOf(summary, field, aggregate(summary.operation, summed, values));
  };
}

function resultOf({ operation }: SummarySchema, field: FieldSchema, value: ApexValue): ApexValue {
  if (operation === "count") return Decimal.ofInteger(typeof value === "number" ? value : 0);
  const sum = value ?? (operation === "sum" ? Decimal.ZERO : null);
  const number = typeof sum === "number" ? Decimal.ofInteger(sum) : sum;
  return number instanceof Decimal ? number.setScale(field.scale, "HALF_UP") : number;
}

const OPERATORS: Readonly<Record<string, SoqlOperator | undefined>> = {
  equals: "in",
  notEqual: "not in",
  lessThan: "<",
  greaterThan: ">",
  lessOrEqual: "<=",
  greaterOrEqual: ">=",
  includes: "includes",
  excludes: "excludes",
};

function filterTest(filter: SummarySchema["filters"][number], child: ObjectSchema, schema: Schema, place: string): RowTest {
  const field = child.fields.get(filter.field.toLowerCase());
  if (field === undefined) return unsupported(`${place}: filter on ${filter.field}`);
  const test = valueTest(filter, field, place);
  const readField = ownField(field, child, schema);
  return (row, run) => test(readField(row, run)) === true;
}

function valueTest({ operation, value }: SummarySchema["filters"][number], field: FieldSchema, place: string): ValueTest {
  const operator = OPERATORS[operation];
  const parts = value.split(",").map((part) => part.trim());
  if (operator !== undefined) {
    const isList = operator === "in" || operator === "not in";
    return compareTest(operator, { keys: (isList ? parts : [value]).map((part) => keyOf(part, field, place)), ranges: [], isList }, field);
  }
  const wanted = parts.map((part) => part.toLowerCase());
  const containing = (text: ApexValue): boolean => typeof text === "string" && wanted.some((part) => text.toLowerCase().includes(part));
  switch (operation) {
    case "contains":
      return containing;
    case "notContain":
      return (text) => !containing(text);
    case "startsWith":
      return (text) => typeof text === "string" && wanted.some((part) => text.toLowerCase().startsWith(part));
    default:
      return unsupported(`${place}: filter operation ${operation}`);
  }
}

function keyOf(text: string, field: FieldSchema, place: string): IndexKey {
  if (text === "") return indexKey(field, null);
  switch (categoryOf(field)) {
    case "text":
    case "id":
      return indexKey(field, text);
    case "number":
      return Number.isNaN(Number(text)) ? unsupported(`${place}: filter value ${text}`) : Number(text);
    case "boolean":
      return /^(true|1)$/i.test(text);
    default:
      return unsupported(`${place}: filter value ${text}`);
  }
}
