/** Bound expressions as JavaScript. Every text that this gives can stand inside a larger expression as it is. */
import type { BoundExpression, BoundSoql } from "../types/bound-tree.ts";
import { emitArithmetic, emitCompare, emitEquality, emitNegate } from "./emit-operator.ts";
import { emitAssign, emitUpdate } from "./emit-place.ts";
import { emitConversion } from "./emit-conversion.ts";
import type { CodeScope } from "./code-scope.ts";
import { atLine } from "./line-alignment.ts";
import { enumValueKey, localVariable, propertyKey, TRIGGER_CLASS } from "./names.ts";
import { isNeverNull } from "./null-knowledge.ts";

type Of<Kind extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: Kind }>;

/** Kinds that read through a target, so that a `?.` on the left ends the whole chain. */
type ChainLink = Of<"field" | "property" | "sobjectField" | "sobjectParent" | "sobjectChildren" | "call" | "platformCall" | "index">;

export function emitExpression(expression: BoundExpression, scope: CodeScope): string {
  if (!isChainLink(expression)) return emitUnguarded(expression, scope);
  let guards = "";
  for (const link of safeLinks(expression, scope)) {
    const temporary = scope.function.temporary();
    guards += `(${temporary}=${emitTarget(link, scope)})===null?null:`;
    scope.guarded.set(link, temporary);
  }
  const text = emitUnguarded(expression, scope);
  return guards === "" ? text : `(${guards}${text})`;
}

export function emitArguments(expressions: readonly BoundExpression[], scope: CodeScope): string {
  return expressions.map((expression) => emitExpression(expression, scope)).join(",");
}

/** A value that must not be null; when it is, NullPointerException. */
export function emitPresent(expression: BoundExpression, scope: CodeScope): string {
  const text = emitExpression(expression, scope);
  return isNeverNull(expression) ? text : `$rt.present(${text})`;
}

/** The target of a chain link: its temporary when `?.` already evaluated it. */
export function emitTarget(link: ChainLink, scope: CodeScope): string {
  const guarded = scope.guarded.get(link);
  if (guarded !== undefined) return guarded;
  if (link.target === null) throw new Error(`a static ${link.kind} has no target`);
  return emitExpression(link.target, scope);
}

/** As `emitTarget`, checked for null. */
export function emitPresentTarget(link: ChainLink, scope: CodeScope): string {
  const guarded = scope.guarded.get(link);
  if (guarded !== undefined) return guarded;
  if (link.target === null) throw new Error(`a static ${link.kind} has no target`);
  return emitPresent(link.target, scope);
}

function isChainLink(expression: BoundExpression): expression is ChainLink {
  switch (expression.kind) {
    case "field":
    case "property":
    case "sobjectField":
    case "sobjectParent":
    case "sobjectChildren":
    case "call":
    case "platformCall":
    case "index":
      return expression.target !== null;
    default:
      return false;
  }
}

/** The links of a chain that are reached by `?.` and not yet guarded, leftmost first. */
function safeLinks(expression: ChainLink, scope: CodeScope): ChainLink[] {
  const found: ChainLink[] = [];
  let at: BoundExpression | null = expression;
  while (at !== null) {
    if (at.kind === "convert" && at.conversion.kind !== "downcast") at = at.operand;
    if (!isChainLink(at) || scope.guarded.has(at)) break;
    if (at.kind !== "index" && at.nullSafe) found.unshift(at);
    at = at.target;
  }
  return found;
}

