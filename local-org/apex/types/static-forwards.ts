/** Static methods may stand for methods of an interface; callers of the interface reach them through an instance. */
import type { BoundExpression, BoundMethod, BoundStatement } from "./bound-tree.ts";
import { allInterfaces } from "./class-rules.ts";
import { VOID } from "./type-model.ts";
import type { UserMethod, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

/** An instance method for each static method of the class that an interface of the project asks for. */
export function staticForwards(world: World, type: UserType): readonly BoundMethod[] {
  const asked = new Set(
    allInterfaces(world, type).flatMap((one) => [...(world.userType(one)?.methods.values() ?? [])].flat().map((method) => method.jsName)),
  );
  const own = [...type.methods.values()].flat();
  return own.filter((method) => method.isStatic && asked.has(method.jsName)).map(forward);
}

function forward(method: UserMethod): BoundMethod {
  const { name, jsName, returns, access, annotations, owner } = method;
  const { position } = method.declaration;
  const parameters = method.parameters.map((one) => ({
    name: one.name,
    type: one.type,
    local: { name: one.name, jsName: one.name, type: one.type },
  }));
  const call: BoundExpression = {
    kind: "call",
    dispatch: "static",
    owner: owner.name,
    name,
    jsName,
    target: null,
    arguments: parameters.map(({ local, type }) => ({ kind: "local", local, type, position })),
    nullSafe: false,
    type: returns,
    position,
  };
  const statement: BoundStatement =
    returns === VOID ? { kind: "expression", expression: call, position } : { kind: "return", value: call, position };
  const body = { kind: "block", statements: [statement], position, endLine: position.line } as const;
  return { name, jsName, parameters, returns, isStatic: false, isAbstract: false, access, annotations, isTest: false, body, position };
}
