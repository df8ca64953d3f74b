/**
 * Resolves names and member accesses. A chain such as `Schema.SObjectType.Account.fields.Name` passes through things that are
 * no values; they are `Target`s here, and only values leave as expressions.
 */
import type { Expression, MemberExpression, NameExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { checkExpression } from "./check-expression.ts";
import { refuseSafeNavigation, userVariableExpression } from "./check-member.ts";
import { failed } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { platformVariable, userVariablesNamed } from "./member-lookup.ts";
import { didYouMean } from "./suggest.ts";
import { lookupMember } from "./target-members.ts";
import type { Target } from "./target.ts";
import { typeNamed } from "./type-resolver.ts";
import { reportUnknownMember } from "./unknown-member.ts";
import { classChain } from "./user-types.ts";
import type { UserType, UserVariable } from "./user-types.ts";

/** A name or member access as a value. */
export function checkNameExpression(ctx: MethodContext, expression: NameExpression | MemberExpression): BoundExpression {
  const target = resolveTarget(ctx, expression);
  if (target === null) return failed(expression.position);
  if (target.kind === "value") return target.value;
  if (target.kind === "describeFields") return target.value;
  if (target.kind === "fieldSets") return target.value;
  ctx.report(expression.position, `Variable does not exist: ${expression.name}`);
  return failed(expression.position);
}

/** What an expression before a dot stands for; null when it has a diagnostic. */
export function resolveTarget(ctx: MethodContext, expression: Expression): Target | null {
  if (expression.kind === "name") {
    const target = lookupName(ctx, expression.name, expression.position) ?? lookupNonVariable(ctx, expression.name);
    if (target !== null) return target;
    const invisible = invisibleVariable(ctx, expression.name);
    ctx.report(
      expression.position,
      invisible
        ? `Variable is not visible: ${expression.name}`
        : `Variable does not exist: ${expression.name}${suggestVariable(ctx, expression.name)}`,
    );
    return null;
  }
  if (expression.kind !== "member") return { kind: "value", value: checkExpression(ctx, expression) };
  const target = resolveTarget(ctx, expression.target);
  if (target === null) return null;
  if (target.kind === "type" && expression.nullSafe) refuseSafeNavigation(ctx, target.type, expression.position);
  const member = lookupMember(ctx, target, expression);
  if (member !== null) return member;
  // `Account.Name` where a variable is called account: the platform tries the type when the variable has no such member.
  const type = typeBehind(ctx, expression.target);
  const second = type === null ? null : lookupMember(ctx, { kind: "type", type }, expression);
  if (second !== null) return second;
  reportUnknownMember(ctx, target, expression);
  return null;
}

/** The type that a target's text names, when the target was taken for a variable. */
export function typeBehind(ctx: MethodContext, expression: Expression): ApexType | null {
  const path = namesOf(expression);
  return path === null ? null : (typeNamed(ctx.world, path, ctx.type) ?? null);
}

function namesOf(expression: Expression): readonly string[] | null {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind !== "member" || expression.nullSafe) return null;
  const before = namesOf(expression.target);
  return before === null ? null : [...before, expression.name];
}

/** A local variable, or a field or property of this class, its super classes, and (static ones) its outer class. */
export function lookupName(ctx: MethodContext, name: string, position: Position): Target | null {
  const local = ctx.local(name);
  if (local !== undefined) return { kind: "value", value: { kind: "local", local: local.local, type: local.local.type, position } };
  for (let at: UserType | null = ctx.type; at !== null; at = at.outer) {
    for (const variable of userVariablesNamed(at, name)) {
      if (!ctx.canSee(variable)) continue;
      if (!variable.isStatic && at !== ctx.type) continue;
      // In a static method `selector.find()` can mean the class Selector although there is a field of that name.
      if (!variable.isStatic && ctx.body.isStatic && typeNamed(ctx.world, [name], ctx.type) !== undefined) continue;
      if (at === ctx.type && isForward(ctx, variable, position)) ctx.report(position, `Illegal forward reference: ${variable.name}`);
      return { kind: "value", value: userVariableExpression(ctx, variable, null, false, position) };
    }
    if (at === ctx.type && ctx.type.superClass !== null && ctx.type.superUser === null) {
      const inherited = platformVariable(ctx.world, ctx.type.superClass, name);
      if (inherited !== undefined && !inherited.isStatic) {
        const self: BoundExpression = { kind: "this", type: ctx.type.type, position };
        return {
          kind: "value",
          value: {
            kind: "platformCall",
            member: inherited.member,
            target: self,
            arguments: [],
            nullSafe: false,
            type: inherited.type,
            position,
          },
        };
      }
    }
  }
  return null;
}

/** Whether the initialiser of a field reads a field that is initialised only after it. */
function isForward(ctx: MethodContext, variable: UserVariable, position: Position): boolean {
  if (ctx.body.kind !== "field" || variable.owner !== ctx.type || variable.property !== null || variable.isStatic !== ctx.body.isStatic)
    return false;
  const declared = variable.declaration.position;
  return declared.line > position.line || (declared.line === position.line && declared.column > position.column);
}

function invisibleVariable(ctx: MethodContext, name: string): boolean {
  return [...classChain(ctx.type)].some((type) => type.variables.has(name.toLowerCase()));
}

function suggestVariable(ctx: MethodContext, name: string): string {
  const known = ctx.locals().map((entry) => entry.local.name);
  for (let at: UserType | null = ctx.type; at !== null; at = at.outer) {
    for (const type of classChain(at)) for (const variable of type.variables.values()) known.push(variable.name);
  }
  return didYouMean(name, known);
}

function lookupNonVariable(ctx: MethodContext, name: string): Target | null {
  const lower = name.toLowerCase();
  const type = typeNamed(ctx.world, [name], ctx.type);
  if (type !== undefined && (type.kind === "user" || (lower !== "trigger" && lower !== "label" && lower !== "page")))
    return { kind: "type", type };
  if (lower === "trigger") return { kind: "trigger" };
  if (lower === "label") return { kind: "label" };
  if (lower === "page") return { kind: "page" };
  if (ctx.world.catalog.isNamespace(name) || lower === ctx.world.options.namespace?.toLowerCase()) return { kind: "namespace", name };
  return null;
}
