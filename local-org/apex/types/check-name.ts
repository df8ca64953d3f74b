/**
 * Resolves names and member accesses. A chain such as `Schema.SObjectType.Account.fields.Name` passes through things that are
 * no values; they are `Target`s here, and only values leave as expressions.
 */
import type { Expression, MemberExpression, NameExpression } from "../syntax/ast.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { checkExpression } from "./check-expression.ts";
import { checkVariableMember, userVariableExpression } from "./check-member.ts";
import { failed } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { platformVariable, userVariablesNamed } from "./member-lookup.ts";
import { didYouMean } from "./suggest.ts";
import { ID, listOf, mapOf, platformType, SOBJECT, sobjectType, STRING } from "./type-model.ts";
import { typeNamed } from "./type-resolver.ts";
import { classChain } from "./user-types.ts";
import type { UserType, UserVariable } from "./user-types.ts";
import { parentType } from "./sobject-types.ts";

/** What a name or a chain of names may stand for. */
export type Target =
  | { readonly kind: "value"; readonly value: BoundExpression }
  | { readonly kind: "type"; readonly type: ApexType }
  | { readonly kind: "namespace"; readonly name: string }
  | { readonly kind: "trigger" }
  | { readonly kind: "label" }
  | { readonly kind: "page" }
  /** `Schema.SObjectType`, of which the members are objects. */
  | { readonly kind: "describes" }
  /** `Schema.SObjectType.Account.fields`: members are describe results; `Account.fields`: members are field tokens. */
  | { readonly kind: "describeFields"; readonly object: ObjectSchema; readonly value: BoundExpression }
  | { readonly kind: "fieldTokens"; readonly object: ObjectSchema }
  /** `Account__Share.RowCause`, of which the members are sharing reasons. */
  | { readonly kind: "rowCauses" }
  | { readonly kind: "fieldSets"; readonly object: ObjectSchema; readonly value: BoundExpression };

export const SOBJECT_FIELD = platformType("Schema.SObjectField");
export const SOBJECT_TYPE = platformType("Schema.SObjectType");
const DESCRIBE = platformType("Schema.DescribeSObjectResult");
const DESCRIBE_FIELD = platformType("Schema.DescribeFieldResult");
const FIELD_SET = platformType("Schema.FieldSet");

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

// ---------------------------------------------------------------- members

/** What a member of a target stands for; null (no diagnostic yet) when there is none. */
export function lookupMember(ctx: MethodContext, target: Target, expression: MemberExpression): Target | null {
  switch (target.kind) {
    case "value":
      return checkVariableMember(ctx, target.value, expression);
    case "type":
      return memberOfType(ctx, target.type, expression);
    case "namespace":
      return memberOfNamespace(ctx, target.name, expression.name);
    case "trigger":
      return triggerVariable(ctx, expression);
    case "label":
      return label(ctx, expression);
    case "page":
      return page(ctx, expression);
    case "describes":
      return describeOf(ctx, expression);
    case "describeFields":
      return describeField(target.object, expression);
    case "fieldTokens":
      return fieldToken(target.object, expression.name, expression.position);
    case "rowCauses": {
      const { name, position } = expression;
      return { kind: "value", value: { kind: "literal", literal: "String", value: name, type: STRING, position } };
    }
    case "fieldSets": {
      const { name, position } = expression;
      const key: BoundExpression = { kind: "literal", literal: "String", value: name, type: STRING, position };
      const member = "Schema.SObjectTypeFieldSets#get(String)";
      return {
        kind: "value",
        value: { kind: "platformCall", member, target: target.value, arguments: [key], nullSafe: false, type: FIELD_SET, position },
      };
    }
  }
}

function memberOfType(ctx: MethodContext, type: ApexType, expression: MemberExpression): Target | null {
  const { world } = ctx;
  const { name, position } = expression;
  const user = world.userType(type);
  if (user !== undefined) {
    const constant = user.constants.get(name.toLowerCase());
    if (constant !== undefined) return { kind: "value", value: { kind: "enumConstant", enum: type, name: constant, type, position } };
    for (const variable of userVariablesNamed(user, name)) {
      if (variable.isStatic) return { kind: "value", value: userVariableExpression(ctx, variable, null, false, position) };
    }
    for (const declared of classChain(user)) {
      const inner = declared.inner.get(name.toLowerCase());
      if (inner !== undefined)
        return typeNamed(world, inner.name.split("."), ctx.type) === undefined ? null : { kind: "type", type: inner.type };
    }
    return null;
  }
  if (type.kind === "sobject") return memberOfObject(ctx, type, name, position);
  const declared = world.catalogClass(type);
  if (declared === undefined) return null;
  const constant = declared.values.find((value) => value.toLowerCase() === name.toLowerCase());
  if (constant !== undefined) return { kind: "value", value: { kind: "enumConstant", enum: type, name: constant, type, position } };
  if (declared.name === "Schema.SObjectType") return describeOf(ctx, expression);
  if (declared.name === "System.Trigger") return triggerVariable(ctx, expression);
  if (declared.name === "System.Label") return label(ctx, expression);
  const variable = platformVariable(world, type, name);
  if (variable?.isStatic === true) {
    const value: BoundExpression = {
      kind: "platformCall",
      member: variable.member,
      target: null,
      arguments: [],
      nullSafe: false,
      type: variable.type,
      position,
    };
    return { kind: "value", value };
  }
  const inner = typeNamed(world, [...type.name.split("."), name], null);
  if (inner !== undefined) return { kind: "type", type: inner };
  // `System.Http`: the class System was found before the namespace.
  return memberOfNamespaceNamed(ctx, declared.name, name) ?? memberOfObjectNamed(ctx, declared.name, name, position);
}

