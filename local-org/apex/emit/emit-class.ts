/** Classes as JavaScript: one JavaScript class per Apex class, members on the lines of their source. */
import type {
  BoundClass,
  BoundConstructor,
  BoundExpression,
  BoundInitializer,
  BoundMethod,
  BoundProperty,
  BoundType,
} from "../types/bound-tree.ts";
import type { CodeScope } from "./code-scope.ts";
import { emitArguments, emitExpression, quote } from "./emit-expression.ts";
import { emitParameters, emitStatements } from "./emit-statement.ts";
import { atLine, statementAt } from "./line-alignment.ts";
import { bridgeName, enumValueKey, mangled, propertyKey } from "./names.ts";
import { FunctionScope, type UnitScope } from "./unit-scope.ts";

interface Member {
  readonly line: number;
  readonly text: string;
}

/** JavaScript expression: a function that takes the super class and makes the class (or, for an enum, its values). */
export function emitType(type: BoundType, unit: UnitScope): string {
  if (type.kind === "enum") return emitEnum(type, unit);
  if (type.kind === "interface") return "null";
  const variable = unit.class(type.name);
  return `($b)=>${variable}=class ${variable} extends $b{${emitClassBody(type, unit)}${atLine(type.endLine)}}`;
}

function emitEnum(type: Extract<BoundType, { kind: "enum" }>, unit: UnitScope): string {
  const values = type.values.map(
    (name, ordinal) => `${enumValueKey(name)}:$rt.enumValue(${JSON.stringify(type.name)},${JSON.stringify(name)},${ordinal})`,
  );
  return `()=>${unit.class(type.name)}={${values.join(",")}}`;
}

/** Name of the static method that holds the definition of an inner type. */
export function definitionName(innerName: string): string {
  return `$define_${mangled(innerName)}`;
}

function emitClassBody(type: BoundClass, unit: UnitScope): string {
  const members: Member[] = [];
  const add = (line: number, text: string): void => {
    members.push({ line, text: `${atLine(line)}${text}` });
  };
  const triggersInit = unit.facts.hasNoticeableInit(type.name) ? `${unit.statics(type.name)};` : "";
  for (const [index, initializer] of type.staticInitializers.entries()) {
    add(initializer.position.line, emitInitializer(type, initializer, `static $s${index}`, true, unit));
  }
  for (const [index, initializer] of type.instanceInitializers.entries()) {
    add(initializer.position.line, emitInitializer(type, initializer, `${instanceInit(type)}${index}`, false, unit));
  }
  for (const property of type.properties) add(property.position.line, emitProperty(type, property, unit));
  for (const constructor of type.constructors) add(constructor.position.line, emitConstructor(type, constructor, triggersInit, unit));
  for (const method of type.methods) if (method.body !== null) add(method.position.line, emitMethod(method, unit, type.name, triggersInit));
  for (const inner of type.inner) {
    if (inner.kind !== "interface")
      add(inner.position.line, `static get ${definitionName(inner.name)}(){return(${emitType(inner, unit)})}`);
  }
  members.sort((left, right) => left.line - right.line);
  return [
    emitJsConstructor(type, unit),
    emitBridges(type, unit),
    ...members.map((member) => member.text),
    emitInits(type, unit, triggersInit),
  ].join("");
}

/** All instance fields exist from the start, so that every object of a class has the same shape. */
function emitJsConstructor(type: BoundClass, unit: UnitScope): string {
  const fields = [
    ...type.fields.filter((field) => !field.isStatic).map((field) => field.name),
    ...type.properties.filter((property) => !property.isStatic).map((property) => property.name),
  ];
  if (fields.length === 0) return "";
  return `constructor(){super();${fields.map((name) => `this.${unit.facts.storageKey(type.name, name)}=null;`).join("")}}`;
}

function emitBridges(type: BoundClass, unit: UnitScope): string {
  const bridges = type.bridges.map((bridge) => {
    const parameters = Array.from({ length: bridge.arity }, (_, index) => `a${index}`).join(",");
    const isStatic = type.methods.some((method) => method.isStatic && method.jsName === bridge.jsName);
    return `${bridgeName(bridge.platformName, bridge.arity)}(${parameters}){return ${isStatic ? unit.class(type.name) : "this"}.${unit.facts.methodKey(type.name, bridge.jsName)}(${parameters})??null}`;
  });
  return bridges.join("");
}

/** Name of the methods that run one instance initialiser of this class each; a number follows. */
function instanceInit(type: BoundClass): string {
  return `$init_${mangled(type.name)}$`;
}

