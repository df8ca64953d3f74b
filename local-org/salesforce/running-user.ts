/**
 * Who a request runs as. The public Site: always its guest user. Elsewhere the header `X-Local-User`, else the cookie that
 * `/local/login` sets, else the administrator.
 */
import type { RunningUser } from "../transaction/context.ts";
import type { Org } from "../transaction/org.ts";
import type { EngineRequest } from "./engine-protocol.ts";
import { RestError } from "./rest-error.ts";

export const LOGIN_COOKIE = "local-user";

/** Throws RestError (401) for a user name that the org does not have or whose user is inactive. */
export function runningUser(org: Org, request: EngineRequest): RunningUser {
  if (request.host === "site") return org.users.guest;
  const username = request.headers["x-local-user"] ?? cookie(request, LOGIN_COOKIE);
  return username === null ? org.users.administrator : userNamed(org, username);
}

/** The user with this user name, in any case. Throws RestError (401) when there is none. */
export function userNamed(org: Org, username: string): RunningUser {
  const wanted = username.toLowerCase();
  for (const row of org.store.table("User").rows()) {
    const name = row.get("Username");
    const id = row.get("Id");
    if (typeof name !== "string" || name.toLowerCase() !== wanted || typeof id !== "string") continue;
    if (row.get("IsActive") === false) throw new RestError(401, "INVALID_LOGIN", `The user ${username} is not active in this local org.`);
    return { id, kind: "standard" };
  }
  throw new RestError(401, "INVALID_SESSION_ID", `No user ${username} in this local org.`);
}

function cookie(request: EngineRequest, name: string): string | null {
  for (const part of (request.headers["cookie"] ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value !== undefined) return decodeURIComponent(value);
  }
  return null;
}
