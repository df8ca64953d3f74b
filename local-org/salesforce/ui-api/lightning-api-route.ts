/** `/lightning/api/...`: what the shell needs and Salesforce offers no public REST face for. */
import type { Route } from "../route.ts";
import { APPS } from "./apps.ts";
import { CALL_CENTER } from "./call-center.ts";
import { GLOBAL_SEARCH } from "./global-search.ts";
import type { Resource } from "./resource.ts";
import { resourceRoute } from "./resource-route.ts";
import { SESSION } from "./session.ts";
import { SOFTPHONE_LAYOUT } from "./softphone-layout.ts";
import { SOFTPHONE_SEARCH } from "./softphone-search.ts";
import { TIMELINE } from "./timeline.ts";
import type { UiMetadata } from "./ui-metadata.ts";

const PATH = /^(\/lightning\/api)\/(.+?)\/?$/;
const RESOURCES: readonly Resource[] = [
  ...SESSION,
  ...APPS,
  ...CALL_CENTER,
  ...SOFTPHONE_LAYOUT,
  ...SOFTPHONE_SEARCH,
  ...TIMELINE,
  ...GLOBAL_SEARCH,
];

export function lightningApiRoute(metadata: UiMetadata): Route {
  return resourceRoute({ name: "Lightning", pattern: PATH, isShared: true }, RESOURCES, metadata);
}
