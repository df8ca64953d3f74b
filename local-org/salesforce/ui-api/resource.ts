/** One resource of the User Interface API: a pattern of its path below `/ui-api/` and what answers. */
import type { Transaction } from "../../transaction/context.ts";
import { RestError } from "../rest-error.ts";
import type { RouteRequest } from "../route.ts";
import type { UiMetadata } from "./ui-metadata.ts";

/** What an answer is made from. `parts`: the variable parts of the path, decoded. */
export interface UiRequest extends RouteRequest {
  readonly parts: readonly string[];
  readonly metadata: UiMetadata;
  readonly transaction: Transaction;
  /** `/services/data/v67.0/ui-api`. */
  readonly base: string;
}

export interface UiAnswer {
  readonly status: number;
  /** Undefined: no body. */
  readonly body?: unknown;
}

export interface Resource {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** `object-info/{}`: each `{}` is a variable part. */
  readonly path: string;
  /** Query parameters that the resource understands; others are refused by name. */
  readonly parameters: readonly string[];
  readonly answer: (request: UiRequest) => UiAnswer;
}

/** The parts of a path that fits the pattern, or null. */
export function matchPath(pattern: string, path: string): readonly string[] | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const parts: string[] = [];
  for (const [at, one] of wanted.entries()) {
    const text = given[at] ?? "";
    if (one === "{}" && text !== "") parts.push(decoded(text));
    else if (one !== text) return null;
  }
  return parts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RestError(400, "URL_NOT_VALID", `The address has a part that cannot be decoded: ${text}`);
  }
}

/** Throws RestError (400) for a query parameter that is not among `known`: nothing is ignored silently. */
export function requireKnownParameters(request: RouteRequest, known: readonly string[]): void {
  const other = request.query.find(([name]) => !known.includes(name));
  if (other === undefined) return;
  throw new RestError(
    400,
    "ILLEGAL_QUERY_PARAMETER_VALUE",
    `The local org does not support the parameter '${other[0]}' of ${request.path}.`,
  );
}

/** The values of a list parameter: commas, repetition, or both. */
export function listParameter(request: RouteRequest, name: string): readonly string[] {
  return request.query
    .filter(([key]) => key === name)
    .flatMap(([, value]) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** A whole number between `least` and `most`. Throws RestError (400). */
export function numberParameter(request: RouteRequest, name: string, fallback: number, least: number, most: number): number {
  const text = request.query.find(([key]) => key === name)?.[1];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be a whole number from ${least} to ${most}, not '${text}'.`);
}

/** A parameter with a fixed set of values. Throws RestError (400). */
export function choiceParameter<T extends string>(request: RouteRequest, name: string, choices: readonly T[], fallback: T): T {
  const text = request.query.find(([key]) => key === name)?.[1];
  if (text === undefined || text === "") return fallback;
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new RestError(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be one of ${choices.join(", ")}, not '${text}'.`);
}
