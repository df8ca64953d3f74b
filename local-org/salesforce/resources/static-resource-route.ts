/** `/resource/<stamp>/<Name>[/<path in the archive>]` on every host of the org; the stamp may be absent. */
import type { EngineResponse } from "../engine-protocol.ts";
import { requireMethod, type Route, type RouteRequest } from "../route.ts";
import { textResponse } from "../text-response.ts";
import { contentTypeOf, withCharset } from "./content-type.ts";
import type { StaticResource, StaticResources } from "./static-resources.ts";

const PATH = /^\/resource\/(?:(\d+)\/)?([A-Za-z]\w*)(?:\/(.*))?$/;

export function staticResourceRoute(resources: StaticResources): Route {
  return (request) => {
    if (!request.path.startsWith("/resource/")) return null;
    requireMethod(request, "GET", "HEAD");
    const [, stamp = null, name = "", encodedPath] = PATH.exec(request.path) ?? [];
    const resource = resources.find(name);
    if (resource === undefined) return textResponse(404, `There is no static resource ${name || request.path.slice("/resource/".length)}.`);
    const found = contentAt(resource, encodedPath === undefined ? null : decodeURIComponent(encodedPath));
    if (typeof found === "string") return textResponse(404, found);
    return served(request, resource, stamp, found);
  };
}

interface Content {
  readonly type: string;
  readonly body: Uint8Array;
}

/** Text: why there is nothing. */
function contentAt({ name, contentType, body, files }: StaticResource, path: string | null): Content | string {
  if (path === null || path === "") {
    if (body !== null) return { type: withCharset(contentType), body };
    return files === null
      ? `The static resource ${name} has no file beside its -meta.xml. Is it built?`
      : `The static resource ${name} is a folder: name one of its files, /resource/${name}/<path>.`;
  }
  if (files === null) return `The static resource ${name} is no archive (${contentType}): it has no file ${path}.`;
  const file = files.get(path);
  return file === undefined ? `The static resource ${name} has no file ${path}.` : { type: contentTypeOf(path), body: file };
}

function served(request: RouteRequest, resource: StaticResource, stamp: string | null, { type, body }: Content): EngineResponse {
  const scope = resource.isPublic ? "public" : "private";
  const cache = stamp === resource.stamp ? `${scope}, max-age=31536000, immutable` : "no-cache";
  const headers = { "Content-Type": type, "Cache-Control": cache, "X-Content-Type-Options": "nosniff" };
  return { status: 200, headers, body: request.method === "HEAD" ? new Uint8Array() : body };
}
