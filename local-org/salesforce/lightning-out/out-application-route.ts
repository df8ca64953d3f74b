/** `/lightning/api/out-app/<name>`: what `$Lightning.use` loads. */
import type { Project } from "../../project/project.ts";
import { jsonResponse } from "../rest-error.ts";
import { requireMethod, type Route } from "../route.ts";
import { noSuchApplication, readOutApplication } from "./out-applications.ts";

const PATH = /^\/lightning\/api\/out-app\/(?:\w+:)?(\w+)$/;

/** Answers `{dependencies: ["c:callPanel"]}`, or 404 with `[{message, errorCode}]`. */
export function outApplicationRoute(project: Project): Route {
  const bundles = new Set(project.files.flatMap((file) => /(?:^|\/)aura\/(\w+)\//.exec(file)?.[1]?.toLowerCase() ?? []));
  const applications = new Map([...bundles].map((name) => [name, readOutApplication(project, name)]));
  return (request) => {
    const name = request.host === "site" ? undefined : PATH.exec(request.path)?.[1];
    if (name === undefined) return null;
    requireMethod(request, "GET");
    const application = applications.get(name.toLowerCase()) ?? noSuchApplication(name);
    if (typeof application === "string") return jsonResponse(404, [{ errorCode: "NOT_FOUND", message: application }]);
    return jsonResponse(200, { dependencies: application.dependencies });
  };
}
