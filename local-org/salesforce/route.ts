/** A request on its way through the routes, and what every route knows. */
import type { RunningUser } from "../transaction/context.ts";
import type { Org } from "../transaction/org.ts";
import type { EngineRequest, EngineResponse } from "./engine-protocol.ts";
import { RestError } from "./rest-error.ts";

export interface RouteRequest extends EngineRequest {
  readonly org: Org;
  readonly user: RunningUser;
}

/** Gives an answer, or null when the path is not this route's. Throws RestError for what Salesforce answers with an error list. */
export type Route = (request: RouteRequest) => EngineResponse | null;

/** The first value of a query parameter, or null. */
export function parameter(request: EngineRequest, name: string): string | null {
  return request.query.find(([key]) => key === name)?.[1] ?? null;
}

/** The request's body as JSON. Throws RestError (400 `JSON_PARSER_ERROR`). */
export function jsonBody(request: EngineRequest): unknown {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(request.body));
    return parsed;
  } catch {
    throw new RestError(400, "JSON_PARSER_ERROR", "The request body is not valid JSON.");
  }
}

/** Throws RestError (405) unless the request has one of the methods. */
export function requireMethod(request: EngineRequest, ...methods: readonly string[]): void {
  if (!methods.includes(request.method)) {
    throw new RestError(405, "METHOD_NOT_ALLOWED", `HTTP Method '${request.method}' not allowed. Allowed are ${methods.join(",")}`);
  }
}
