import type { ClassMeta } from "./class-meta.ts";
import { ApexException } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

/**
 * Base of all classes of the project, except its exceptions. The emitter puts `$meta` on the prototype, fields on the
 * instance, and a bridge method for each method that the platform may call.
 */
export abstract class UserObject {
  declare readonly $meta: ClassMeta;

  /** Runs the instance initialisers of the class and its super classes. */
  $init(): this {
    return this;
  }
}

/** True for instances of the project's classes, its exceptions included. */
export function isUserInstance(value: ApexValue): value is UserObject | (ApexException & { readonly $meta: ClassMeta }) {
  return value instanceof UserObject || (value instanceof ApexException && "$meta" in value);
}

/** Names of bridges by platform name, then arity: made once. */
const bridgeNames = new Map<string, string[]>();

/** `$compareto$1`: the property under which the emitter puts a method that the platform may call. */
export function bridgeName(name: string, arity: number): string {
  let names = bridgeNames.get(name);
  if (names === undefined) {
    names = Array.from({ length: 6 }, (_, count) => `$${name.toLowerCase()}$${count}`);
    bridgeNames.set(name, names);
  }
  return names[arity] ?? `$${name.toLowerCase()}$${arity}`;
}

type Bridge = (...args: readonly ApexValue[]) => ApexValue | undefined;

function bridgeOf(target: ApexValue, name: string, arity: number): Bridge | undefined {
  if (typeof target !== "object" || target === null) return undefined;
  const bridge: unknown = Reflect.get(target, bridgeName(name, arity));
  return typeof bridge === "function" ? (bridge as Bridge) : undefined;
}

/**
 * Calls a method of the project's object that the platform knows by name (`compareTo`, `equals`, `hashCode`, `execute`).
 * Gives undefined when the object has no such method.
 */
export function callBridge(target: ApexValue, name: string, ...args: readonly ApexValue[]): ApexValue | undefined {
  const bridge = bridgeOf(target, name, args.length);
  if (bridge === undefined) return undefined;
  return Reflect.apply(bridge, target, args) ?? null;
}

/** True when the object's class declares (or inherits) the method. */
export function hasBridge(target: ApexValue, name: string, arity: number): boolean {
  return bridgeOf(target, name, arity) !== undefined;
}

const stubs = new WeakSet();

/** Marks an object made by `Test.createStub`: its state is its provider's, it is never copied. */
export function markStub(stub: object): void {
  stubs.add(stub);
}

export function isStub(value: object): boolean {
  return stubs.has(value);
}
