/** `/lightning/apex/<Class>/<method>`: what components import as `@salesforce/apex/<Class>.<method>`. */
import type { AnnotationMeta, MethodMeta } from "../../apex/runtime/class-meta.ts";
import { ApexException, UncatchableError, UnsupportedFeatureError } from "../../apex/runtime/exceptions.ts";
import type { Program } from "../../apex/runtime/program.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { SYNCHRONOUS_LIMITS, type LimitMaxima } from "../../transaction/limits.ts";
import { runTransaction } from "../../transaction/run-transaction.ts";
import type { EngineResponse } from "../engine-protocol.ts";
import { jsonResponse } from "../rest-error.ts";
import { parameter, type Route, type RouteRequest } from "../route.ts";
import { hasSetupAccess } from "../setup-access.ts";
import { ArgumentMismatch, AURA_ARGUMENTS, clientArgument } from "./client-argument.ts";
import { errorResponse, exceptionBody } from "./client-error.ts";
import { AURA_STYLE, clientValue } from "./client-value.ts";

const PATH = /^\/lightning\/apex\/([\w.]+)\/(\w+)$/;

/** Cacheable methods only read: whatever would leave something behind is past its limit at once. */
const READ_ONLY: LimitMaxima = { ...SYNCHRONOUS_LIMITS, dmlStatements: 0, publishImmediateDml: 0, queueableJobs: 0, futureCalls: 0 };

/** The route over a program's `@AuraEnabled` methods, on the Lightning and the Visualforce host. */
export function apexInvokeRoute(program: Program): Route {
  return (request) => {
    const [, className = "", methodName = ""] = request.host === "site" ? [] : (PATH.exec(request.path) ?? []);
    if (className === "") return null;
    const found = findMethod(program, className, methodName);
    if (typeof found === "string") return errorResponse(404, "Not Found", { message: found });
    if (!hasSetupAccess(request.org, request.user, "ApexClass", found.owner))
      return errorResponse(403, "Forbidden", { message: `You do not have access to the Apex class named '${found.owner}'.` });
    const given = givenParameters(request, found);
    return "response" in given ? given.response : call(program, found, given.parameters, request);
  };
}

interface FoundMethod {
  /** Canonical class name. */
  readonly owner: string;
  readonly method: MethodMeta;
  readonly isCacheable: boolean;
}

/** The method, or why there is none that a component can call. Names are compared as written. */
function findMethod(program: Program, className: string, methodName: string): FoundMethod | string {
  const name = `${className}.${methodName}`;
  const meta = program.find(className);
  if (meta?.name !== className) return `No apex action available for ${name}: there is no class ${className}`;
  const methods = meta.methods.filter((one) => one.name === methodName);
  const method = methods.find((one) => auraEnabled(one) !== undefined);
  if (methods.length === 0) return `No apex action available for ${name}: the class has no method ${methodName}`;
  if (method === undefined) return `No apex action available for ${name}: the method is not @AuraEnabled`;
  if (!method.isStatic) return `No apex action available for ${name}: the method is not static`;
  if (method.access !== "public" && method.access !== "global")
    return `No apex action available for ${name}: the method is neither public nor global`;
  return { owner: meta.name, method, isCacheable: auraEnabled(method)?.parameters["cacheable"]?.toLowerCase() === "true" };
}

function auraEnabled(method: MethodMeta): AnnotationMeta | undefined {
  return method.annotations.find(({ name }) => name === "auraenabled");
}

type Given = { readonly parameters: ReadonlyMap<string, unknown> } | { readonly response: EngineResponse };

/** A GET carries them as JSON in `params`, a POST in its body. */
function givenParameters(request: RouteRequest, { owner, method, isCacheable }: FoundMethod): Given {
  if (request.method !== "POST" && request.method !== "GET")
    return { response: errorResponse(405, "Method Not Allowed", { message: `${owner}.${method.name} is called by POST` }) };
  if (request.method === "GET" && !isCacheable) {
    const message = `${owner}.${method.name} is not cacheable: @AuraEnabled(cacheable=true) is what a wire or a GET asks for`;
    return { response: errorResponse(405, "Method Not Allowed", { message }) };
  }
  const text = request.method === "GET" ? (parameter(request, "params") ?? "") : new TextDecoder().decode(request.body);
  try {
    const parsed: unknown = text.trim() === "" ? {} : JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { parameters: new Map(Object.entries(parsed)) };
  } catch {
    // Told below, in the same words as for what is no object.
  }
  return { response: errorResponse(400, "Bad Request", { message: "The parameters must be a JSON object, by name." }) };
}

function call(program: Program, found: FoundMethod, given: ReadonlyMap<string, unknown>, request: RouteRequest): EngineResponse {
  const { owner, method, isCacheable } = found;
  const { org, user } = request;
  const label = `aura ${owner}.${method.name}`;
  try {
    return runTransaction(org, { user, kind: "AURA", label, ...(isCacheable ? { maxima: READ_ONLY } : {}) }, () => {
      const result = program.invokeStatic(owner, method, argumentsOf(method, given));
      return jsonResponse(200, { returnValue: method.returns === "void" ? null : clientValue(result, AURA_STYLE) });
    });
  } catch (error) {
    if (error instanceof WrongArgument) return errorResponse(500, "Server Error", { message: error.message });
    if (error instanceof UnsupportedFeatureError) process.stderr.write(`${label}: ${error.message}\n`);
    if (error instanceof ApexException || error instanceof UncatchableError)
      return errorResponse(500, "Server Error", exceptionBody(error));
    throw error;
  }
}

class WrongArgument extends Error {}

/** What is not given is null; names that the method does not have are passed over. */
function argumentsOf(method: MethodMeta, given: ReadonlyMap<string, unknown>): ApexValue[] {
  return method.parameters.map(({ name, type }) => {
    try {
      return clientArgument(given.get(name), type, AURA_ARGUMENTS);
    } catch (error) {
      if (!(error instanceof ArgumentMismatch)) throw error;
      throw new WrongArgument(`Value provided is invalid for action parameter '${name}' of type '${type}'`);
    }
  });
}
