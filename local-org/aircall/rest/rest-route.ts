/** Routes of the REST API. */
import type { Timers } from "../company/timers.ts";
import type { StandIn } from "../stand-in.ts";
import { badRequest, unknownId } from "./rest-error.ts";

export interface RestRequest {
  readonly standIn: StandIn;
  readonly timers: Timers;
  readonly url: URL;
  /** Parts of the path that the pattern leaves open, decoded. */
  readonly params: readonly string[];
  /** undefined when there is none. */
  readonly body: unknown;
}

export interface RestAnswer {
  readonly status: number;
  /** Absent: an empty body. */
  readonly body?: object;
}

export type RestHandler = (request: RestRequest) => RestAnswer;

export interface RestRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handle: RestHandler;
}

/** A route by method and path; `:name` stands for one part of the path. */
export function route(method: string, path: string, handle: RestHandler): RestRoute {
  const pattern = new RegExp(`^${path.replace(/:[a-z_]+/g, "([^/]+)")}$`);
  return { method, pattern, handle };
}

export const ok = (body: object): RestAnswer => ({ status: 200, body });
export const created = (body: object): RestAnswer => ({ status: 201, body });
export const NOTHING: RestAnswer = { status: 204 };

/** What an id in the path refers to. Throws the application's 404. */
export function find<T>(items: ReadonlyMap<number, T>, id: string | undefined): T {
  const item = items.get(Number(id));
  if (item === undefined) throw unknownId();
  return item;
}

/** The body as fields. Throws 400 when it is no JSON object. */
export function fieldsOf(body: unknown): ReadonlyMap<string, unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw badRequest("The body must be a JSON object");
  return new Map(Object.entries(body));
}

/** A text that has to be there and not blank. Throws 400. */
export function neededText(fields: ReadonlyMap<string, unknown>, key: string): string {
  const value = fields.get(key);
  if (typeof value !== "string" || value.trim() === "") throw badRequest(`${key} is missing or blank`);
  return value;
}

/** A text where there is one: undefined = left out, null = null. Throws 400 for another type. */
export function textField(fields: ReadonlyMap<string, unknown>, key: string): string | null | undefined {
  const value = fields.get(key);
  if (value !== undefined && value !== null && typeof value !== "string") throw badRequest(`${key} must be a string`);
  return value;
}
