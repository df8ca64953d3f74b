/** Gives every expression its static type and its bound form. Operators, names, calls, `new` and queries have files of their own. */
import type { CastExpression, ConditionalExpression, Expression, InstanceOfExpression, Literal, TypeReference } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { checkAssignment, checkUpdate } from "./check-assignment.ts";
import { checkCall } from "./check-call.ts";
import { checkReadable } from "./check-member.ts";
import { checkNameExpression } from "./check-name.ts";
import { checkNew, checkNewArray, checkNewCollection, checkNewMap, checkNewSObject } from "./check-new.ts";
import { checkBinary, checkUnary } from "./check-operator.ts";
import { checkSoql, checkSosl } from "./check-soql.ts";
import { applyConversion, asCondition, asInteger, asRow, asValue, conversionOf, failed, isRecordSet } from "./coerce.ts";
import { canBeInstance, castConversion, commonType, implicitConversion } from "./conversions.ts";
import type { MethodContext } from "./method-context.ts";
import { checkImplemented } from "./check-implemented.ts";
import { BOOLEAN, DECIMAL, DOUBLE, ERROR, INTEGER, LONG, NULL, OBJECT, platformType, STRING, VOID } from "./type-model.ts";
import { resolveTypeReference } from "./type-resolver.ts";

const TYPE = platformType("System.Type");

/** An expression used for its value. */
export function checkExpression(ctx: MethodContext, expression: Expression): BoundExpression {
  return asValue(ctx, checkAnyExpression(ctx, expression));
}

/** An expression whose value may be void: the whole of an expression statement. */
export function checkAnyExpression(ctx: MethodContext, expression: Expression): BoundExpression {
  switch (expression.kind) {
    case "literal":
      return checkLiteral(expression);
    case "name":
    case "member":
      return checkImplemented(ctx, checkReadable(ctx, checkNameExpression(ctx, expression)));
    case "this":
      return checkThis(ctx, expression.position);
    case "super":
      ctx.report(expression.position, "super can only be used to call a method of the super class");
      return failed(expression.position);
    case "index":
      return checkIndex(ctx, checkExpression(ctx, expression.target), checkExpression(ctx, expression.index), expression.position);
    case "call":
      return checkImplemented(ctx, checkCall(ctx, expression));
    case "constructorCall":
      ctx.report(expression.position, `Call to '${expression.target}()' must be the first statement in a constructor method`);
      return failed(expression.position);
    case "new":
      return checkImplemented(ctx, checkNew(ctx, expression));
    case "newSObject":
      return checkNewSObject(ctx, expression);
    case "newArray":
      return checkNewArray(ctx, expression);
    case "newCollection":
      return checkNewCollection(ctx, expression);
    case "newMap":
      return checkNewMap(ctx, expression);
    case "cast":
      return checkCast(ctx, expression);
    case "parenthesized":
      return checkAnyExpression(ctx, expression.expression);
    case "unary":
      return checkUnary(ctx, expression);
    case "update":
      return checkUpdate(ctx, expression);
    case "binary":
      return checkBinary(ctx, expression);
    case "instanceOf":
      return checkInstanceOf(ctx, expression);
    case "conditional":
      return checkConditional(ctx, expression);
    case "assignment":
      return checkAssignment(ctx, expression);
    case "classLiteral": {
      const of = expression.type === null ? VOID : resolveType(ctx, expression.type);
      return { kind: "classLiteral", of, type: TYPE, position: expression.position };
    }
    case "soql":
      return checkSoql(ctx, expression);
    case "sosl":
      return checkSosl(ctx, expression);
  }
}

/** The type a reference stands for; reports `Invalid type: X`. */
export function resolveType(ctx: MethodContext, reference: TypeReference): ApexType {
  const resolved = resolveTypeReference(ctx.world, reference, ctx.type);
  if ("type" in resolved) return resolved.type;
  ctx.report(reference.position, resolved.problem, resolved.kind);
  return ERROR;
}

const literalTypes: Readonly<Record<Literal["literal"], ApexType>> = {
  null: NULL,
  Boolean: BOOLEAN,
  String: STRING,
  Integer: INTEGER,
  Long: LONG,
  Decimal: DECIMAL,
  Double: DOUBLE,
};

