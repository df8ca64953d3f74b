/** Which methods of a class the platform calls: those of platform interfaces, of `Exception`, and equals, hashCode, toString. */
import type { BoundBridge } from "./bound-tree.ts";
import { allInterfaces, platformImplementation, platformMethods } from "./class-rules.ts";
import type { PlatformMethod } from "./class-rules.ts";
import { BOOLEAN, INTEGER, OBJECT, STRING } from "./type-model.ts";
import type { UserType } from "./user-types.ts";
import type { World } from "./world.ts";

const OBJECT_METHODS: readonly PlatformMethod[] = [
  { name: "equals", parameters: [OBJECT], returns: BOOLEAN },
  { name: "hashCode", parameters: [], returns: INTEGER },
  { name: "toString", parameters: [], returns: STRING },
];

export function bridgesOf(world: World, type: UserType): readonly BoundBridge[] {
  const ancestors = world
    .supertypes(type.type)
    .filter((ancestor) => world.userType(ancestor) === undefined && !world.isInterface(ancestor));
  const interfaces = allInterfaces(world, type).filter((one) => world.userType(one) === undefined);
  const exception = type.isException ? world.catalog.class("System.Exception") : undefined;
  const inherited = exception === undefined ? ancestors : [{ kind: "platform", name: "System.Exception", args: [] } as const];
  const wanted = [...OBJECT_METHODS, ...[...interfaces, ...inherited].flatMap((one) => platformMethods(world, one))];
  const bridges = new Map<string, BoundBridge>();
  for (const method of wanted) {
    const found = platformImplementation(world, type, method);
    const key = `${method.name.toLowerCase()}/${method.parameters.length}`;
    if (found !== undefined && !found.isAbstract && !bridges.has(key)) {
      bridges.set(key, { platformName: method.name, arity: method.parameters.length, jsName: found.jsName });
    }
  }
  return [...bridges.values()];
}
