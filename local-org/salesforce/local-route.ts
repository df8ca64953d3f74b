/**
 * `/local/...` on the Lightning host: what a real org does by waiting. Quiet (`drain`), time (`clock`), event delivery (`events`),
 * limits of the last transactions, and who is logged in.
 */
import type { Background } from "./background.ts";
import type { EngineResponse } from "./engine-protocol.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import { jsonBody, parameter, requireMethod, type Route, type RouteRequest } from "./route.ts";
import { LOGIN_COOKIE, userNamed } from "./running-user.ts";

/**
 * The route over an org's background work.
 *
 * @param alsoLogInAt address where the person who logs in is logged in too (`?user=<e-mail>&next=<address>`); it sends the browser
 *   on to `next`. Null: nowhere.
 */
export function localRoute(background: Background, alsoLogInAt: string | null): Route {
  return (request) => {
    if (request.host !== "lightning" || !request.path.startsWith("/local/")) return null;
    switch (request.path) {
      case "/local/limits":
        requireMethod(request, "GET");
        return jsonResponse(200, request.org.limitsRecords());
      case "/local/drain":
        requireMethod(request, "POST");
        return jsonResponse(200, { pending: background.drain() });
      case "/local/clock":
        requireMethod(request, "POST");
        return clock(request, background);
      case "/local/events":
        requireMethod(request, "POST");
        return events(request, background);
      case "/local/login":
        requireMethod(request, "GET");
        return login(request, alsoLogInAt);
      default:
        throw new RestError(404, "NOT_FOUND", `No such local route: ${request.path}`);
    }
  };
}

function clock(request: RouteRequest, background: Background): EngineResponse {
  const seconds = property(jsonBody(request), "advance");
  if (typeof seconds !== "number" || !(seconds >= 0))
    throw new RestError(400, "INVALID_FIELD", 'Expected {"advance": <seconds, 0 or more>}.');
  background.advance(seconds);
  return jsonResponse(200, { now: new Date(request.org.clock.now()).toISOString() });
}

/** While events are held they gather; released, those of one trigger come as one delivery. */
function events(request: RouteRequest, background: Background): EngineResponse {
  const hold = property(jsonBody(request), "hold");
  if (typeof hold !== "boolean") throw new RestError(400, "INVALID_FIELD", 'Expected {"hold": true} or {"hold": false}.');
  request.org.events.isHeld = hold;
  background.wake();
  return jsonResponse(200, { hold });
}

function login(request: RouteRequest, alsoLogInAt: string | null): EngineResponse {
  const username = parameter(request, "user");
  if (username === null) throw new RestError(400, "MISSING_ARGUMENT", "Give the user: /local/login?user=<username>");
  const { id } = userNamed(request.org, username);
  const cookie = `${LOGIN_COOKIE}=${encodeURIComponent(username)}; Domain=org.localhost; Path=/; HttpOnly; SameSite=Lax`;
  return { status: 303, headers: { Location: afterLogin(request, id, alsoLogInAt), "Set-Cookie": cookie }, body: new Uint8Array() };
}

function afterLogin({ org }: RouteRequest, userId: string, alsoLogInAt: string | null): string {
  const email = org.store.get(userId)?.get("Email");
  if (alsoLogInAt === null || typeof email !== "string") return "/";
  const query = new URLSearchParams({ user: email, next: `http://${org.hosts.lightning}/` });
  return `${alsoLogInAt}?${query.toString()}`;
}

function property(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}
