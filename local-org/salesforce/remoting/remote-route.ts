/** `POST /apexremote` on the Visualforce host: calls of a page's remote actions, one or many in a request. */
import { ApexException, UncatchableError, UnsupportedFeatureError } from "../../apex/runtime/exceptions.ts";
import type { Program } from "../../apex/runtime/program.ts";
import { apexStackTrace } from "../../apex/runtime/stack-trace.ts";
import { runTransaction } from "../../transaction/run-transaction.ts";
import { ArgumentMismatch, clientArgument, REMOTING_ARGUMENTS } from "../apex-invoke/client-argument.ts";
import { clientValue, REMOTING_STYLE, type Json } from "../apex-invoke/client-value.ts";
import type { EngineResponse } from "../engine-protocol.ts";
import { jsonResponse, RestError } from "../rest-error.ts";
import { jsonBody, requireMethod, type Route, type RouteRequest } from "../route.ts";
import { hasSetupAccess } from "../setup-access.ts";
import type { VisualforcePages } from "../visualforce/visualforce-pages.ts";
import { isPageToken, remoteActionsOf, type RemoteAction } from "./remote-actions.ts";

interface RemoteCall {
  readonly page: string;
  readonly token: string;
  /** Class, with the namespace where there is one. */
  readonly action: string;
  readonly method: string;
  readonly data: readonly unknown[];
  readonly tid: number;
}

export function remoteRoute(program: Program, pages: VisualforcePages): Route {
  return (request) => {
    if (request.host !== "visualforce" || request.path !== "/apexremote") return null;
    requireMethod(request, "POST");
    const body = jsonBody(request);
    const calls = (Array.isArray(body) ? body : [body]).map(remoteCall);
    return answers(calls.map((call) => ({ ...answer(program, pages, request, call), ...echoOf(call) })));
  };
}

function answers(results: readonly Json[]): EngineResponse {
  const response = jsonResponse(200, results);
  return { ...response, headers: { ...response.headers, "Cache-Control": "no-cache, no-store" } };
}

/** Throws RestError (400) for what is no call. */
function remoteCall(given: unknown): RemoteCall {
  const entries = new Map<string, unknown>(typeof given === "object" && given !== null ? Object.entries(given) : []);
  const text = (name: string): string => {
    const value = entries.get(name);
    if (typeof value !== "string") throw new RestError(400, "JSON_PARSER_ERROR", `A remote call needs the text "${name}".`);
    return value;
  };
  const data = entries.get("data") ?? [];
  const tid = entries.get("tid");
  if (!Array.isArray(data) || typeof tid !== "number")
    throw new RestError(400, "JSON_PARSER_ERROR", 'A remote call needs a list "data" and a number "tid".');
  return { page: text("page"), token: text("token"), action: text("action"), method: text("method"), data: data as unknown[], tid };
}

function echoOf({ action, method, tid }: RemoteCall): { readonly action: string; readonly method: string; readonly tid: number } {
  return { action, method, tid };
}

type Outcome = Readonly<Record<string, Json>>;

function exception(statusCode: number, message: string, where = ""): Outcome {
  return { type: "exception", statusCode, status: false, message, where, data: null };
}

function answer(program: Program, pages: VisualforcePages, request: RouteRequest, call: RemoteCall): Outcome {
  const page = pages.find(call.page);
  const isOwnPage = page !== undefined && isPageToken(call.token, page.name, request.user);
  if (!isOwnPage) return exception(402, "Remoting request invalid for your session. Refresh page and re-submit request");
  if (!hasSetupAccess(request.org, request.user, "ApexPage", page.name))
    return exception(403, `You do not have access to the page ${page.name}.`);
  const prefix = request.org.settings.namespace === null ? "" : `${request.org.settings.namespace}.`;
  const className = call.action.startsWith(prefix) ? call.action.slice(prefix.length) : call.action;
  if (page.controller === null || className !== page.controller)
    return exception(400, `No such remote action: ${call.action} is not the controller of the page ${page.name}`);
  const named = remoteActionsOf(program, page.controller).filter(({ method }) => method.name === call.method);
  const action = named.find(({ method }) => method.parameters.length === call.data.length);
  if (named.length === 0) return exception(400, `No such remote action: ${call.action}.${call.method}`);
  if (action === undefined) return exception(400, `${call.action}.${call.method} does not take ${call.data.length} parameters`);
  return invoke(program, request, action, call.data);
}

function invoke(program: Program, { org, user }: RouteRequest, { owner, method }: RemoteAction, data: readonly unknown[]): Outcome {
  const label = `remote ${owner}.${method.name}`;
  try {
    return runTransaction(org, { user, kind: "VF", label }, () => {
      const given = method.parameters.map(({ name, type }, index) => {
        try {
          return clientArgument(data[index], type, REMOTING_ARGUMENTS);
        } catch (error) {
          if (error instanceof ArgumentMismatch)
            throw new WrongArgument(`Value provided is invalid for parameter '${name}' of type '${type}'`);
          throw error;
        }
      });
      const result = program.invokeStatic(owner, method, given);
      const json = method.returns === "void" ? null : clientValue(result, REMOTING_STYLE);
      return { type: "rpc", statusCode: 200, status: true, result: json };
    });
  } catch (error) {
    if (error instanceof WrongArgument) return exception(400, error.message);
    if (error instanceof UnsupportedFeatureError) process.stderr.write(`${label}: ${error.message}\n`);
    if (error instanceof ApexException || error instanceof UncatchableError) return exception(400, error.message, apexStackTrace(error));
    throw error;
  }
}

class WrongArgument extends Error {}
