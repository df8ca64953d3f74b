/** What browsers get from the org besides the REST API: Apex of components and pages, the user's context, static resources, pages. */
import type { Program } from "../apex/runtime/program.ts";
import type { CheckedProject } from "../project/compile-project.ts";
import { apexInvokeRoute } from "./apex-invoke/apex-invoke-route.ts";
import { runApexRoute } from "./apex-invoke/run-apex-route.ts";
import { outApplicationRoute } from "./lightning-out/out-application-route.ts";
import { contextRoute } from "./org-context/context-route.ts";
import { remoteRoute } from "./remoting/remote-route.ts";
import { remotingScriptRoute } from "./remoting/remoting-script-route.ts";
import { readStaticResources } from "./resources/static-resources.ts";
import { staticResourceRoute } from "./resources/static-resource-route.ts";
import type { Route } from "./route.ts";
import { pageRoute } from "./visualforce/page-route.ts";
import type { VisualforcePages } from "./visualforce/visualforce-pages.ts";

/**
 * The routes over a deployed project. Throws MetadataError for static resources that cannot be read.
 *
 * @param alsoLogInAt address where the user of a page is logged in too; null: nowhere
 */
export function browserRoutes(
  { project, metadata, labels }: CheckedProject,
  program: Program,
  pages: VisualforcePages,
  alsoLogInAt: string | null,
): readonly Route[] {
  const resources = readStaticResources(project, metadata);
  return [
    apexInvokeRoute(program),
    runApexRoute(program),
    contextRoute([...labels.keys()], resources, alsoLogInAt),
    staticResourceRoute(resources),
    pageRoute(program, pages, resources),
    remoteRoute(program, pages),
    remotingScriptRoute(),
    outApplicationRoute(project),
  ];
}
