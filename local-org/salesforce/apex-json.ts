/** JSON bodies of Apex REST: into a method's parameters by name, and out of what it returns. */
import { fromJson } from "../apex/library/json/json.ts";
import { toJson } from "../apex/library/json/serialize.ts";
import type { MethodMeta } from "../apex/runtime/class-meta.ts";
import { ApexException } from "../apex/runtime/exceptions.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import { RestError } from "./rest-error.ts";

/** A parameter without a key in the body is null. Throws RestError (400 `JSON_PARSER_ERROR`). */
export function parametersFromJson(parameters: MethodMeta["parameters"], body: string): ApexValue[] {
  const given = objectOf(body);
  const names = new Set(parameters.map(({ name }) => name.toLowerCase()));
  for (const name of given.keys()) {
    if (!names.has(name.toLowerCase()))
      throw new RestError(400, "JSON_PARSER_ERROR", `Unexpected parameter encountered during deserialization: ${name}`);
  }
  const byName = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  return parameters.map(({ name, type }) => {
    const value = byName.get(name.toLowerCase());
    if (value === undefined || value === null) return null;
    try {
      return fromJson(JSON.stringify(value), type);
    } catch (error) {
      if (error instanceof ApexException) throw new RestError(400, "JSON_PARSER_ERROR", error.shownMessage);
      throw error;
    }
  });
}

/** What a method returned, as JSON text. */
export function returnedJson(value: ApexValue): string {
  return toJson(value, { pretty: false, suppressNulls: false });
}

function objectOf(body: string): Map<string, unknown> {
  if (body.trim() === "") return new Map();
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return new Map(Object.entries(parsed));
  } catch {
    // Told below, in the same words as for a body that is no object.
  }
  throw new RestError(400, "JSON_PARSER_ERROR", "The request body must be a JSON object with the method's parameters.");
}
