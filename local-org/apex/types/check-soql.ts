/** Types of SOQL and SOSL expressions. */
import type { SoqlExpressionNode, SoslExpressionNode } from "../syntax/ast.ts";
import type { SoqlQuery } from "../syntax/soql-ast.ts";
import type { AccessMode, BoundBind, BoundExpression, BoundSoql } from "./bound-tree.ts";
import { checkExpression } from "./check-expression.ts";
import { checkPrepared } from "./check-prepared.ts";
import { failed } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { checkSoqlNames } from "./soql-names.ts";
import { checkSoslNames } from "./sosl-names.ts";
import { AGGREGATE_RESULT, INTEGER, listOf, SOBJECT, sobjectType } from "./type-model.ts";

export function checkSoql(ctx: MethodContext, node: SoqlExpressionNode): BoundExpression {
  return bindSoql(ctx, node) ?? failed(node.position);
}

/** The bound query, or null when its object is unknown. */
export function bindSoql(ctx: MethodContext, node: SoqlExpressionNode): BoundSoql | null {
  const binds = node.binds.map((bind, index): BoundBind => ({ index, value: checkExpression(ctx, bind) }));
  const found = ctx.world.diagnostics.length;
  const object = checkSoqlNames(ctx, node.query, binds);
  if (object === null) return null;
  checkPrepared(ctx, node.query, found);
  const shape = shapeOf(node.query);
  const type = shape === "count" ? INTEGER : listOf(shape === "aggregate" ? AGGREGATE_RESULT : sobjectType(object.name));
  return { kind: "soql", query: node.query, binds, access: accessOf(node.query), shape, type, position: node.position };
}

function accessOf(query: SoqlQuery): AccessMode {
  if (query.with?.kind === "userMode") return "user";
  return query.with?.kind === "systemMode" ? "system" : "default";
}

function shapeOf(query: SoqlQuery): BoundSoql["shape"] {
  const [only] = query.select;
  if (query.select.length === 1 && only?.kind === "expression" && only.expression.kind === "aggregate") {
    if (only.expression.function === "count" && only.expression.field === null) return "count";
  }
  if (query.groupBy !== null) return "aggregate";
  return query.select.some((item) => item.kind === "expression" && item.expression.kind === "aggregate") ? "aggregate" : "rows";
}

export function checkSosl(ctx: MethodContext, node: SoslExpressionNode): BoundExpression {
  const binds = node.binds.map((bind, index): BoundBind => ({ index, value: checkExpression(ctx, bind) }));
  const found = ctx.world.diagnostics.length;
  checkSoslNames(ctx, node.query, binds);
  checkPrepared(ctx, node.query, found);
  const mode = node.query.with.find((one) => one.kind === "userMode" || one.kind === "systemMode");
  const access = mode === undefined ? "default" : mode.kind === "userMode" ? "user" : "system";
  return { kind: "sosl", query: node.query, binds, access, type: listOf(listOf(SOBJECT)), position: node.position };
}
