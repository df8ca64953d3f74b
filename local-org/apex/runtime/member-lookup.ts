/** Library members as emitted code calls them: an object of the project may implement or override what it is asked for. */
import { loadCatalog } from "../catalog/catalog.ts";
import { bridgeName } from "../emit/names.ts";
import type { Member } from "./bind-scope.ts";
import { platformMember } from "./define.ts";
import { unsupported } from "./exceptions.ts";
import type { ApexValue } from "./values.ts";

/** Whether emitted code can call the member: the library has it, or the project's own objects bring it. */
export function isRunnable(key: string): boolean {
  return platformMember(key) !== undefined || instanceKey(key)?.isInterface === true;
}

/** The implementation for calls on any object. Where there is none, one that throws UnsupportedFeatureError. */
export function memberFor(key: string): Member {
  const own = implementation(key);
  const instance = instanceKey(key);
  if (instance === null || !(instance.isInterface || instance.className === EXCEPTION)) return own;
  const bridge = bridgeName(instance.name, instance.arity);
  // A class may be Queueable and Schedulable: the parameter's type tells its two `execute` apart.
  const exact = overloadName(key);
  return (...args) => {
    const [self, ...rest] = args;
    const isObject = typeof self === "object" && self !== null;
    const overriding: unknown = isObject ? (Reflect.get(self, exact) ?? Reflect.get(self, bridge)) : undefined;
    if (typeof overriding !== "function") return own(...args);
    const result: unknown = Reflect.apply(overriding, self, rest);
    return (result ?? null) as ApexValue;
  };
}

/** The platform's own implementation, for `super.member()`. */
export function superMemberFor(key: string): Member {
  return implementation(key);
}

const EXCEPTION = "System.Exception";

/** The function itself, so that V8 can inline it. */
function implementation(key: string): Member {
  const found = platformMember(key);
  return isMember(found) ? found : () => unsupported(key);
}

/** The checker has converted the arguments to the parameter types of the key. */
function isMember(found: unknown): found is Member {
  return typeof found === "function";
}

interface InstanceKey {
  readonly className: string;
  readonly name: string;
  readonly arity: number;
  readonly isInterface: boolean;
}

/** `System.Comparator#compare(Object,Object)` in parts; null for statics, properties and constructors. */
function instanceKey(key: string): InstanceKey | null {
  const match = /^([^#(]+)#(\w+)\((.*)\)$/.exec(key);
  if (match === null) return null;
  const [, className = "", name = "", parameters = ""] = match;
  const isInterface = loadCatalog().class(className)?.kind === "interface";
  return { className, name, arity: countParameters(parameters), isInterface };
}

/** The checker's `jsName` of a method with the parameters of the key. */
function overloadName(key: string): string {
  const [, name = "", parameters = ""] = /#(\w+)\((.*)\)$/.exec(key) ?? [];
  const types = parameters === "" ? [] : parameters.split(",");
  return [name.toLowerCase(), ...types.map((type) => type.replaceAll(/[^A-Za-z0-9]/g, "_"))].join("$");
}

function countParameters(text: string): number {
  if (text === "") return 0;
  let depth = 0;
  let count = 1;
  for (const char of text) {
    if (char === "<") depth++;
    else if (char === ">") depth--;
    else if (char === "," && depth === 0) count++;
  }
  return count;
}
