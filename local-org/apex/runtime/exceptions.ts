/** Exceptions of Apex, and the errors that Apex cannot catch. */
import type { ClassMeta } from "./class-meta.ts";

/** What `getMessage()` gives when no message was set. */
export const DEFAULT_MESSAGE = "Script-thrown exception";

/** One row of a DmlException. */
export interface DmlRow {
  readonly index: number;
  readonly id: string | null;
  readonly message: string;
  /** Name of a System.StatusCode. */
  readonly statusCode: string;
  readonly fields: readonly string[];
}

/**
 * An exception that Apex can catch. Platform exceptions are instances of this class with their canonical type name; the
 * project's own exceptions are classes that extend it.
 */
export class ApexException extends Error {
  declare readonly $meta?: ClassMeta;
  /** What `getMessage()` gives; null: none was set. */
  apexMessage: string | null = null;
  apexCause: ApexException | null = null;
  /** Text of a System.AuraHandledException: what the component gets instead of the message. */
  auraMessage: string | null = null;
  /** Rows of a System.DmlException (and of System.EmailException); empty otherwise. */
  dmlRows: readonly DmlRow[] = [];
  /** Object whose fields `dmlRows` name, for `getDmlFields`. */
  dmlObject: string | null = null;
  readonly #typeName: string;

  constructor(typeName = "System.Exception", message: string | null = null, cause: ApexException | null = null) {
    super();
    this.#typeName = typeName;
    this.apexMessage = message;
    this.apexCause = cause;
  }

  /** Canonical type name: `System.DmlException`, `Outer.MyException`. */
  get typeName(): string {
    return this.$meta?.name ?? this.#typeName;
  }

  get shownMessage(): string {
    return this.apexMessage ?? DEFAULT_MESSAGE;
  }

  override get name(): string {
    return this.typeName;
  }

  override get message(): string {
    return this.shownMessage;
  }
}

/** Throws an exception of the platform: `throwApex("System.NullPointerException", "Attempt to de-reference a null object")`. */
export function throwApex(typeName: string, message: string, cause: ApexException | null = null): never {
  throw new ApexException(typeName, message, cause);
}

/** Throws System.NullPointerException. */
export function throwNullPointer(): never {
  throwApex("System.NullPointerException", "Attempt to de-reference a null object");
}

/** The value; throws System.NullPointerException ("Argument cannot be null.") when it is null. */
export function requireArgument<T>(value: T | null): T {
  return value ?? throwApex("System.NullPointerException", "Argument cannot be null.");
}

/** Ends the transaction whatever `catch` blocks the Apex code has. */
export abstract class UncatchableError extends Error {
  abstract readonly typeName: string;
}

/** System.LimitException: a governor limit was passed. */
export class LimitExceeded extends UncatchableError {
  readonly typeName = "System.LimitException";
  override readonly name = "System.LimitException";
}

/** System.AssertException: an assertion failed. */
export class AssertionFailed extends UncatchableError {
  readonly typeName = "System.AssertException";
  override readonly name = "System.AssertException";
}

/** The code needs something that the local org does not have. No test that meets it counts as passed. */
export class UnsupportedFeatureError extends UncatchableError {
  readonly typeName = "UnsupportedFeatureError";
  override readonly name = "UnsupportedFeatureError";
  readonly feature: string;

  constructor(feature: string) {
    super(`not supported by the local org: ${feature}`);
    this.feature = feature;
  }
}

/** Throws UnsupportedFeatureError. */
export function unsupported(feature: string): never {
  throw new UnsupportedFeatureError(feature);
}