export function checkLiteral(literal: Literal): BoundExpression {
  return {
    kind: "literal",
    literal: literal.literal,
    value: literal.value,
    type: literalTypes[literal.literal],
    position: literal.position,
  };
}

function checkThis(ctx: MethodContext, position: Position): BoundExpression {
  if (ctx.body.isStatic || ctx.beforeThis) {
    ctx.report(position, "'this' can not be used in a static context");
    return failed(position);
  }
  return { kind: "this", type: ctx.type.type, position };
}

/** `list[index]`. */
export function checkIndex(ctx: MethodContext, target: BoundExpression, index: BoundExpression, position: Position): BoundExpression {
  if (target.type === ERROR) return target;
  if (target.type.kind !== "list") {
    ctx.report(position, `Expression must be a list type: ${target.type.name}`);
    return failed(position);
  }
  return { kind: "index", target, index: asInteger(ctx, index, "List index"), type: target.type.element, position };
}

function checkCast(ctx: MethodContext, expression: CastExpression): BoundExpression {
  const to = resolveType(ctx, expression.type);
  const operand = checkExpression(ctx, expression.operand);
  const { position } = expression;
  if (to === ERROR || operand.type === ERROR) return failed(position);
  const implicit = conversionOf(ctx.world, operand, to, "argument");
  if (implicit !== null) return retyped(applyConversion(operand, implicit.conversion), to);
  const conversion = castConversion(operand.type, to, ctx.world);
  if (conversion === undefined) {
    ctx.report(position, `Incompatible types since an instance of ${operand.type.name} is never an instance of ${to.name}`);
    return failed(position);
  }
  return applyConversion(operand, conversion);
}

/** `(String) null` has the type of the cast. */
function retyped(expression: BoundExpression, to: ApexType): BoundExpression {
  if (expression.type === to) return expression;
  return { kind: "convert", conversion: { kind: "upcast", to }, operand: expression, type: to, position: expression.position };
}

function checkInstanceOf(ctx: MethodContext, expression: InstanceOfExpression): BoundExpression {
  const operand = checkExpression(ctx, expression.operand);
  const of = resolveType(ctx, expression.type);
  const { position } = expression;
  if (of !== ERROR && operand.type !== ERROR) {
    if (!canBeInstance(operand.type, of, ctx.world)) {
      const text = `Operation instanceof is always false since an instance of ${operand.type.name} is never an instance of ${of.name}`;
      ctx.report(position, text);
    } else if (operand.type !== NULL && of !== OBJECT && isAlwaysInstance(ctx, operand.type, of)) {
      const text = `Operation instanceof is always true since an instance of ${operand.type.name} is always an instance of ${of.name}`;
      ctx.report(position, text);
    }
  }
  return { kind: "instanceOf", operand, of, type: BOOLEAN, position };
}

function isAlwaysInstance(ctx: MethodContext, from: ApexType, to: ApexType): boolean {
  if (from === to) return true;
  // A List<SObject> goes into a List<Account> and may still hold something else.
  if (from.kind === "list" || from.kind === "set" || from.kind === "map") return false;
  return implicitConversion(from, to, ctx.world)?.conversion?.kind === "upcast";
}

function checkConditional(ctx: MethodContext, expression: ConditionalExpression): BoundExpression {
  const condition = asCondition(ctx, checkExpression(ctx, expression.condition));
  const { position } = expression;
  const [left, right] = alignRows(checkExpression(ctx, expression.then), checkExpression(ctx, expression.else));
  const type = commonType(left.type, right.type, ctx.world);
  if (type === null) {
    ctx.report(position, `Incompatible types in ternary operator: ${left.type.name}, ${right.type.name}`);
    return failed(position);
  }
  return { kind: "conditional", condition, then: toCommon(ctx, left, type), else: toCommon(ctx, right, type), type, position };
}

/** A query on one side and a record on the other: the query gives a row. */
export function alignRows(left: BoundExpression, right: BoundExpression): readonly [BoundExpression, BoundExpression] {
  if (isRecordSet(left) && right.type.kind === "sobject") return [asRow(left), right];
  if (isRecordSet(right) && left.type.kind === "sobject") return [left, asRow(right)];
  return [left, right];
}

export function toCommon(ctx: MethodContext, expression: BoundExpression, type: ApexType): BoundExpression {
  return applyConversion(expression, conversionOf(ctx.world, expression, type, "argument")?.conversion ?? null);
}
