/** Says which member of what does not exist, with the nearest one that does. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { MemberExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { Position } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import { didYouMean } from "./suggest.ts";
import type { Target } from "./target.ts";
import { SOBJECT } from "./type-model.ts";
import { classChain } from "./user-types.ts";

export function reportUnknownMember(ctx: MethodContext, target: Target, expression: MemberExpression): void {
  const { name, position } = expression;
  if (target.kind === "label") return ctx.report(position, `External string does not exist: ${name}`);
  if (target.kind === "page") return ctx.report(position, `Page does not exist: ${name}`);
  if (target.kind === "namespace") return ctx.report(position, `Invalid type: ${target.name}.${name}`);
  if (target.kind === "value") return reportUnknownVariableMember(ctx, target.value.type, name, position);
  if (target.kind === "type" && target.type.kind === "sobject") return reportUnknownVariableMember(ctx, target.type, name, position);
  ctx.report(position, `Variable does not exist: ${name}`);
}

function reportUnknownVariableMember(ctx: MethodContext, type: ApexType, name: string, position: Position): void {
  if (type.kind === "sobject") {
    if (type === SOBJECT) return ctx.report(position, `Field expression not allowed for generic SObject: ${name}`);
    const object = ctx.world.schema.object(type.name);
    const known = object === undefined ? [] : memberNames(object);
    return ctx.report(position, `Field does not exist: ${name} on ${type.name}${didYouMean(name, known)}`);
  }
  const user = ctx.world.userType(type);
  const known =
    user === undefined ? [] : [...classChain(user)].flatMap((one) => [...one.variables.values()].map((variable) => variable.name));
  const invisible = user !== undefined && known.some((one) => one.toLowerCase() === name.toLowerCase());
  ctx.report(
    position,
    invisible ? `Variable is not visible: ${name} of the type ${type.name}` : `Variable does not exist: ${name}${didYouMean(name, known)}`,
  );
}

function memberNames(object: ObjectSchema): readonly string[] {
  const relationships = [
    ...[...object.parents.values()].map((field) => field.relationshipName),
    ...object.children.map((child) => child.relationshipName),
  ];
  return [...[...object.fields.values()].map((field) => field.name), ...relationships.filter((name) => name !== null)];
}
