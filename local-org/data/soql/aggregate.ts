/** GROUP BY and aggregate functions. */
import type { SoqlAggregate, SoqlExpression } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { aggregate } from "./aggregate-values.ts";
import { categoryOf } from "./category.ts";
import { rowExpression, type Expression } from "./expression.ts";
import type { QueryEntity } from "./field-path.ts";
import type { Group } from "./group-rows.ts";
import { makeField } from "./name-object.ts";
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
    read: (group, run) =>
      aggregate(
        name,
        operand.field,
        group.rows.map((row) => operand.read(row, run)),
      ),
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
