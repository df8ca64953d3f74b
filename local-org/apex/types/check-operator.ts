/** Types of unary and binary operators, with their operands converted. */
import type { BinaryExpression, BinaryOperator, UnaryExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, NumericKind, Position } from "./bound-tree.ts";
import { alignRows, checkExpression, toCommon } from "./check-expression.ts";
import { applyConversion, asRow, conversionOf, failed, isRecordSet } from "./coerce.ts";
import { canBeInstance, commonType } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import {
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ERROR,
  ID,
  INTEGER,
  isNumeric,
  isPrimitive,
  isTemporal,
  LONG,
  NULL,
  OBJECT,
  STRING,
  TIME,
  widerNumeric,
} from "./type-model.ts";

type Arithmetic = Extract<BoundExpression, { kind: "arithmetic" }>["operator"];

export function checkUnary(ctx: MethodContext, expression: UnaryExpression): BoundExpression {
  const operand = checkExpression(ctx, expression.operand);
  const { operator, position } = expression;
  const { type } = operand;
  if (type === ERROR) return operand;
  if (operator === "!") {
    if (type === BOOLEAN) return { kind: "not", operand, type: BOOLEAN, position };
    ctx.report(position, `NOT operator can only be applied to Boolean expressions: ${type.name}`);
    return failed(position);
  }
  if (operator === "~") {
    if (type === INTEGER || type === LONG) return { kind: "bitNot", operands: type === LONG ? "Long" : "Integer", operand, type, position };
    ctx.report(position, `Bitwise operator can only be applied to Integer or Long expressions: ${type.name}`);
    return failed(position);
  }
  // The platform takes a plus sign in front of anything.
  if (operator === "+") return operand;
  if (!isNumeric(type)) {
    ctx.report(position, `Negation operator can only be applied to numeric expressions: ${type.name}`);
    return failed(position);
  }
  return { kind: "negate", operands: type.name, operand, type, position };
}

export function checkBinary(ctx: MethodContext, expression: BinaryExpression): BoundExpression {
  const left = checkExpression(ctx, expression.left);
  const right = checkExpression(ctx, expression.right);
  const { operator, position } = expression;
  switch (operator) {
    case "&&":
    case "||":
      return logical(ctx, operator, left, right, position);
    case "??":
      return coalesce(ctx, left, right, position);
    case "==":
    case "!=":
    case "===":
    case "!==":
      return equality(ctx, operator, left, right, position);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return comparison(ctx, operator, left, right, position);
    default: {
      const result = arithmetic(ctx, operator, left, right, position);
      if (result !== null) return result;
      reportArithmetic(ctx, operator, left.type, right.type, position);
      return failed(position);
    }
  }
}

/** Says what is wrong with the operand types. */
export function reportArithmetic(ctx: MethodContext, operator: BinaryOperator, left: ApexType, right: ApexType, position: Position): void {
  const types = `${left.name} ${operator} ${right.name}`;
  if (isTemporal(left) || isTemporal(right)) ctx.report(position, `Date/time expressions must use Integer or Double arguments: ${types}`);
  else if ("&|^<<>>>".includes(operator))
    ctx.report(position, `Bitwise operator can only be applied to Integer, Long or Boolean expressions: ${types}`);
  else ctx.report(position, `Arithmetic expressions must use numeric arguments: ${types}`);
}

function logical(
  ctx: MethodContext,
  operator: "&&" | "||",
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
): BoundExpression {
  for (const operand of [left, right]) {
    if (operand.type === BOOLEAN || operand.type === ERROR) continue;
    const name = operator === "&&" ? "AND" : "OR";
    ctx.report(operand.position, `${name} operator can only be applied to Boolean expressions: ${operand.type.name}`);
  }
  return { kind: "logical", operator, left, right, type: BOOLEAN, position };
}

function coalesce(ctx: MethodContext, before: BoundExpression, after: BoundExpression, position: Position): BoundExpression {
  const isRow = isRecordSet(before) && after.type.kind === "sobject";
  const [left, right] = isRow ? [asRow(before, true), after] : alignRows(before, after);
  const type = commonType(left.type, right.type, ctx.world);
  if (type === null) {
    ctx.report(position, `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`);
    return failed(position);
  }
  return { kind: "coalesce", left: toCommon(ctx, left, type), right: toCommon(ctx, right, type), type, position };
}

/** `+ - * /`, bits and shifts; null when the operand types do not go with the operator. */
export function arithmetic(
  ctx: MethodContext,
  operator: BinaryOperator,
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
): BoundExpression | null {
  if (left.type === ERROR || right.type === ERROR) return failed(position);
  if (operator === "+" && isText(left.type, right.type)) return concat(left, right, position);
  if (isNumeric(left.type) && isNumeric(right.type)) return numeric(ctx, operator, left, right, position);
  if (left.type === BOOLEAN && right.type === BOOLEAN && (operator === "&" || operator === "|" || operator === "^")) {
    return { kind: "arithmetic", operator, operands: "Boolean", left, right, type: BOOLEAN, position };
  }
  if (isTemporal(left.type) && (operator === "+" || operator === "-") && canShift(left.type, right.type)) {
    return { kind: "dateArithmetic", operator, left, right, type: left.type, position };
  }
  return null;
}

function isText(left: ApexType, right: ApexType): boolean {
  return left === STRING || right === STRING || (left === ID && right === ID);
}

function canShift(left: ApexType, by: ApexType): boolean {
  return by === INTEGER || by === LONG || (left === DATETIME && (by === DECIMAL || by === DOUBLE));
}

