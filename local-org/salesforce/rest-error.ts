/** Errors of Salesforce's REST API: a status with a list of `{message, errorCode, fields?}`. */
import type { EngineResponse } from "./engine-protocol.ts";

export class RestError extends Error {
  readonly status: number;
  /** `MALFORMED_QUERY`, `NOT_FOUND`, `REQUIRED_FIELD_MISSING` ... */
  readonly errorCode: string;
  readonly fields: readonly string[] | null;

  constructor(status: number, errorCode: string, message: string, fields: readonly string[] | null = null) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }

  toResponse(): EngineResponse {
    const error = { message: this.message, errorCode: this.errorCode, ...(this.fields === null ? {} : { fields: this.fields }) };
    return jsonResponse(this.status, [error]);
  }
}

/** An answer with a JSON body; `undefined` gives an empty one. */
export function jsonResponse(status: number, body?: unknown): EngineResponse {
  if (body === undefined) return { status, headers: {}, body: new Uint8Array() };
  return { status, headers: { "Content-Type": "application/json;charset=UTF-8" }, body: Buffer.from(JSON.stringify(body)) };
}
