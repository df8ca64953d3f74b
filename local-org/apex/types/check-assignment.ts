/** Assignments, compound assignments, `++` and `--`. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import type { AssignmentExpression, BinaryOperator, Expression, UpdateExpression } from "../syntax/ast.ts";
import type { BoundExpression, BoundPlace } from "./bound-tree.ts";
import { checkExpression } from "./check-expression.ts";
import { checkMember } from "./check-implemented.ts";
import { propertyBehind } from "./check-member.ts";
import { checkNameExpression } from "./check-name.ts";
import { arithmetic, convertOperand, reportArithmetic } from "./check-operator.ts";
import { assignTo, failed } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { ERROR, INTEGER, isNumeric } from "./type-model.ts";
import { classChain } from "./user-types.ts";
import type { UserType, UserVariable } from "./user-types.ts";

export function checkAssignment(ctx: MethodContext, expression: AssignmentExpression): BoundExpression {
  const { position, operator } = expression;
  const target = checkTarget(ctx, expression.target);
  const value = checkExpression(ctx, expression.value);
  if (target === null) return failed(position);
  const place = checkPlace(ctx, target, operator !== "=");
  if (place === null) return failed(position);
  if (operator === "=")
    return { kind: "assign", target: place, value: assignTo(ctx, value, place.type, value.position), type: place.type, position };
  const current: BoundExpression = { kind: "current", type: place.type, position };
  const binary = operator.slice(0, -1) as BinaryOperator;
  const computed = arithmetic(ctx, binary, current, value, position);
  const converted = computed === null ? null : convertOperand(ctx, computed, place.type);
  if (converted === null) {
    if (computed === null) reportArithmetic(ctx, binary, place.type, value.type, position);
    else ctx.report(position, `Illegal assignment from ${computed.type.name} to ${place.type.name}`);
    return failed(position);
  }
  return { kind: "update", target: place, value: converted, result: "new", type: place.type, position };
}

export function checkUpdate(ctx: MethodContext, expression: UpdateExpression): BoundExpression {
  const { position } = expression;
  const target = checkTarget(ctx, expression.operand);
  const place = target === null ? null : checkPlace(ctx, target, true);
  if (place === null || place.type === ERROR) return failed(position);
  if (!isNumeric(place.type)) {
    ctx.report(position, `${expression.operator} can only be applied to numeric expressions: ${place.type.name}`);
    return failed(position);
  }
  const current: BoundExpression = { kind: "current", type: place.type, position };
  const one: BoundExpression = { kind: "literal", literal: "Integer", value: 1, type: INTEGER, position };
  const value = arithmetic(ctx, expression.operator === "++" ? "+" : "-", current, one, position) ?? failed(position);
  return { kind: "update", target: place, value, result: expression.prefix ? "new" : "old", type: place.type, position };
}

/** The assigned expression; unlike a read it may be a property without a getter. */
function checkTarget(ctx: MethodContext, target: Expression): BoundExpression | null {
  const bound = target.kind === "name" || target.kind === "member" ? checkNameExpression(ctx, target) : checkExpression(ctx, target);
  if (target.kind === "parenthesized") {
    ctx.report(target.position, "Expression cannot be assigned");
    return null;
  }
  return bound.type === ERROR ? null : bound;
}

/** Refuses what cannot be assigned to: calls, final variables, properties without a setter, read-only fields. */
function checkPlace(ctx: MethodContext, target: BoundExpression, isRead: boolean): BoundPlace | null {
  switch (target.kind) {
    case "local":
      return checkLocal(ctx, target) ? target : null;
    case "field": {
      const field = propertyBehind(ctx, target.owner, target.name);
      return field === undefined || checkFinal(ctx, target, field) ? target : null;
    }
    case "property":
      return checkProperty(ctx, target, isRead) ? target : null;
    case "sobjectField":
      return checkFieldWritable(ctx, target) ? target : null;
    case "sobjectParent":
    case "index":
      return target;
    case "platformCall":
      if (target.member.endsWith(")")) break;
      checkMember(ctx, `${target.member}=`, target);
      return target;
    default:
      break;
  }
  if (target.kind === "sobjectChildren")
    ctx.report(target.position, `Field is not writeable: ${target.target.type.name}.${target.relationship}`);
  else ctx.report(target.position, "Expression cannot be assigned");
  return null;
}

function checkLocal(ctx: MethodContext, target: Extract<BoundExpression, { kind: "local" }>): boolean {
  const entry = ctx.local(target.local.name);
  if (entry === undefined || !entry.isFinal || !entry.assigned) {
    if (entry !== undefined) entry.assigned = true;
    return true;
  }
  ctx.report(target.position, `Final variable cannot be assigned again: ${target.local.name}`);
  return false;
}

function checkFinal(ctx: MethodContext, target: BoundExpression, field: UserVariable): boolean {
  if (!field.isFinal) return true;
  const { kind, isStatic } = ctx.body;
  const initialising = field.isStatic
    ? kind === "initializer" && isStatic
    : kind === "constructor" || (kind === "initializer" && !isStatic);
  const own = target.kind === "field" && (target.target === null || target.target.kind === "this");
  if (isSameOrSuper(field.owner, ctx.type) && initialising && own && field.initializer === null) return true;
  ctx.report(target.position, `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`);
  return false;
}

/** Constructors of sub classes may initialise inherited fields too. */
function isSameOrSuper(owner: UserType, type: UserType): boolean {
  return [...classChain(type)].includes(owner);
}

function checkProperty(ctx: MethodContext, target: Extract<BoundExpression, { kind: "property" }>, isRead: boolean): boolean {
  const variable = propertyBehind(ctx, target.owner, target.name);
  if (variable?.property == null || target.direct) return true;
  const { getter, setter } = variable.property;
  if (setter === null) {
    ctx.report(target.position, `Variable is not writeable: ${variable.name}`);
    return false;
  }
  if (!ctx.canSee({ ...variable, access: setter.access })) {
    ctx.report(target.position, `Variable is not visible: ${variable.name}`);
    return false;
  }
  if (!isRead || (getter !== null && ctx.canSee({ ...variable, access: getter.access }))) return true;
  ctx.report(target.position, `Variable is not readable: ${variable.name}`);
  return false;
}

function checkFieldWritable(ctx: MethodContext, target: Extract<BoundExpression, { kind: "sobjectField" }>): boolean {
  const object = ctx.world.schema.object(target.target.type.name);
  const field = object?.fields.get(target.field.toLowerCase());
  if (field === undefined || object === undefined || isWritable(object, field)) return true;
  ctx.report(target.position, `Field is not writeable: ${object.name}.${field.name}`);
  return false;
}

/** Formulas, automatic numbers and system fields are refused at compile time; objects that nobody may write are not looked at. */
export function isWritable(object: ObjectSchema, field: FieldSchema): boolean {
  if (field.name === "Id") return true;
  if (field.formula !== null || field.isSummary || field.isAutoNumber) return false;
  if (!object.createable || object.kind === "customMetadata") return true;
  return field.createable || field.updateable;
}
