/** The `@RemoteAction` methods of a page's controller, and the token with which a page proves that it is the user's own. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { MethodMeta } from "../../apex/runtime/class-meta.ts";
import type { Program } from "../../apex/runtime/program.ts";
import type { RunningUser } from "../../transaction/context.ts";

export interface RemoteAction {
  /** Canonical name of the class that declares it. */
  readonly owner: string;
  readonly method: MethodMeta;
}

/** Of the class and the classes that it extends; a sub class hides what it declares again. */
export function remoteActionsOf(program: Program, className: string): readonly RemoteAction[] {
  const actions = new Map<string, RemoteAction>();
  for (
    let meta = program.find(className);
    meta !== undefined;
    meta = meta.superClass === null ? undefined : program.find(meta.superClass)
  ) {
    for (const method of meta.methods) {
      const key = `${method.name} ${method.parameters.length}`;
      if (isRemoteAction(method) && !actions.has(key)) actions.set(key, { owner: meta.name, method });
    }
  }
  return [...actions.values()];
}

function isRemoteAction({ isStatic, access, annotations }: MethodMeta): boolean {
  return isStatic && (access === "public" || access === "global") && annotations.some(({ name }) => name === "remoteaction");
}

/** New with every start: tokens of an older start are refused like those of another session. */
const SECRET = randomBytes(32);

/** Token of a page as shown to a user. */
export function pageToken(page: string, user: RunningUser): string {
  return createHmac("sha256", SECRET).update(`${page.toLowerCase()}\0${user.id}`).digest("base64url");
}

export function isPageToken(token: string, page: string, user: RunningUser): boolean {
  const [given, wanted] = [Buffer.from(token), Buffer.from(pageToken(page, user))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
