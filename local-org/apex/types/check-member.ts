/** Members of values: fields and properties of objects, fields and relationships of records. */
import type { MemberExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import type { Target } from "./target.ts";
import { asRow, failed, isRecordSet } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { platformVariable, userVariablesNamed } from "./member-lookup.ts";
import { childRelationship, fieldType, parentType } from "./sobject-types.ts";
import { ERROR, ID, SOBJECT } from "./type-model.ts";
import type { UserVariable } from "./user-types.ts";

/** A member of a value; null (no diagnostic yet) when there is none. */
export function checkVariableMember(ctx: MethodContext, target: BoundExpression, expression: MemberExpression): Target | null {
  const { name, position, nullSafe } = expression;
  if (target.type === ERROR) return { kind: "value", value: failed(position) };
  const { type } = target;
  if (type.kind === "sobject") return sobjectMember(ctx, target, name, nullSafe, position);
  if (type.kind === "list" && type.element.kind === "sobject" && isRecordSet(target)) {
    return sobjectMember(ctx, asRow(target, nullSafe), name, nullSafe, position);
  }
  if (target.kind === "objectToken" && name.toLowerCase() === "fields") {
    const object = ctx.world.schema.object(target.object);
    return object === undefined ? null : { kind: "fieldTokens", object };
  }
  const user = ctx.world.userType(type);
  if (user !== undefined) {
    for (const variable of userVariablesNamed(user, name)) {
      if (!ctx.canSee(variable)) continue;
      if (variable.isStatic) {
        ctx.report(
          position,
          `Static field cannot be referenced from a non static context: ${variable.name} from the type ${variable.owner.name}`,
        );
        return { kind: "value", value: failed(position) };
      }
      return { kind: "value", value: userVariableExpression(ctx, variable, target, nullSafe, position) };
    }
  }
  const variable = platformVariable(ctx.world, type, name);
  if (variable === undefined || variable.isStatic) return null;
  const value: BoundExpression = {
    kind: "platformCall",
    member: variable.member,
    target,
    arguments: [],
    nullSafe,
    type: variable.type,
    position,
  };
  if (type.name === "Schema.DescribeSObjectResult" && target.kind === "describeToken") {
    const object = ctx.world.schema.object(target.object);
    if (object !== undefined && variable.name === "Fields") return { kind: "describeFields", object, value };
    if (object !== undefined && variable.name === "FieldSets") return { kind: "fieldSets", object, value };
  }
  return { kind: "value", value };
}

function sobjectMember(ctx: MethodContext, target: BoundExpression, name: string, nullSafe: boolean, position: Position): Target | null {
  if (target.type === SOBJECT || target.type.name === "AggregateResult") {
    if (name.toLowerCase() !== "id") return null;
    return { kind: "value", value: { kind: "sobjectField", target, field: "Id", nullSafe, type: ID, position } };
  }
  const object = ctx.world.schema.object(target.type.name);
  if (object === undefined) return null;
  const field = object.fields.get(name.toLowerCase());
  if (field !== undefined) {
    return { kind: "value", value: { kind: "sobjectField", target, field: field.name, nullSafe, type: fieldType(field), position } };
  }
  const parent = parentType(ctx.world, object, name);
  if (parent !== null) {
    const relationship = object.parents.get(name.toLowerCase())?.relationshipName ?? name;
    return { kind: "value", value: { kind: "sobjectParent", target, relationship, nullSafe, type: parent, position } };
  }
  const children = childRelationship(object, name);
  if (children === null) return null;
  return {
    kind: "value",
    value: { kind: "sobjectChildren", target, relationship: children.name, nullSafe, type: children.type, position },
  };
}

/** A field or property of a class of the project. `target` null: a static one, or one of `this`. */
export function userVariableExpression(
  ctx: MethodContext,
  variable: UserVariable,
  target: BoundExpression | null,
  nullSafe: boolean,
  position: Position,
): BoundExpression {
  const { owner, name, type, isStatic } = variable;
  if (!ctx.canSee(variable)) {
    ctx.report(position, `Variable is not visible: ${name} of the type ${owner.name}`);
    return failed(position);
  }
  let receiver = target;
  if (!isStatic && receiver === null) {
    if (ctx.body.isStatic || ctx.beforeThis) {
      ctx.report(position, `Non static field cannot be referenced from a static context: ${name}`);
      return failed(position);
    }
    receiver = { kind: "this", type: ctx.type.type, position };
  }
  if (variable.property === null) return { kind: "field", owner: owner.name, name, target: receiver, nullSafe, type, position };
  const direct = ctx.body.accessorOf === variable && (receiver === null || receiver.kind === "this");
  return { kind: "property", owner: owner.name, name, target: receiver, nullSafe, direct, type, position };
}

/** Refuses to read a property that has no (visible) getter. */
export function checkReadable(ctx: MethodContext, expression: BoundExpression): BoundExpression {
  if (expression.kind !== "property" || expression.direct) return expression;
  const variable = propertyBehind(ctx, expression.owner, expression.name);
  if (variable?.property === null || variable === undefined) return expression;
  const { getter } = variable.property;
  if (getter === null) ctx.report(expression.position, `Variable is not readable: ${variable.name}`);
  else if (!ctx.canSee({ ...variable, access: getter.access }))
    ctx.report(expression.position, `Variable is not visible: ${variable.name}`);
  else return expression;
  return failed(expression.position);
}

/** Reports `?.` behind the name of a type: static members have nothing that may be null before them. */
export function refuseSafeNavigation(ctx: MethodContext, type: ApexType, position: Position): void {
  ctx.report(position, `Safe navigation operator is not allowed on a type: ${type.name}`);
}

export function propertyBehind(ctx: MethodContext, owner: string, name: string): UserVariable | undefined {
  return ctx.world.userTypes.get(owner.toLowerCase())?.variables.get(name.toLowerCase());
}
