/** `/services/apexrest/...`: the project's `@RestResource` classes. */
import type { AnnotationMeta, ClassMeta, MethodMeta } from "../apex/runtime/class-meta.ts";
import { ApexException, UncatchableError } from "../apex/runtime/exceptions.ts";
import type { Program } from "../apex/runtime/program.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import { runTransaction } from "../transaction/run-transaction.ts";
import type { EngineRequest, EngineResponse } from "./engine-protocol.ts";
import { parametersFromJson, returnedJson } from "./apex-json.ts";
import { makeRestContext, readRestResponse } from "./rest-context.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import type { Route, RouteRequest } from "./route.ts";

const PREFIX = "/services/apexrest";

interface Resource {
  /** `/aircall/webhook`, or with a trailing `*`. */
  readonly pattern: string;
  readonly meta: ClassMeta;
}

/** The route over a program's resources. */
export function apexRestRoute(program: Program): Route {
  const resources = resourcesOf(program);
  return (request) => {
    if (request.path !== PREFIX && !request.path.startsWith(`${PREFIX}/`)) return null;
    const path = decodeURIComponent(request.path.slice(PREFIX.length));
    const resource = resources.find(({ pattern }) => matches(pattern, path));
    if (resource === undefined) throw new RestError(404, "NOT_FOUND", "Could not find a match for URL");
    const method = resource.meta.methods.find((one) => hasAnnotation(one.annotations, `http${request.method.toLowerCase()}`));
    if (method === undefined)
      throw new RestError(405, "METHOD_NOT_ALLOWED", `HTTP Method '${request.method}' not allowed. Allowed are ${allowed(resource.meta)}`);
    return call(program, resource, method, request, path);
  };
}

function call(program: Program, { meta, pattern }: Resource, method: MethodMeta, request: RouteRequest, path: string): EngineResponse {
  const label = `${request.method} ${pattern} (${meta.name})`;
  try {
    return runTransaction(request.org, { user: request.user, kind: "REST", label }, (transaction) => {
      transaction.rest = makeRestContext({
        method: request.method,
        uri: path,
        resourcePath: `${PREFIX}${pattern}`,
        remoteAddress: request.remoteAddress,
        headers: Object.entries(request.headers),
        parameters: request.query,
        body: request.body,
      });
      const result = program.invokeStatic(meta.name, method, argumentsOf(method, request));
      return answer(transaction.rest.response, method, result);
    });
  } catch (error) {
    // As the platform: what Apex does not catch is a 500 with its type and message, nothing is committed.
    if (error instanceof ApexException || error instanceof UncatchableError) {
      throw new RestError(500, "APEX_ERROR", `${error.typeName}: ${error.message}`);
    }
    throw error;
  }
}

function argumentsOf(method: MethodMeta, request: EngineRequest): ApexValue[] {
  if (method.parameters.length === 0) return [];
  return parametersFromJson(method.parameters, new TextDecoder().decode(request.body));
}

/** What the method set on `RestContext.response` wins; a value it returns is the body unless one was set. */
function answer(restResponse: ApexValue, method: MethodMeta, result: ApexValue): EngineResponse {
  const { status, headers, body } = readRestResponse(restResponse);
  const given = Object.fromEntries(headers);
  const contentType = (type: string): Record<string, string> =>
    headers.some(([name]) => name.toLowerCase() === "content-type") ? given : { "Content-Type": type, ...given };
  if (body !== null) return { status: status ?? 200, headers: contentType("application/json;charset=UTF-8"), body: body.bytes };
  if (method.returns === "void") return { status: status ?? 200, headers: given, body: new Uint8Array() };
  return {
    ...jsonResponse(status ?? 200),
    headers: contentType("application/json;charset=UTF-8"),
    body: Buffer.from(returnedJson(result)),
  };
}

function resourcesOf(program: Program): Resource[] {
  const resources: Resource[] = [];
  for (const { name } of program.declarations()) {
    const meta = program.find(name);
    const pattern = meta?.annotations.find((annotation) => annotation.name === "restresource")?.parameters["urlmapping"];
    if (meta !== undefined && pattern !== undefined) resources.push({ meta, pattern });
  }
  // The longest mapping wins: `/a/b/*` before `/a/*`.
  return resources.sort((left, right) => right.pattern.length - left.pattern.length);
}

/** URL mappings are case-sensitive; `*` stands only at the end and also matches the path without its last slash. */
function matches(pattern: string, path: string): boolean {
  if (!pattern.endsWith("*")) return path === pattern || path === `${pattern}/`;
  const stem = pattern.slice(0, -1);
  return path.startsWith(stem) || `${path}/` === stem;
}

function hasAnnotation(annotations: readonly AnnotationMeta[], name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}

function allowed(meta: ClassMeta): string {
  const verbs = meta.methods.flatMap((method) =>
    method.annotations.filter(({ name }) => name.startsWith("http")).map(({ name }) => name.slice(4).toUpperCase()),
  );
  return verbs.join(",");
}