function concat(left: BoundExpression, right: BoundExpression, position: Position): BoundExpression {
  const parts = left.kind === "concat" ? [...left.parts, right] : [left, right];
  return { kind: "concat", parts, type: STRING, position: left.kind === "concat" ? left.position : position };
}

function numeric(
  ctx: MethodContext,
  operator: BinaryOperator,
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
): BoundExpression | null {
  const bits = operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/";
  const isInteger = (type: ApexType): boolean => type === INTEGER || type === LONG;
  if (bits && !(isInteger(left.type) && isInteger(right.type))) return null;
  if (operator === "<<" || operator === ">>" || operator === ">>>") {
    const by = right.type === LONG ? applyConversion(right, { kind: "longToInteger", to: INTEGER }) : right;
    return { kind: "arithmetic", operator, operands: kindOf(left.type), left, right: by, type: left.type, position };
  }
  const type = widerNumeric(left.type, right.type);
  return {
    kind: "arithmetic",
    operator: operator as Arithmetic,
    operands: kindOf(type),
    left: toCommon(ctx, left, type),
    right: toCommon(ctx, right, type),
    type,
    position,
  };
}

function kindOf(type: ApexType): NumericKind {
  return isNumeric(type) ? type.name : "Integer";
}

function incomparable(ctx: MethodContext, left: ApexType, right: ApexType, position: Position): BoundExpression {
  ctx.report(position, `Comparison arguments must be compatible types: ${left.name}, ${right.name}`);
  return failed(position);
}

function comparison(
  ctx: MethodContext,
  operator: "<" | ">" | "<=" | ">=",
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
): BoundExpression {
  if (left.type === ERROR || right.type === ERROR) return failed(position);
  const type = comparedAs(left.type, right.type);
  if (type === null) return incomparable(ctx, left.type, right.type, position);
  return {
    kind: "compare",
    operator,
    operands: orderKind(type),
    left: toCommon(ctx, left, type),
    right: toCommon(ctx, right, type),
    type: BOOLEAN,
    position,
  };
}

function comparedAs(left: ApexType, right: ApexType): ApexType | null {
  if (right === NULL) return isOrdered(left) ? left : null;
  if (left === NULL) return isOrdered(right) ? right : null;
  if (isNumeric(left) && isNumeric(right)) return widerNumeric<ApexType>(left, right);
  if (left === ID && right === ID) return ID;
  const isString = (type: ApexType): boolean => type === STRING || type === ID;
  if (isString(left) && isString(right)) return STRING;
  if (left === right) return isTemporal(left) ? left : null;
  const isDay = (type: ApexType): boolean => type === DATE || type === DATETIME;
  return isDay(left) && isDay(right) ? DATETIME : null;
}

function isOrdered(type: ApexType): boolean {
  return isNumeric(type) || isTemporal(type) || type === STRING || type === ID;
}

function orderKind(type: ApexType): Extract<BoundExpression, { kind: "compare" }>["operands"] {
  if (isNumeric(type)) return type.name;
  if (type === DATE) return "Date";
  if (type === DATETIME) return "Datetime";
  if (type === TIME) return "Time";
  return type === ID ? "Id" : "String";
}

function equality(
  ctx: MethodContext,
  operator: "==" | "!=" | "===" | "!==",
  before: BoundExpression,
  after: BoundExpression,
  position: Position,
): BoundExpression {
  const [left, right] = alignRows(before, after);
  if (left.type === ERROR || right.type === ERROR) return failed(position);
  const exact = operator === "===" || operator === "!==";
  if (exact && isPrimitive(left.type) && isPrimitive(right.type)) {
    ctx.report(position, `Exact equality is not supported between primitive types: ${left.type.name}, ${right.type.name}`);
    return failed(position);
  }
  const make = (operands: Extract<BoundExpression, { kind: "equality" }>["operands"], type: ApexType | null): BoundExpression => ({
    kind: "equality",
    operator,
    operands,
    left: type === null ? left : toCommon(ctx, left, type),
    right: type === null ? right : toCommon(ctx, right, type),
    type: BOOLEAN,
    position,
  });
  const [a, b] = [left.type, right.type];
  if (isNumeric(a) && isNumeric(b)) return make(kindOf(widerNumeric<ApexType>(a, b)), widerNumeric<ApexType>(a, b));
  if (a === STRING && b === STRING) return make("String", null);
  if ((a === ID && (b === ID || b === STRING)) || (b === ID && a === STRING)) return make("Id", null);
  if (a === BOOLEAN && b === BOOLEAN) return make("Boolean", null);
  if (a === OBJECT || b === OBJECT) return make("Value", OBJECT);
  if ((a === DATE && b === DATETIME) || (a === DATETIME && b === DATE)) return make("Value", DATETIME);
  if (a !== NULL && b !== NULL && !comparable(ctx, a, b)) return incomparable(ctx, a, b, position);
  return make("Value", null);
}

function comparable(ctx: MethodContext, left: ApexType, right: ApexType): boolean {
  return canBeInstance(left, right, ctx.world) || canBeInstance(right, left, ctx.world);
}

/** The implicit conversion of one operand, for compound assignments. */
export function convertOperand(ctx: MethodContext, operand: BoundExpression, to: ApexType): BoundExpression | null {
  const conversion = conversionOf(ctx.world, operand, to, "assign");
  return conversion === null ? null : applyConversion(operand, conversion.conversion);
}
