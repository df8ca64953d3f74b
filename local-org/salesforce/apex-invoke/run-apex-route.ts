/**
 * `POST /lightning/api/run-apex`: Open CTI's `runApex`. Calls a `webservice static` method of a global class; its parameters come
 * as a query string, by name.
 */
import type { MethodMeta } from "../../apex/runtime/class-meta.ts";
import { ApexException, UncatchableError } from "../../apex/runtime/exceptions.ts";
import type { Program } from "../../apex/runtime/program.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { runTransaction } from "../../transaction/run-transaction.ts";
import { parametersFromJson, returnedJson } from "../apex-json.ts";
import { jsonResponse, RestError } from "../rest-error.ts";
import { jsonBody, requireMethod, type Route } from "../route.ts";
import { hasSetupAccess } from "../setup-access.ts";

const PATH = "/lightning/api/run-apex";
const NUMBERS = new Set(["Integer", "Long", "Decimal", "Double"]);

/** The route over a program's web service methods, on the Lightning host. */
export function runApexRoute(program: Program): Route {
  return (request) => {
    if (request.host !== "lightning" || request.path !== PATH) return null;
    requireMethod(request, "POST");
    const body = jsonBody(request);
    const { owner, method } = findMethod(program, textOf(body, "apexClass"), textOf(body, "methodName"));
    if (!hasSetupAccess(request.org, request.user, "ApexClass", owner))
      throw new RestError(403, "INSUFFICIENT_ACCESS", `You do not have access to the Apex class named '${owner}'.`);
    const parameters = parametersFromJson(method.parameters, givenAsJson(method, textOf(body, "methodParams")));
    try {
      return runTransaction(request.org, { user: request.user, kind: "SOAP", label: `runApex ${owner}.${method.name}` }, () =>
        jsonResponse(200, { returnValue: shown(program.invokeStatic(owner, method, parameters)) }),
      );
    } catch (error) {
      if (error instanceof ApexException || error instanceof UncatchableError)
        throw new RestError(500, "APEX_ERROR", `${error.typeName}: ${error.message}`);
      throw error;
    }
  };
}

/** Throws RestError (404) in the words of Open CTI. */
function findMethod(program: Program, className: string, methodName: string): { readonly owner: string; readonly method: MethodMeta } {
  const meta = program.find(className);
  if (meta === undefined) throw new RestError(404, "NOT_FOUND", `Could not load Apex class: ${className}`);
  const method = meta.methods.find(
    (one) => one.name.toLowerCase() === methodName.toLowerCase() && one.annotations.some(({ name }) => name === "webservice"),
  );
  if (method === undefined) throw new RestError(404, "NOT_FOUND", `${className} has no webservice static method ${methodName}`);
  return { owner: meta.name, method };
}

/** Texts as they are, numbers and flags as such: what JSON.deserialize would expect for the parameter's type. */
function givenAsJson(method: MethodMeta, query: string): string {
  const types = new Map(method.parameters.map(({ name, type }) => [name.toLowerCase(), type]));
  const given: Record<string, unknown> = {};
  for (const [name, text] of new URLSearchParams(query)) {
    const type = types.get(name.toLowerCase()) ?? "";
    given[name] = NUMBERS.has(type) ? Number(text) : type === "Boolean" ? text.toLowerCase() === "true" : text;
  }
  return JSON.stringify(given);
}

function shown(value: ApexValue): unknown {
  return typeof value === "string" || value === null ? value : JSON.parse(returnedJson(value));
}

function textOf(body: unknown, name: string): string {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") throw new RestError(400, "INVALID_FIELD", `${name} must be a text.`);
  return value;
}