function emitUnguarded(expression: BoundExpression, scope: CodeScope): string {
  const { unit } = scope;
  switch (expression.kind) {
    case "literal":
      return emitLiteral(expression, scope);
    case "local":
      return localVariable(expression.local.jsName);
    case "this":
      return "this";
    case "convert":
      return emitConversion(expression, scope);
    case "field":
      return `${expression.target === null ? unit.statics(expression.owner) : emitTarget(expression, scope)}.${unit.facts.storageKey(expression.owner, expression.name)}`;
    case "property":
      return emitProperty(expression, scope);
    case "enumConstant":
      return expression.enum.kind === "user"
        ? `${unit.class(expression.enum.name)}.${enumValueKey(expression.name)}`
        : `$rt.platformEnum(${quote(expression.enum.name)},${quote(expression.name)})`;
    case "sobjectField":
      return expression.target.kind === "sobjectParent"
        ? `$rt.getThrough(${emitTarget(expression, scope)},${quote(expression.field)})`
        : `$rt.get(${emitTarget(expression, scope)},${quote(expression.field)})`;
    case "sobjectParent":
      return expression.target.kind === "sobjectParent"
        ? `$rt.parentThrough(${emitTarget(expression, scope)},${quote(expression.relationship)})`
        : `$rt.parent(${emitTarget(expression, scope)},${quote(expression.relationship)})`;
    case "sobjectChildren":
      return `$rt.children(${emitTarget(expression, scope)},${quote(expression.relationship)})`;
    case "fieldToken":
      return `$rt.fieldToken(${quote(expression.object)},${quote(expression.field)})`;
    case "objectToken":
      return `$rt.objectToken(${quote(expression.object)})`;
    case "describeToken":
      return `$rt.describeObject(${quote(expression.object)})`;
    case "describeFieldToken":
      return `$rt.describeField(${quote(expression.object)},${quote(expression.field)})`;
    case "label":
      return `$rt.label(${quote(expression.name)})`;
    case "classLiteral":
      return `$rt.classLiteral(${quote(expression.of.name)})`;
    case "triggerVariable":
      return `$rt.triggerVariable(${quote(expression.name)})`;
    case "call":
      return emitCall(expression, scope);
    case "platformCall":
      return emitPlatformCall(expression, scope);
    case "platformSuperCall":
      return `${unit.superMember(expression.member)}(${["this", ...expression.arguments.map((one) => emitExpression(one, scope))].join(",")})`;
    case "new":
      return `${atLine(expression.position.line)}new ${unit.class(expression.owner)}().$init().${expression.jsName}(${emitArguments(expression.arguments, scope)})`;
    case "platformNew":
      return `${atLine(expression.position.line)}${unit.member(expression.member)}(${emitArguments(expression.arguments, scope)})`;
    case "newSObject": {
      const names = unit.names(expression.fields.map((field) => field.name));
      const values = expression.fields
        .map((field) => `${atLine(field.value.position.line)}${emitExpression(field.value, scope)}`)
        .join(",");
      return `$rt.newSObject(${quote(expression.object)},${names},[${values}])`;
    }
    case "newCollection":
      return emitNewCollection(expression, scope);
    case "newMap":
      return expression.copyOf === null
        ? `$rt.newMap(${quote(expression.type.name)},[${expression.entries.map((entry) => emitArguments([entry.key, entry.value], scope)).join(",")}])`
        : `$rt.mapFrom(${quote(expression.type.name)},${emitExpression(expression.copyOf, scope)})`;
    case "index":
      return `$rt.at(${emitTarget(expression, scope)},${emitExpression(expression.index, scope)})`;
    case "arithmetic":
      return emitArithmetic(expression, scope);
    case "dateArithmetic":
      return `$rt.dateArithmetic(${quote(expression.operator)},${emitPresent(expression.left, scope)},${emitPresent(expression.right, scope)})`;
    case "concat":
      return emitConcat(expression, scope);
    case "compare":
      return emitCompare(expression, scope);
    case "equality":
      return emitEquality(expression, scope);
    case "logical":
      return `(${emitPresent(expression.left, scope)}${expression.operator}${emitPresent(expression.right, scope)})`;
    case "not":
      return `(!${emitPresent(expression.operand, scope)})`;
    case "negate":
      return emitNegate(expression, scope);
    case "bitNot":
      return expression.operands === "Integer"
        ? `(~${emitPresent(expression.operand, scope)})`
        : `BigInt.asIntN(64,~${emitPresent(expression.operand, scope)})`;
    case "conditional":
      return `(${emitPresent(expression.condition, scope)}?${emitExpression(expression.then, scope)}:${emitExpression(expression.else, scope)})`;
    case "coalesce":
      return `(${emitExpression(expression.left, scope)}??${emitExpression(expression.right, scope)})`;
    case "instanceOf":
      return emitInstanceOf(expression, scope);
    case "assign":
      return `(${emitAssign(expression, scope)})`;
    case "update":
      return `(${emitUpdate(expression, scope, true)})`;
    case "current":
      if (scope.current === null) throw new Error("`current` outside of an update");
      return scope.current;
    case "soql":
      return expression.shape === "count"
        ? `${atLine(expression.position.line)}$rt.soqlCount(${emitQuery(expression, scope)})`
        : `${atLine(expression.position.line)}$rt.soql(${emitQuery(expression, scope)},${quote(expression.type.name)})`;
    case "sosl":
      return `${atLine(expression.position.line)}$rt.sosl(${emitQuery(expression, scope)})`;
  }
}

/** Arguments of the query functions: tree, binds by index, access mode. */
export function emitQuery(expression: BoundSoql | Of<"sosl">, scope: CodeScope): string {
  const binds = expression.binds.toSorted((left, right) => left.index - right.index).map((bind) => emitExpression(bind.value, scope));
  return `${scope.unit.constant(expression.query)},[${binds.join(",")}],${quote(accessMode(expression.access, scope))}`;
}

