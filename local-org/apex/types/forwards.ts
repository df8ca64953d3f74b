/**
 * Instance methods that pass a call on to the one that stands for it: a static method may implement a method of an interface,
 * and `List<Account>` may stand where the inherited method has `List<SObject>`, so that the JavaScript names differ.
 */
import type { BoundExpression, BoundMethod, BoundStatement } from "./bound-tree.ts";
import { allInterfaces, implementation, sameParameters } from "./class-rules.ts";
import { VOID } from "./type-model.ts";
import { classChain } from "./user-types.ts";
import type { UserMethod, UserType } from "./user-types.ts";
import type { World } from "./world.ts";

export function forwardsOf(world: World, type: UserType): readonly BoundMethod[] {
  const interfaces = allInterfaces(world, type).flatMap((one) => world.userType(one) ?? []);
  const ancestors = [...classChain(type)].slice(1);
  const forwards = new Map<string, BoundMethod>();
  for (const wanted of [...interfaces, ...ancestors].flatMap((one) => [...one.methods.values()].flat())) {
    if (wanted.isStatic) continue;
    const types = wanted.parameters.map((parameter) => parameter.type);
    const found = implementation(type, wanted.name, (method) => sameParameters(method, types), true);
    if (found?.owner !== type || (found.jsName === wanted.jsName && !found.isStatic)) continue;
    forwards.set(wanted.jsName, forward(wanted, found));
  }
  return [...forwards.values()];
}

function forward(wanted: UserMethod, found: UserMethod): BoundMethod {
  const { name, access, annotations, owner } = found;
  const { position } = found.declaration;
  const parameters = wanted.parameters.map((one) => ({
    name: one.name,
    type: one.type,
    local: { name: one.name, jsName: one.name, type: one.type },
  }));
  const call: BoundExpression = {
    kind: "call",
    dispatch: found.isStatic ? "static" : "virtual",
    owner: owner.name,
    name,
    jsName: found.jsName,
    target: found.isStatic ? null : { kind: "this", type: owner.type, position },
    arguments: parameters.map(({ local, type }) => ({ kind: "local", local, type, position })),
    nullSafe: false,
    type: found.returns,
    position,
  };
  const statement: BoundStatement =
    found.returns === VOID ? { kind: "expression", expression: call, position } : { kind: "return", value: call, position };
  return {
    name,
    jsName: wanted.jsName,
    parameters,
    returns: found.returns,
    isStatic: false,
    isAbstract: false,
    access,
    annotations,
    isTest: false,
    body: { kind: "block", statements: [statement], position, endLine: position.line },
    position,
  };
}
