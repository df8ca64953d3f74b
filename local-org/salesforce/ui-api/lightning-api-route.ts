/** `/lightning/api/...`: what the shell needs and Salesforce offers no public REST face for. */
import type { Route } from "../route.ts";
import { APPS } from "./apps.ts";
import type { Resource } from "./resource.ts";
import { resourceRoute } from "./resource-route.ts";
import { SESSION } from "./session.ts";
import type { UiMetadata } from "./ui-metadata.ts";

const PATH = /^(\/lightning\/api)\/(.+?)\/?$/;
const RESOURCES: readonly Resource[] = [...SESSION, ...APPS];

export function lightningApiRoute(metadata: UiMetadata): Route {
  return resourceRoute("Lightning", PATH, RESOURCES, metadata);
}
