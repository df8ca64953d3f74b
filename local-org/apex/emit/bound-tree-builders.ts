/** Small bound trees by hand, for tests of the emitter. */
import type { ApexType } from "../types/apex-type.ts";
import type {
  BoundBlock,
  BoundClass,
  BoundExpression,
  BoundField,
  BoundLocal,
  BoundMethod,
  BoundStatement,
  BoundUnit,
  Position,
} from "../types/bound-tree.ts";

export const INTEGER: ApexType = { kind: "primitive", name: "Integer" };
export const BOOLEAN: ApexType = { kind: "primitive", name: "Boolean" };
export const STRING: ApexType = { kind: "primitive", name: "String" };
export const VOID: ApexType = { kind: "void", name: "void" };
export const NULL: ApexType = { kind: "null", name: "null" };
const AT: Position = { line: 1, column: 1 };

export function userType(name: string): ApexType {
  return { kind: "user", name };
}

export function platformType(name: string): ApexType {
  return { kind: "platform", name, args: [] };
}

export function at(line: number): Position {
  return { line, column: 1 };
}

export function integer(value: number): BoundExpression {
  return { kind: "literal", literal: "Integer", value, type: INTEGER, position: AT };
}

export function text(value: string): BoundExpression {
  return { kind: "literal", literal: "String", value, type: STRING, position: AT };
}

export function nothing(): BoundExpression {
  return { kind: "literal", literal: "null", value: null, type: NULL, position: AT };
}

export function local(name: string, type: ApexType = INTEGER): BoundLocal {
  return { name, jsName: name, type };
}

export function read(variable: BoundLocal): BoundExpression {
  return { kind: "local", local: variable, type: variable.type, position: AT };
}

export function arithmetic(left: BoundExpression, operator: "+" | "-" | "*" | "/", right: BoundExpression): BoundExpression {
  return { kind: "arithmetic", operator, operands: "Integer", left, right, type: INTEGER, position: AT };
}

export function callStatic(
  owner: string,
  jsName: string,
  args: readonly BoundExpression[],
  type: ApexType = INTEGER,
  line = 1,
): BoundExpression {
  return {
    kind: "call",
    dispatch: "static",
    owner,
    name: jsName,
    jsName,
    target: null,
    arguments: args,
    nullSafe: false,
    type,
    position: at(line),
  };
}

export function returns(value: BoundExpression | null, line = 1): BoundStatement {
  return { kind: "return", value, position: at(line) };
}

export function block(statements: readonly BoundStatement[], line = 1, endLine = line): BoundBlock & { readonly position: Position } {
  return { kind: "block", statements, position: at(line), endLine };
}

export function method(jsName: string, parameters: readonly BoundLocal[], body: BoundBlock, more: Partial<BoundMethod> = {}): BoundMethod {
  return {
    name: jsName.replace(/\$.*/, ""),
    jsName,
    parameters: parameters.map((one) => ({ local: one, name: one.name, type: one.type })),
    returns: INTEGER,
    isStatic: true,
    isAbstract: false,
    access: "public",
    annotations: [],
    isTest: false,
    body,
    position: body.position,
    ...more,
  };
}

export function field(name: string, type: ApexType, isStatic = false): BoundField {
  return { name, type, isStatic, isFinal: false, isTransient: false, access: "public", annotations: [], position: AT };
}

export function classUnit(name: string, more: Partial<BoundClass>): BoundUnit {
  const declaration: BoundClass = {
    kind: "class",
    name,
    position: AT,
    endLine: 1,
    superClass: null,
    interfaces: [],
    isAbstract: false,
    isTest: false,
    sharing: "none",
    apiVersion: 67,
    annotations: [],
    fields: [],
    properties: [],
    constructors: [
      { jsName: "ctor$", parameters: [], chained: null, body: { kind: "block", statements: [], position: AT, endLine: 1 }, position: AT },
    ],
    methods: [],
    staticInitializers: [],
    instanceInitializers: [],
    inner: [],
    bridges: [],
    ...more,
  };
  return { file: `classes/${name}.cls`, declaration };
}