/** `$init` runs the instance initialisers of the class after those of its super classes, all before any constructor, as on the platform. */
function emitInits(type: BoundClass, unit: UnitScope, triggersInit: string): string {
  let text = "";
  if (type.instanceInitializers.length > 0) {
    const own = type.instanceInitializers.map((_, index) => `this.${instanceInit(type)}${index}();`).join("");
    text += `$init(){${triggersInit}super.$init();${own}return this}`;
  }
  if (unit.facts.slotOf(type.name) !== undefined) {
    const names = [...type.fields.filter((field) => field.isStatic), ...type.properties.filter((property) => property.isStatic)].map(
      (one) => one.name,
    );
    text += `static $statics(){return{${names.map((name) => `${unit.facts.storageKey(type.name, name)}:null`).join(",")}}}`;
    text += `static $initStatics(){${type.staticInitializers.map((_, index) => `this.$s${index}();`).join("")}}`;
  }
  return text;
}

function emitInitializer(type: BoundClass, initializer: BoundInitializer, name: string, isStatic: boolean, unit: UnitScope): string {
  const scope = newScope(unit, new FunctionScope());
  const { line } = initializer.position;
  let body: string;
  if (initializer.kind === "block") body = emitStatements(initializer.body, scope);
  else {
    const holder = isStatic ? unit.statics(type.name) : "this";
    body = `${statementAt(line)}${holder}.${unit.facts.storageKey(type.name, initializer.field)}=${emitExpression(initializer.value, scope)};`;
  }
  return `${name}(){${scope.function.declarations()}${body}}`;
}

function emitConstructor(type: BoundClass, constructor: BoundConstructor, triggersInit: string, unit: UnitScope): string {
  const scope = newScope(unit, new FunctionScope(true));
  const { chained } = constructor;
  let chain = "";
  if (chained !== null) {
    const jsName = chained.platformSignature === null ? chained.jsName : platformConstructorName(chained.platformSignature);
    const call = `${chained.target}.${jsName}(${emitArguments(chained.arguments, scope)})`;
    const isKnown = chained.platformSignature === null || chained.platformSignature === "()" || unit.facts.isException(type.name);
    chain = `${statementAt(chained.position.line)}${isKnown ? call : `$rt.unsupported(${quote(`constructor of ${type.superClass?.name ?? ""}`)})`};`;
  }
  const body = emitStatements(constructor.body, scope);
  const end = atLine(constructor.body.endLine);
  return `${constructor.jsName}(${emitParameters(constructor.parameters)}){${scope.function.declarations()}${triggersInit}${chain}${body}${end}return this}`;
}

/** `(String,Exception)` of a platform super class, as the runtime's base classes name it. */
function platformConstructorName(signature: string): string {
  const parameters = signature.slice(1, -1);
  if (parameters === "") return "ctor$";
  return `ctor$${parameters
    .split(",")
    .map((name) => (/^(System\.)?Exception$/.test(name.trim()) ? "System_Exception" : name.trim().replace(/[^A-Za-z0-9]/g, "_")))
    .join("$")}`;
}

/** `triggersInit`: statement that runs the static initialisers of the class, or nothing. */
export function emitMethod(method: BoundMethod, unit: UnitScope, owner: string, triggersInit = ""): string {
  const { body } = method;
  if (body === null) return "";
  const scope = newScope(unit, new FunctionScope());
  const statements = emitStatements(body, scope);
  return `${method.isStatic ? "static " : ""}${unit.facts.methodKey(owner, method.jsName)}(${emitParameters(method.parameters)}){${scope.function.declarations()}${
    method.isStatic ? triggersInit : ""
  }${statements}${atLine(body.endLine)}}`;
}

function emitProperty(type: BoundClass, property: BoundProperty, unit: UnitScope): string {
  const prefix = property.isStatic ? "static " : "";
  const key = propertyKey(property.name);
  const hidden = `${property.isStatic ? unit.statics(type.name) : "this"}.${unit.facts.storageKey(type.name, property.name)}`;
  const { getter, setter } = property;
  let text = "";
  const inherits = type.superClass?.kind === "user" && !property.isStatic;
  if (getter === "auto") text += `${prefix}get ${key}(){return ${hidden}}`;
  else if (getter === null) text += inherits ? `get ${key}(){return super.${key}}` : "";
  else text += `${atLine(getter.position.line)}${prefix}get ${key}(){${accessorBody(getter, unit)}}`;
  if (setter === "auto") text += `${prefix}set ${key}($v){${hidden}=$v}`;
  else if (setter === null) text += inherits ? `set ${key}($v){super.${key}=$v}` : "";
  else
    text += `${atLine(setter.body.position.line)}${prefix}set ${key}(${emitParameters([{ local: setter.parameter }])}){${accessorBody(setter.body, unit)}}`;
  return text;
}

function accessorBody(block: Exclude<BoundProperty["getter"], "auto" | null>, unit: UnitScope): string {
  const scope = newScope(unit, new FunctionScope());
  const statements = emitStatements(block, scope);
  return `${scope.function.declarations()}${statements}${atLine(block.endLine)}`;
}

export function newScope(unit: UnitScope, functionScope: FunctionScope): CodeScope {
  return { unit, function: functionScope, guarded: new Map<BoundExpression, string>(), current: null };
}