/** What "nothing said" means depends on the API version of the class. */
export function accessMode(access: "user" | "system" | "default", scope: CodeScope): "user" | "system" {
  return access === "default" ? (scope.unit.apiVersion >= 67 ? "user" : "system") : access;
}

function emitLiteral(expression: Of<"literal">, scope: CodeScope): string {
  const { value, literal } = expression;
  if (value === null) return "null";
  if (literal === "Decimal") return scope.unit.decimal(String(value));
  if (literal === "Long") return `${value}n`;
  return typeof value === "string" && literal === "String" ? quote(value) : String(value);
}

function emitProperty(expression: Of<"property">, scope: CodeScope): string {
  const { unit } = scope;
  if (expression.direct) {
    const holder = expression.target === null ? unit.statics(expression.owner) : emitTarget(expression, scope);
    return `${holder}.${unit.facts.storageKey(expression.owner, expression.name)}`;
  }
  const holder = expression.target === null ? unit.class(expression.owner) : emitTarget(expression, scope);
  return `${atLine(expression.position.line)}${holder}.${propertyKey(expression.name)}`;
}

function emitCall(expression: Of<"call">, scope: CodeScope): string {
  return `${callTarget(expression, scope)}${atLine(expression.position.line)}.${scope.unit.facts.methodKey(expression.owner, expression.jsName)}(${emitArguments(expression.arguments, scope)})`;
}

function callTarget(expression: Of<"call">, { unit, ...scope }: CodeScope): string {
  if (expression.dispatch === "super") return "super";
  if (expression.target === null && unit.triggerMethods.has(expression.jsName)) return TRIGGER_CLASS;
  return expression.dispatch === "static" ? unit.class(expression.owner) : emitTarget(expression, { unit, ...scope });
}

function emitPlatformCall(expression: Of<"platformCall">, scope: CodeScope): string {
  const member = scope.unit.member(expression.member);
  const args = [
    ...(expression.target === null ? [] : [emitPresentTarget(expression, scope)]),
    ...expression.arguments.map((argument) => emitExpression(argument, scope)),
  ].join(",");
  const at = atLine(expression.position.line);
  if (expression.scope === undefined) return `${at}${member}(${args})`;
  const binds = [...expression.scope].map(([name, value]) => `${quote(name)}:()=>${emitExpression(value, scope)}`);
  return `${at}$rt.withBinds({${binds.join(",")}},${member},[${args}])`;
}

function emitNewCollection(expression: Of<"newCollection">, scope: CodeScope): string {
  const type = quote(expression.type.name);
  const kind = expression.type.kind === "set" ? "Set" : "List";
  if (expression.copyOf !== null)
    return `$rt.${kind === "Set" ? "setFrom" : "listFrom"}(${type},${emitExpression(expression.copyOf, scope)})`;
  if (expression.size !== null) return `$rt.sizedList(${type},${emitPresent(expression.size, scope)})`;
  const elements = expression.elements.map((element) => `${atLine(element.position.line)}${emitExpression(element, scope)}`);
  return `$rt.new${kind}(${type},[${elements.join(",")}])`;
}

/** Types whose JavaScript values print as Apex prints them, null included. */
const PRINTED_NATIVELY = new Set(["String", "Id", "Integer", "Long", "Boolean"]);

/** JavaScript of the text of a value, as `String.valueOf` and `+` show it. */
export function emitText(part: BoundExpression, scope: CodeScope): string {
  const text = emitExpression(part, scope);
  if (part.type.kind === "primitive" && PRINTED_NATIVELY.has(part.type.name)) return text;
  if (part.type.name === "Double") return `$rt.doubleText(${text})`;
  return part.kind === "literal" && part.value === null ? "null" : `$rt.text(${text})`;
}

function emitConcat(expression: Of<"concat">, scope: CodeScope): string {
  return `(""+${expression.parts.map((part) => `${atLine(part.position.line)}${emitText(part, scope)}`).join("+")})`;
}

function emitInstanceOf(expression: Of<"instanceOf">, scope: CodeScope): string {
  const operand = emitExpression(expression.operand, scope);
  if (expression.of.kind === "user" && scope.unit.facts.kindOf(expression.of.name) === "class") {
    return `(${operand} instanceof ${scope.unit.class(expression.of.name)})`;
  }
  return `$rt.instanceOf(${operand},${quote(expression.of.name)})`;
}

export function quote(text: string): string {
  return JSON.stringify(text);
}
