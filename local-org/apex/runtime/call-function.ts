import type { ApexValue } from "./values.ts";

/** Calls a function of emitted code or of the library: both give Apex values, or nothing for void. */
export function callFunction(implementation: unknown, self: unknown, args: readonly unknown[]): ApexValue {
  if (typeof implementation !== "function") throw new TypeError("not a function of the program");
  const result: unknown = Reflect.apply(implementation, self, args);
  return (result ?? null) as ApexValue;
}
