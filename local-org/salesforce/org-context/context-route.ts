/** `/lightning/context.js`: the context of the user who asks, as a classic script that runs before everything else. */
import { requireMethod, type Route } from "../route.ts";
import type { StaticResources } from "../resources/static-resources.ts";
import { scriptResponse } from "../text-response.ts";
import { orgContext } from "./org-context.ts";

/**
 * `labelNames`: as declared. `alsoLogInAt`: address where the user of a page of Lightning is logged in too (`<address>/join?user=<e-mail>`);
 * null: nowhere.
 */
export function contextRoute(labelNames: readonly string[], resources: StaticResources, alsoLogInAt: string | null = null): Route {
  return (request) => {
    if (request.path !== "/lightning/context.js" || request.host === "site") return null;
    requireMethod(request, "GET");
    const context = orgContext(request.org, request.user, labelNames, resources);
    // Every `<` escaped: the text is safe inside a page as well.
    const json = JSON.stringify(context).replaceAll("<", "\\u003c");
    const join = alsoLogInAt === null || request.host !== "lightning" ? "" : joinScript(alsoLogInAt, context.user.email);
    return scriptResponse(`Object.defineProperty(globalThis, Symbol.for("local-org.context"), { value: ${json} });\n${join}`);
  };
}

/**
 * Says who is logged in, from the page itself: a browser that keeps other sites' cookies apart by the page around them takes one
 * for this page only then.
 */
function joinScript(address: string, email: string): string {
  return `new Image().src = ${JSON.stringify(`${address}/join?user=${encodeURIComponent(email)}`)};\n`;
}
