/** Puts the implicit conversions of the language around expressions, or says why there is none. */
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { implicitConversion } from "./conversions.ts";
import type { ImplicitConversion, Usage } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import { BOOLEAN, ERROR, INTEGER, NULL, SOBJECT, VOID } from "./type-model.ts";
import type { World } from "./world.ts";

/** A query, or a child list of a record: the platform turns it into one row where a row is wanted. */
export function isRecordSet(expression: BoundExpression): boolean {
  switch (expression.kind) {
    case "soql":
      return expression.shape !== "count";
    case "sobjectChildren":
      return true;
    case "platformCall":
      return /^System\.Database\.query(WithBinds)?\(/.test(expression.member);
    case "conditional":
      return isRecordSetOrNull(expression.then) && isRecordSetOrNull(expression.else);
    case "coalesce":
      return isRecordSetOrNull(expression.left) && isRecordSetOrNull(expression.right);
    default:
      return false;
  }
}

function isRecordSetOrNull(expression: BoundExpression): boolean {
  return isRecordSet(expression) || expression.type === NULL;
}

/** The implicit conversion of an expression to a type; null when there is none. */
export function conversionOf(world: World, expression: BoundExpression, to: ApexType, usage: Usage): ImplicitConversion | null {
  const direct = implicitConversion(expression.type, to, world, usage);
  if (direct !== null || to.kind !== "sobject" || expression.type.kind !== "list" || !isRecordSet(expression)) return direct;
  const row = expression.type.element;
  if (row !== to && to !== SOBJECT && row !== SOBJECT) return null;
  return { cost: to === SOBJECT ? 6 : 5, conversion: { kind: "listToRow", to } };
}

/** The expression as it is after a conversion. */
export function applyConversion(expression: BoundExpression, conversion: ImplicitConversion["conversion"]): BoundExpression {
  if (conversion === null) return expression;
  return { kind: "convert", conversion, operand: expression, type: conversion.to, position: expression.position };
}

/** Converts for an assignment, or reports `Illegal assignment from X to Y`. */
export function assignTo(ctx: MethodContext, expression: BoundExpression, to: ApexType, position: Position): BoundExpression {
  const conversion = conversionOf(ctx.world, expression, to, "assign");
  if (conversion !== null) return applyConversion(expression, conversion.conversion);
  ctx.report(position, `Illegal assignment from ${expression.type.name} to ${to.name}`);
  return failed(position);
}

/** Converts to Boolean, or reports `Condition expression must be of type Boolean`. */
export function asCondition(ctx: MethodContext, expression: BoundExpression): BoundExpression {
  if (expression.type !== BOOLEAN && expression.type !== ERROR) {
    ctx.report(expression.position, `Condition expression must be of type Boolean: ${expression.type.name}`);
  }
  return expression;
}

export function asInteger(ctx: MethodContext, expression: BoundExpression, what: string): BoundExpression {
  if (expression.type !== INTEGER && expression.type !== ERROR) {
    ctx.report(expression.position, `${what} must be of type Integer: ${expression.type.name}`);
  }
  return expression;
}

/** One row of a query where a member of the row is wanted; `orNull`: no row gives null. */
export function asRow(expression: BoundExpression, orNull = false): BoundExpression {
  if (expression.type.kind !== "list" || !isRecordSet(expression)) return expression;
  return applyConversion(expression, { kind: orNull ? "listToRowOrNull" : "listToRow", to: expression.type.element });
}

/** Reports a call of a void method where a value is wanted. */
export function asValue(ctx: MethodContext, expression: BoundExpression): BoundExpression {
  if (expression.type !== VOID) return expression;
  ctx.report(expression.position, "Expression cannot be of type void: the method returns no value");
  return failed(expression.position);
}

/** Stands for an expression that has a diagnostic. */
export function failed(position: Position): BoundExpression {
  return { kind: "literal", literal: "null", value: null, type: ERROR, position };
}
