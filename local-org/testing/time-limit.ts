/** Ends code that does not end by itself. */
import { Script } from "node:vm";

const BODY = Symbol.for("local-org.timed body");
const call = new Script(`globalThis[Symbol.for("local-org.timed body")]()`, { filename: "time-limit" });

/** The body ran too long and was stopped where it was: none of its `finally` blocks has run. */
export class TimeLimitPassed extends Error {}

/** Runs the body; throws TimeLimitPassed when it is not done after so many milliseconds. */
export function withTimeLimit(milliseconds: number, body: () => void): void {
  Reflect.set(globalThis, BODY, body);
  try {
    call.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw new TimeLimitPassed();
    throw error;
  } finally {
    Reflect.deleteProperty(globalThis, BODY);
  }
}
