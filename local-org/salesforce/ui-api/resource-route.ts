/** Finds the resource that a request is for and answers it in a transaction of its own. */
import { runTransaction } from "../../transaction/run-transaction.ts";
import { jsonResponse, RestError } from "../rest-error.ts";
import type { Route } from "../route.ts";
import { matchPath, requireKnownParameters, type Resource } from "./resource.ts";
import type { UiMetadata } from "./ui-metadata.ts";

/**
 * A route made of resources. Guests have no user interface: the Site does not answer here. A path that fits none of them is
 * refused by its name, or left to other routes.
 */
export function resourceRoute(
  { name, pattern, isShared }: { readonly name: string; readonly pattern: RegExp; readonly isShared: boolean },
  resources: readonly Resource[],
  metadata: UiMetadata,
): Route {
  return (request) => {
    const match = request.host === "site" ? null : pattern.exec(request.path);
    if (match === null) return null;
    const [, base = "", path = ""] = match;
    const found = resources.flatMap((resource) => {
      const parts = matchPath(resource.path, path);
      return parts === null ? [] : [{ resource, parts }];
    });
    if (found.length === 0 && isShared) return null;
    if (found.length === 0) throw new RestError(404, "NOT_FOUND", `The local org has no ${name} resource '${path}'.`);
    const fitting = found.find(({ resource }) => resource.method === request.method);
    if (fitting === undefined) {
      const allowed = found.map(({ resource }) => resource.method).join(",");
      throw new RestError(405, "METHOD_NOT_ALLOWED", `HTTP Method '${request.method}' not allowed. Allowed are ${allowed}`);
    }
    const { resource, parts } = fitting;
    requireKnownParameters(request, resource.parameters);
    const label = `${name} ${resource.method} ${resource.path}`;
    const answer = runTransaction(request.org, { user: request.user, kind: "REST", label }, (transaction) =>
      resource.answer({ ...request, parts, metadata, transaction, base }),
    );
    return jsonResponse(answer.status, answer.body);
  };
}
