/** Checks the bodies of a class and puts its bound form together. */
import type { InitializerBlock, Member } from "../syntax/ast.ts";
import type {
  BoundBlock,
  BoundClass,
  BoundField,
  BoundInitializer,
  BoundInterface,
  BoundParameter,
  BoundProperty,
  BoundType,
  Position,
} from "./bound-tree.ts";
import { bridgesOf } from "./bridges.ts";
import { checkConstructors } from "./check-constructor.ts";
import { checkExpression } from "./check-expression.ts";
import { checkMethod, withDiagnosticsReplaced } from "./check-method.ts";
import { forwardsOf } from "./forwards.ts";
import { checkBlock, checkBlockInScope } from "./check-statement.ts";
import { allInterfaces, checkClassRules } from "./class-rules.ts";
import { assignTo } from "./coerce.ts";
import { canCompleteNormally } from "./flow.ts";
import { MethodContext } from "./method-context.ts";
import { sharingOf } from "./modifiers.ts";
import { VOID } from "./type-model.ts";
import { topLevel } from "./user-types.ts";
import type { UserMethod, UserType, UserVariable } from "./user-types.ts";
import type { World } from "./world.ts";

export function checkType(world: World, type: UserType): BoundType {
  const { declaration, name } = type;
  const { position, endLine } = declaration;
  if (declaration.kind === "enum")
    return { kind: "enum", name, position, endLine, values: declaration.constants.map((constant) => constant.name) };
  if (declaration.kind === "interface") return interfaceOf(world, type);
  checkClassRules(world, type);
  return classOf(world, type, declaration.members);
}

function interfaceOf(world: World, type: UserType): BoundInterface {
  const methods = [...type.methods.values()].flat().map((method) => {
    const parameters = method.parameters.map((parameter): BoundParameter => ({
      local: { name: parameter.name, jsName: parameter.name, type: parameter.type },
      name: parameter.name,
      type: parameter.type,
    }));
    return { name: method.name, jsName: method.jsName, parameters, returns: method.returns };
  });
  const { position, endLine } = type.declaration;
  return { kind: "interface", name: type.name, position, endLine, interfaces: allInterfaces(world, type), methods };
}

function classOf(world: World, type: UserType, members: readonly Member[]): BoundClass {
  const variables = [...type.variables.values()];
  const initializers = members.flatMap((member) => initializerOf(world, type, member));
  const methods = [...type.methods.values()].flat();
  return {
    kind: "class",
    name: type.name,
    position: type.declaration.position,
    endLine: type.declaration.endLine,
    superClass: type.superClass,
    interfaces: allInterfaces(world, type),
    isAbstract: type.isAbstract,
    isTest: topLevel(type).isTest,
    sharing: sharingOf(type.declaration.modifiers),
    apiVersion: type.apiVersion,
    annotations: type.annotations,
    fields: variables.filter((variable) => variable.property === null).map(fieldOf),
    properties: variables.flatMap((variable) => propertyOf(world, type, variable)),
    constructors: checkConstructors(world, type),
    methods: [...inSourceOrder(methods).map((method) => checkMethod(world, type, method)), ...forwardsOf(world, type)],
    staticInitializers: initializers.filter((one) => one.isStatic).map((one) => one.initializer),
    instanceInitializers: initializers.filter((one) => !one.isStatic).map((one) => one.initializer),
    inner: [...type.inner.values()].map((inner) => checkType(world, inner)),
    bridges: bridgesOf(world, type),
  };
}

function inSourceOrder(methods: readonly UserMethod[]): readonly UserMethod[] {
  return [...methods].sort(
    (a, b) => a.declaration.position.line - b.declaration.position.line || a.declaration.position.column - b.declaration.position.column,
  );
}

function fieldOf(variable: UserVariable): BoundField {
  const { name, type, isStatic, isFinal, isTransient, access, annotations } = variable;
  return { name, type, isStatic, isFinal, isTransient, access, annotations, position: variable.declaration.position };
}

// ---------------------------------------------------------------- initialisers

function initializerOf(world: World, type: UserType, member: Member): readonly { isStatic: boolean; initializer: BoundInitializer }[] {
  if (member.kind === "initializer") return [{ isStatic: member.isStatic, initializer: initializerBlock(world, type, member) }];
  if (member.kind !== "field" || member.initializer === null) return [];
  const variable = type.variables.get(member.name.toLowerCase());
  if (variable === undefined || variable.declaration !== member) return [];
  const { initializer, position } = member;
  const ctx = new MethodContext(world, type, { kind: "field", isStatic: variable.isStatic, returns: VOID });
  const checked = withDiagnosticsReplaced(world, position, () => {
    const value = checkExpression(ctx, initializer);
    return assignTo(ctx, value, variable.type, value.position);
  });
  const result: BoundInitializer =
    "value" in checked
      ? { kind: "field", field: variable.name, value: checked.value, position }
      : { kind: "block", body: checked.replacement, position };
  return [{ isStatic: variable.isStatic, initializer: result }];
}

function initializerBlock(world: World, type: UserType, block: InitializerBlock): BoundInitializer {
  const ctx = new MethodContext(world, type, { kind: "initializer", isStatic: block.isStatic, returns: VOID });
  return { kind: "block", body: checkBlock(ctx, block.body), position: block.position };
}

// ---------------------------------------------------------------- properties

function propertyOf(world: World, type: UserType, variable: UserVariable): readonly BoundProperty[] {
  const { property, name, isStatic, isTransient, access, annotations } = variable;
  if (property === null) return [];
  const getter = property.getter?.accessor ?? null;
  const setter = property.setter?.accessor ?? null;
  return [
    {
      name,
      type: variable.type,
      isStatic,
      isTransient,
      access,
      annotations,
      getter: getter === null ? null : getter.body === null ? "auto" : getterBody(world, type, variable, getter.body, getter.position),
      setter: setter === null ? null : setter.body === null ? "auto" : setterBody(world, type, variable, setter.body, setter.position),
      position: variable.declaration.position,
    },
  ];
}

type Body = NonNullable<Extract<Member, { kind: "method" }>["body"]>;

function getterBody(world: World, type: UserType, variable: UserVariable, body: Body, position: Position): BoundBlock {
  const ctx = new MethodContext(world, type, {
    kind: "accessor",
    isStatic: variable.isStatic,
    returns: variable.type,
    accessorOf: variable,
  });
  const bound = checkBlock(ctx, body);
  if (canCompleteNormally(body)) ctx.report(position, `Missing return statement required return type: ${variable.type.name}`);
  return bound;
}

function setterBody(
  world: World,
  type: UserType,
  variable: UserVariable,
  body: Body,
  position: Position,
): Exclude<BoundProperty["setter"], "auto" | null> {
  const ctx = new MethodContext(world, type, { kind: "accessor", isStatic: variable.isStatic, returns: VOID, accessorOf: variable });
  const parameter = ctx.declare("value", variable.type, position);
  return { parameter, body: checkBlockInScope(ctx, body) };
}