/** `Database.SaveResult`, `System.Label`: a class and a namespace share the name. */
function memberOfNamespaceNamed(ctx: MethodContext, className: string, name: string): Target | null {
  const namespace = className.slice(className.lastIndexOf(".") + 1);
  return ctx.world.catalog.isNamespace(namespace) ? memberOfNamespace(ctx, namespace, name) : null;
}

/** `BusinessHours.SObjectType`: a class hides the object of its name, but not the members that only the object has. */
function memberOfObjectNamed(ctx: MethodContext, className: string, name: string, position: Position): Target | null {
  const object = ctx.world.schema.object(className.slice(className.lastIndexOf(".") + 1));
  return object === undefined ? null : memberOfObject(ctx, sobjectType(object.name), name, position);
}

function memberOfNamespace(ctx: MethodContext, namespace: string, name: string): Target | null {
  const lowerNamespace = namespace.toLowerCase();
  const lower = name.toLowerCase();
  if (lowerNamespace === "schema" && lower === "sobjecttype") return { kind: "describes" };
  if (lowerNamespace === "system" && lower === "label") return { kind: "label" };
  if (lowerNamespace === "system" && lower === "trigger") return { kind: "trigger" };
  if (lowerNamespace === "system" && lower === "page") return { kind: "page" };
  const type = typeNamed(ctx.world, [namespace, name], ctx.type);
  return type === undefined ? null : { kind: "type", type };
}

function memberOfObject(ctx: MethodContext, type: ApexType, name: string, position: Position): Target | null {
  const object = ctx.world.schema.object(type.name);
  const lower = name.toLowerCase();
  if (lower === "sobjecttype" && type !== SOBJECT) {
    return { kind: "value", value: { kind: "objectToken", object: object?.name ?? type.name, type: SOBJECT_TYPE, position } };
  }
  if (object === undefined) return null;
  if (lower === "fields") return { kind: "fieldTokens", object };
  if (lower === "rowcause" && object.kind === "share") return { kind: "rowCauses" };
  const token = fieldToken(object, name, position);
  if (token !== null) return token;
  const parent = parentType(ctx.world, object, name);
  return parent === null ? null : { kind: "type", type: parent };
}

function fieldToken(object: ObjectSchema, name: string, position: Position): Target | null {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) return null;
  return { kind: "value", value: { kind: "fieldToken", object: object.name, field: field.name, type: SOBJECT_FIELD, position } };
}

function describeOf(ctx: MethodContext, expression: MemberExpression): Target | null {
  const object = ctx.world.schema.object(expression.name);
  if (object === undefined) return null;
  return { kind: "value", value: { kind: "describeToken", object: object.name, type: DESCRIBE, position: expression.position } };
}

function describeField(object: ObjectSchema, expression: MemberExpression): Target | null {
  const field = object.fields.get(expression.name.toLowerCase());
  if (field === undefined) return null;
  const value: BoundExpression = {
    kind: "describeFieldToken",
    object: object.name,
    field: field.name,
    type: DESCRIBE_FIELD,
    position: expression.position,
  };
  return { kind: "value", value };
}

function triggerVariable(ctx: MethodContext, expression: MemberExpression): Target | null {
  const { name, position } = expression;
  const variable = platformVariable(ctx.world, platformType("System.Trigger"), name);
  if (variable === undefined) return null;
  const row = ctx.body.triggerObject ?? SOBJECT;
  const lower = name.toLowerCase();
  const type = lower === "new" || lower === "old" ? listOf(row) : lower === "newmap" || lower === "oldmap" ? mapOf(ID, row) : variable.type;
  return { kind: "value", value: { kind: "triggerVariable", name: lower, type, position } };
}

function label(ctx: MethodContext, expression: MemberExpression): Target | null {
  const { name, position } = expression;
  const { labels } = ctx.world.names;
  const lower = name.toLowerCase();
  if (lower === ctx.world.options.namespace?.toLowerCase() || lower === "c") return { kind: "label" };
  const known = labels === null ? name : [...labels].find((one) => one.toLowerCase() === lower);
  return known === undefined ? null : { kind: "value", value: { kind: "label", name: known, type: STRING, position } };
}

function page(ctx: MethodContext, expression: MemberExpression): Target | null {
  const { name, position } = expression;
  const { pages } = ctx.world.names;
  const known = pages === null ? name : [...pages].find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) return null;
  const type = platformType("System.PageReference");
  const url: BoundExpression = { kind: "literal", literal: "String", value: `/apex/${known}`, type: STRING, position };
  return { kind: "value", value: { kind: "platformNew", member: "System.PageReference.<init>(String)", arguments: [url], type, position } };
}

function reportUnknownMember(ctx: MethodContext, target: Target, expression: MemberExpression): void {
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
