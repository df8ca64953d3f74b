/** What a `catch` of Apex sees of a JavaScript error. */
import { ApexException, LimitExceeded, UncatchableError } from "./exceptions.ts";
import { firstFile } from "./stack-trace.ts";

const NULL_READ = /^Cannot (read|set) properties of null/;

/**
 * The error as Apex has it: dereferencing null, which emitted code leaves to JavaScript, is a NullPointerException; running
 * out of stack is a limit. Everything else (faults of the engine too) is given back unchanged.
 */
export function asApexError(error: unknown): unknown {
  if (error instanceof ApexException || error instanceof UncatchableError || !(error instanceof Error)) return error;
  if (error instanceof TypeError && NULL_READ.test(error.message) && isApexFile(firstFile(error))) {
    return withStackOf(new ApexException("System.NullPointerException", "Attempt to de-reference a null object"), error);
  }
  if (error instanceof RangeError && error.message.startsWith("Maximum call stack")) {
    return withStackOf(new LimitExceeded("Maximum stack depth reached: 1001"), error);
  }
  return error;
}

/** For `catch`: the exception. Throws on what Apex cannot catch. */
export function caught(error: unknown): ApexException {
  const converted = asApexError(error);
  if (converted instanceof ApexException) return converted;
  throw converted;
}

/** Whether `finally` runs while this error passes. */
export function runsFinally(error: unknown): boolean {
  return asApexError(error) instanceof ApexException;
}

/** Runs Apex from outside of it: what it throws is an ApexException or uncatchable. */
export function runApex<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw asApexError(error);
  }
}

function isApexFile(file: string | null): boolean {
  return file !== null && /\.(cls|trigger|apex)$/.test(file);
}

function withStackOf<T extends Error>(error: T, origin: Error): T {
  Object.defineProperty(error, "stack", { value: origin.stack, configurable: true, writable: true });
  return error;
}
