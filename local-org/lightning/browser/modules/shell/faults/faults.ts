/** What went wrong, in words that the shell can show, out of whatever was thrown. Pure. */

/** What is wrong with one field. */
export interface FieldFault {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/** What went wrong, for people. */
export interface Fault {
  /** One sentence for the head of an error. */
  readonly message: string;
  /** Further messages that belong to the record as a whole. */
  readonly recordMessages: readonly string[];
  readonly fields: readonly FieldFault[];
  /** HTTP status; null: not an answer of the org. */
  readonly status: number | null;
}

/**
 * Reads errors of the org (`{status, body}`; body as the UI API and the REST API give it: a list of `{errorCode, message, output?}`, or
 * one such object), `Error`s and anything else. Never throws.
 */
export function faultOf(error: unknown): Fault {
  const status = property(error, "status");
  const body = property(error, "body");
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const output = property(first, "output");
  const recordMessages = listOf(property(output, "errors")).map(messageOf).filter(isText);
  const fields = Object.entries(objectOf(property(output, "fieldErrors"))).flatMap(([field, faults]) =>
    listOf(faults).map((fault) => ({
      field,
      label: textOf(property(fault, "fieldLabel")) ?? field,
      message: messageOf(fault) ?? "This value is not accepted.",
    })),
  );
  const message = messageOf(first) ?? messageOf(error) ?? (typeof error === "string" && error !== "" ? error : null);
  return {
    message: message ?? "Something went wrong, and the org did not say what.",
    recordMessages,
    fields,
    status: typeof status === "number" ? status : null,
  };
}

/** Whether the org said that there is no such thing, or none that the user may see. */
export function isMissing(fault: Fault): boolean {
  return fault.status === 404 || fault.status === 403;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function messageOf(value: unknown): string | null {
  return textOf(property(value, "message"));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isText(value: string | null): value is string {
  return value !== null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
