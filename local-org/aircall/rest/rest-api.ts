/** The REST API: edge (route, credential, rate), then the application's routes. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { CallError } from "../calls/call-error.ts";
import type { Timers } from "../company/timers.ts";
import { BodyError, readJson, sendJson } from "../http/json-http.ts";
import type { StandIn } from "../stand-in.ts";
import { callRoutes } from "./call-routes.ts";
import { campaignRoutes } from "./campaign-routes.ts";
import { companyRoutes } from "./company-routes.ts";
import { contactRoutes } from "./contact-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { rateLimit } from "./rate-limit.ts";
import { badRequest, edgeError, faultError, RestError } from "./rest-error.ts";
import type { RestRoute } from "./rest-route.ts";
import { userRoutes } from "./user-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

const ROUTES: readonly RestRoute[] = [
  ...companyRoutes,
  ...callRoutes,
  ...userRoutes,
  ...campaignRoutes,
  ...contactRoutes,
  ...messageRoutes,
  ...webhookRoutes,
];

type RestHandler = (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => Promise<true>;

/** The API of one company, with its own rate limit. */
export function createRestApi(standIn: StandIn, timers: Timers): RestHandler {
  const limit = rateLimit(standIn.company.now);
  return async (incoming, outgoing, url) => {
    const { faults } = standIn;
    if (faults.latencyMs > 0) await wait(faults.latencyMs);
    try {
      const matches = ROUTES.flatMap((entry) => {
        const match = entry.method === incoming.method ? entry.pattern.exec(url.pathname) : null;
        return match === null ? [] : [{ entry, params: match.slice(1).map(decode) }];
      });
      const [found] = matches;
      if (found === undefined) throw edgeError(404);
      authorize(standIn, incoming);
      const overLimit = limit.take();
      if (overLimit !== null) return answerError(outgoing, faultError(429), overLimit);
      if (faults.rest !== null && faults.rest.count > 0) {
        faults.rest.count--;
        const { status, retryAfter } = faults.rest;
        standIn.company.outputs.changed();
        return answerError(outgoing, faultError(status), retryAfter === null ? {} : { "Retry-After": String(retryAfter) });
      }
      const body = await readBody(incoming);
      const { status, body: answer } = found.entry.handle({ standIn, timers, url, params: found.params, body });
      sendJson(outgoing, status, answer);
      return true;
    } catch (error) {
      if (error instanceof RestError) return answerError(outgoing, error);
      if (error instanceof CallError) return answerError(outgoing, badRequest(error.message));
      throw error;
    }
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Basic authentication only: no header 401, another credential 403. */
function authorize({ company }: StandIn, incoming: IncomingMessage): void {
  const header = incoming.headers.authorization;
  if (header === undefined) throw edgeError(401);
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(header) ?? [];
  const { id, token } = company.credential;
  if (encoded === undefined || Buffer.from(encoded, "base64").toString("utf8") !== `${id}:${token}`) throw edgeError(403);
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  if (incoming.method === "GET") return undefined;
  try {
    const body = await readJson(incoming);
    const type = incoming.headers["content-type"] ?? "";
    if (body !== undefined && !type.startsWith("application/json")) throw new BodyError("Content-Type must be application/json");
    return body;
  } catch (error) {
    if (error instanceof BodyError) throw badRequest(error.message);
    throw error;
  }
}

function answerError(outgoing: ServerResponse, { status, body }: RestError, headers: Readonly<Record<string, string>> = {}): true {
  sendJson(outgoing, status, body, headers);
  return true;
}
