/**
 * What the Open CTI script in the adapter's frame and the container around that frame say to each other, through `postMessage`.
 * The platform's own wire format is not public; this one is the local org's.
 */

/** Marks a message as ours among everything else that arrives in a window. */
const MARK = "localOrgOpenCti";

export type ErrorCode = "INVALID_PARAM" | "GENERIC_ERROR" | "SERVER_ERROR" | "SOFTPHONE_CONTAINER_ERROR";

/** As Open CTI documents it; `details` is filled by `saveLog` only. */
export interface CtiError {
  readonly code: ErrorCode;
  readonly description: string;
  readonly details?: unknown;
}

/** What a callback of Open CTI is given. */
export interface CtiResult {
  readonly success: boolean;
  readonly returnValue: unknown;
  readonly errors: readonly CtiError[] | null;
}

export const EVENTS = ["clickToDial", "navigationChange", "message"] as const;
export type CtiEvent = (typeof EVENTS)[number];

/** A method call on its way from the frame to the container. */
export interface CtiCall {
  readonly kind: "call";
  readonly id: number;
  readonly method: string;
  readonly argument: Readonly<Record<string, unknown>>;
}

/** An answer to a call, or something that happened, on its way to the frame. */
export type CtiAnswer =
  | { readonly kind: "result"; readonly id: number; readonly result: CtiResult }
  | { readonly kind: "event"; readonly event: CtiEvent; readonly payload: unknown };

/** The message as it is posted. */
export function wrap(message: CtiCall | CtiAnswer): unknown {
  return { [MARK]: 1, ...message };
}

/** The call in a message's data; null when it is something else. */
export function readCall(data: unknown): CtiCall | null {
  if (!isRecord(data) || data[MARK] !== 1 || data["kind"] !== "call") return null;
  const { id, method, argument } = data;
  return typeof id === "number" && typeof method === "string" && isRecord(argument) ? { kind: "call", id, method, argument } : null;
}

/** The answer in a message's data; null when it is something else. */
export function readAnswer(data: unknown): CtiAnswer | null {
  if (!isRecord(data) || data[MARK] !== 1) return null;
  if (data["kind"] === "result" && typeof data["id"] === "number" && isResult(data["result"]))
    return { kind: "result", id: data["id"], result: data["result"] };
  const event = EVENTS.find((name) => name === data["event"]);
  return data["kind"] === "event" && event !== undefined ? { kind: "event", event, payload: data["payload"] } : null;
}

export function succeeded(returnValue: unknown = null): CtiResult {
  return { success: true, returnValue, errors: null };
}

export function failed(code: ErrorCode, description: string, details?: unknown): CtiResult {
  return { success: false, returnValue: null, errors: [{ code, description, ...(details === undefined ? {} : { details }) }] };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isResult(value: unknown): value is CtiResult {
  return isRecord(value) && typeof value["success"] === "boolean";
}
