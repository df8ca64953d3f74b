/** `/lightning/context.js`: the context of the user who asks, as a classic script that runs before everything else. */
import { requireMethod, type Route } from "../route.ts";
import type { StaticResources } from "../resources/static-resources.ts";
import { scriptResponse } from "../text-response.ts";
import { orgContext } from "./org-context.ts";

/** `labelNames`: as declared. */
export function contextRoute(labelNames: readonly string[], resources: StaticResources): Route {
  return (request) => {
    if (request.path !== "/lightning/context.js" || request.host === "site") return null;
    requireMethod(request, "GET");
    const context = orgContext(request.org, request.user, labelNames, resources);
    // Every `<` escaped: the text is safe inside a page as well.
    const json = JSON.stringify(context).replaceAll("<", "\\u003c");
    return scriptResponse(`Object.defineProperty(globalThis, Symbol.for("local-org.context"), { value: ${json} });\n`);
  };
}
