/**
 * JavaScript names of emitted code. Apex names cannot hold `$`, so that every name of our own has one and no name of the
 * project can collide with it.
 */

/** Words that cannot name a JavaScript variable, and globals that emitted code itself uses. */
const TAKEN = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static super switch this " +
    "throw true try typeof var void while with yield Math BigInt undefined NaN Infinity"
  ).split(" "),
);

/** A local variable, from the checker's `jsName`. */
export function localVariable(jsName: string): string {
  return TAKEN.has(jsName) ? `${jsName}$` : jsName;
}

/** The variable that holds a class or enum of the project. */
export function classVariable(name: string): string {
  return `$c_${mangled(name)}`;
}

/** The variable that holds the body and the methods of a trigger. */
export const TRIGGER_CLASS = "$trigger";

/** `Outer.Inner` as part of a JavaScript name. */
export function mangled(name: string): string {
  return name.replaceAll(".", "$");
}

/** The JavaScript property of a field, or of the hidden field of a property. */
export function fieldKey(name: string): string {
  return `f_${name}`;
}

/** The JavaScript accessor of a property. */
export function propertyKey(name: string): string {
  return `p_${name}`;
}

/** The JavaScript property of an enum value. */
export function enumValueKey(name: string): string {
  return `v_${name}`;
}

/** The method through which library code calls a user object: `$execute$1`. */
export function bridgeName(platformName: string, arity: number): string {
  return `$${platformName.toLowerCase()}$${arity}`;
}
