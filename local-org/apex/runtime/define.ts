/**
 * How platform members are implemented. Every file of `apex/library` calls `definePlatformClass` once per class; the
 * keys are catalogue signatures, so that the compiler knows which members exist, which are implemented, and refuses the
 * rest with their name.
 *
 * A member gets its receiver (never null: the emitter checks) and its arguments, already converted to the parameter
 * types; type variables of generic classes arrive as Object. It gives a value or null, never undefined (void: null).
 */
import type { ApexValue } from "./values.ts";

export type StaticMember = (...args: never[]) => ApexValue;
export type InstanceMember = (self: never, ...args: never[]) => ApexValue;

export interface PlatformClass {
  /** `valueOf(Object)`; a static property has no parentheses. */
  readonly statics?: Readonly<Record<string, StaticMember>>;
  /** `contains(String)`; a property has no parentheses (getter); its setter is `name=`. */
  readonly members?: Readonly<Record<string, InstanceMember>>;
  /** `(String)`; `()`. */
  readonly constructors?: Readonly<Record<string, StaticMember>>;
}

const registry = new Map<string, StaticMember | InstanceMember>();

/**
 * Registers the implementation of a platform class under its canonical name (`String`, `List`, `System.Http`).
 * Throws when a member is registered twice.
 */
export function definePlatformClass(name: string, definition: PlatformClass): void {
  const put = (key: string, member: StaticMember | InstanceMember): void => {
    if (registry.has(key)) throw new Error(`platform member registered twice: ${key}`);
    registry.set(key, member);
  };
  for (const [signature, member] of Object.entries(definition.statics ?? {})) put(`${name}.${signature}`, member);
  for (const [signature, member] of Object.entries(definition.members ?? {})) put(`${name}#${signature}`, member);
  for (const [signature, member] of Object.entries(definition.constructors ?? {})) put(`${name}.<init>${signature}`, member);
}

/** The implementation behind a library key (`String#contains(String)`), or undefined when there is none. */
export function platformMember(key: string): StaticMember | InstanceMember | undefined {
  return registry.get(key);
}

/** All keys that are implemented, for coverage tables and tests. */
export function implementedMembers(): Iterable<string> {
  return registry.keys();
}
