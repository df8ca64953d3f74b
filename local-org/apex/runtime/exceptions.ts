/**
 * What Apex code can throw, and what passes through it. Everything is a JavaScript Error, so that its stack names the
 * lines of the Apex files; `stack-trace.ts` turns that into the platform's form.
 */
import type { ApexValue } from "./values.ts";

/** An Apex exception: one of the platform's, or (by a subclass that the emitter makes) one of the project's. */
export class ApexException extends Error {
  /** What `getTypeName()` says: `System.DmlException`, `Outer.InnerException`. */
  typeName: string;
  /** What `getMessage()` says unless it is overridden; null when none was given. */
  apexMessage: string | null;
  apexCause: ApexException | null = null;
  /** Facts that belong to one kind of exception: rows of a DmlException, say. Owner: the library class of that exception. */
  details: unknown = null;

  constructor(typeName = "System.Exception", message: string | null = null) {
    super();
    this.typeName = typeName;
    this.apexMessage = message;
  }

  // The four constructors every exception class of the project has, under the names the checker gives constructors.

  ctor$(): this {
    return this;
  }

  ctor$String(message: string | null): this {
    this.apexMessage = message;
    return this;
  }

  ctor$System_Exception(cause: ApexException | null): this {
    this.apexCause = cause;
    return this;
  }

  ctor$String$System_Exception(message: string | null, cause: ApexException | null): this {
    this.apexMessage = message;
    this.apexCause = cause;
    return this;
  }
}

/**
 * What Apex cannot catch: its `catch` and `finally` blocks do not run. `typeName` is the platform's name for it, as shown
 * in test results.
 */
export abstract class UncatchableError extends Error {
  abstract readonly typeName: string;
}

/** A governor limit was passed. */
export class LimitExceeded extends UncatchableError {
  readonly typeName = "System.LimitException";
}

/** A failed `System.assert*` or `Assert.*`. */
export class AssertionFailed extends UncatchableError {
  readonly typeName = "System.AssertException";
}

/** The Apex reached something that the engine does not do. `message` names the feature. A test that meets it is `unsupported`. */
export class UnsupportedFeatureError extends UncatchableError {
  readonly typeName = "UnsupportedFeatureError";
}

/** Throws the platform exception of that name (`System.NullPointerException`). */
export function throwApex(typeName: string, message: string | null, details: unknown = null): never {
  const exception = new ApexException(typeName, message);
  exception.details = details;
  throw exception;
}

/** Throws what the platform throws when something is asked of null. */
export function throwNullPointer(): never {
  throwApex("System.NullPointerException", "Attempt to de-reference a null object");
}

/** Throws UnsupportedFeatureError. */
export function unsupported(feature: string): never {
  throw new UnsupportedFeatureError(feature);
}

/** An exception seen as a value: library code asks with `isApexException(value)`. */
export function isApexException(value: ApexValue | Error): value is ApexException {
  return value instanceof ApexException;
}
