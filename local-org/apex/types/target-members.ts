/** Members of what comes before a dot: of values, types, namespaces, `Trigger`, `Label`, describes. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { MemberExpression } from "../syntax/ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { checkVariableMember, userVariableExpression } from "./check-member.ts";
import { platformVariable, userVariablesNamed } from "./member-lookup.ts";
import type { MethodContext } from "./method-context.ts";
import { parentType } from "./sobject-types.ts";
import type { Target } from "./target.ts";
import { ID, listOf, mapOf, platformType, SOBJECT, sobjectType, STRING } from "./type-model.ts";
import { typeNamed } from "./type-resolver.ts";
import { classChain } from "./user-types.ts";

export const SOBJECT_FIELD = platformType("Schema.SObjectField");
export const SOBJECT_TYPE = platformType("Schema.SObjectType");
const DESCRIBE = platformType("Schema.DescribeSObjectResult");
const DESCRIBE_FIELD = platformType("Schema.DescribeFieldResult");
const FIELD_SET = platformType("Schema.FieldSet");

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
