import type { ClassMeta } from "./class-meta.ts";
import { ApexException } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

/**
 * Base of all classes of the project, except its exceptions. The emitter puts `$meta` on the prototype, fields on the
 * instance, and a bridge method for each method that the platform may call.
 */
export abstract class UserObject {
  declare readonly $meta: ClassMeta;
}

/** True for instances of the project's classes, its exceptions included. */
export function isUserInstance(value: ApexValue): value is UserObject | (ApexException & { readonly $meta: ClassMeta }) {
  return value instanceof UserObject || (value instanceof ApexException && "$meta" in value);
}

/**
 * Calls a method of the project's object that the platform knows by name (`compareTo`, `equals`, `hashCode`, `execute`).
 * Gives undefined when the object has no such method.
 */
export function callBridge(target: ApexValue, name: string, ...args: readonly ApexValue[]): ApexValue | undefined {
  if (typeof target !== "object" || target === null) return undefined;
  const bridge: unknown = Reflect.get(target, `$${name.toLowerCase()}$${args.length}`);
  if (typeof bridge !== "function") return undefined;
  const result: ApexValue | undefined = Reflect.apply(bridge, target, args);
  return result === undefined ? null : result;
}

/** True when the object's class declares (or inherits) the method. */
export function hasBridge(target: ApexValue, name: string, arity: number): boolean {
  if (typeof target !== "object" || target === null) return false;
  return typeof Reflect.get(target, `$${name.toLowerCase()}$${arity}`) === "function";
}
