/** GROUP BY and aggregate functions. */
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlAggregate, SoqlExpression } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey } from "../store/index-key.ts";
import type { Row } from "../store/store.ts";
import { categoryOf } from "./category.ts";
import { rowExpression, type Expression } from "./expression.ts";
import type { QueryEntity } from "./field-path.ts";
import type { Group } from "./group-rows.ts";
import { makeField } from "./name-object.ts";
import { isPicklist, picklistRank } from "./picklist-order.ts";
import type { QueryRun } from "./query-context.ts";
import { malformed, SoqlError } from "./soql-error.ts";

/**
 * Resolves an expression over groups: aggregates, GROUPING, and what the query groups by. Throws SoqlError for
 * fields that are neither grouped nor aggregated.
 */
export function groupExpression(expression: SoqlExpression, entity: QueryEntity, groupBy: readonly Expression<Row>[]): Expression<Group> {
  if (expression.kind === "aggregate") return aggregateExpression(expression, entity);
  if (expression.kind === "grouping") {
    const at = indexOfGroup(rowExpression(expression.field, entity), groupBy);
    if (at < 0) throw notGrouped(rowExpression(expression.field, entity), expression.position);
    return {
      key: `grouping(${groupBy[at]?.key ?? ""})`,
      field: makeField("GROUPING", "int", "Integer"),
      path: null,
      read: (group) => (group.rolled[at] === true ? 1 : 0),
    };
  }
  const own = rowExpression(expression, entity);
  const at = indexOfGroup(own, groupBy);
  if (at >= 0) return { ...own, read: (group) => group.keys[at] ?? null };
  if (expression.kind === "field") throw notGrouped(own, expression.position);
  const inner = expression.kind === "dateFunction" || expression.kind === "toLabel" ? rowExpression(expression.field, entity) : null;
  if (inner === null || indexOfGroup(inner, groupBy) < 0) throw notGrouped(inner ?? own, expression.position);
  return { ...own, read: (group, run) => (group.rows[0] === undefined ? null : own.read(group.rows[0], run)) };
}

function indexOfGroup(expression: Expression<Row>, groupBy: readonly Expression<Row>[]): number {
  return groupBy.findIndex(({ key }) => key === expression.key);
}

function notGrouped({ field }: Expression<Row>, position: SoqlExpression["position"]): SoqlError {
  return malformed(`Field must be grouped or aggregated: ${field.name}`, position);
}

function aggregateExpression(expression: SoqlAggregate, entity: QueryEntity): Expression<Group> {
  const { field: argument, function: name, position } = expression;
  if (argument === null) throw malformed("COUNT() must be the only item of the SELECT list", position);
  const operand = rowExpression(argument, entity);
  checkOperand(name, operand.field, position);
  return {
    key: `${name}(${operand.key})`,
    field: resultField(name, operand.field),
    path: null,
    read: (group, run) => aggregate(name, operand, group.rows, run),
  };
}

function checkOperand(name: SoqlAggregate["function"], field: FieldSchema, position: SoqlExpression["position"]): void {
  const category = categoryOf(field);
  const isSupported =
    name === "sum" || name === "avg"
      ? category === "number"
      : category !== "none" && field.isFilterable && !(category === "boolean" && name !== "count");
  if (isSupported) return;
  throw new SoqlError("INVALID_FIELD", `field ${field.name} does not support aggregate operator ${name.toUpperCase()}`, position);
}

function resultField(name: SoqlAggregate["function"], field: FieldSchema): FieldSchema {
  if (name === "count" || name === "count_distinct") return makeField(name.toUpperCase(), "int", "Integer");
  if (name === "min" || name === "max" || (name === "sum" && field.type === "int")) return field;
  return makeField(name.toUpperCase(), "double", "Decimal");
}

function aggregate(name: SoqlAggregate["function"], { field, read }: Expression<Row>, rows: readonly Row[], run: QueryRun): ApexValue {
  const values = rows.map((row) => read(row, run)).filter((value) => value !== null && value !== "");
  switch (name) {
    case "count":
      return values.length;
    case "count_distinct":
      return new Set(values.map((value) => indexKey(field, value))).size;
    case "min":
      return extreme(values, field, -1);
    case "max":
      return extreme(values, field, 1);
    case "sum":
      return sum(values, field);
    case "avg":
      return values.length === 0 ? null : average(values);
  }
}

function extreme(values: readonly ApexValue[], field: FieldSchema, sign: 1 | -1): ApexValue {
  const rank = isPicklist(field) ? picklistRank(field) : (value: ApexValue) => indexKey(field, value);
  let best: ApexValue = null;
  let bestKey = null;
  for (const value of values) {
    const key = rank(value);
    if (key === null || (bestKey !== null && (sign === 1 ? key <= bestKey : key >= bestKey))) continue;
    best = value;
    bestKey = key;
  }
  return best;
}

function sum(values: readonly ApexValue[], field: FieldSchema): ApexValue {
  if (values.length === 0) return null;
  const total = values.reduce<Decimal>((before, value) => before.add(decimalOf(value)), Decimal.ZERO);
  return field.type === "int" ? total.toNumber() : total;
}

function average(values: readonly ApexValue[]): Decimal {
  const total = values.reduce<Decimal>((before, value) => before.add(decimalOf(value)), Decimal.ZERO);
  return Decimal.ofDouble(total.toNumber() / values.length);
}

function decimalOf(value: ApexValue): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === "number") return Number.isInteger(value) ? Decimal.ofInteger(value) : Decimal.ofDouble(value);
  if (typeof value === "bigint") return Decimal.ofLong(value);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  throw new Error("a numeric field holds no number");
}
