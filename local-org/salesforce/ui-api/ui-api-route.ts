/** `/services/data/vNN.N/ui-api/...`: the User Interface API. */
import type { Route } from "../route.ts";
import { LAYOUT } from "./layout-resource.ts";
import { LOOKUPS } from "./lookups.ts";
import { LISTS } from "./list-resource.ts";
import { OBJECT_INFO } from "./object-info.ts";
import { PICKLISTS } from "./picklist-values.ts";
import { RECORDS } from "./record-resource.ts";
import { RECORD_UI } from "./record-ui.ts";
import { RELATED_LISTS } from "./related-lists.ts";
import type { Resource } from "./resource.ts";
import { resourceRoute } from "./resource-route.ts";
import type { UiMetadata } from "./ui-metadata.ts";

const PATH = /^(\/services\/data\/v\d+\.\d\/ui-api)\/(.+?)\/?$/;
const RESOURCES: readonly Resource[] = [
  ...OBJECT_INFO,
  ...PICKLISTS,
  ...RECORDS,
  ...RECORD_UI,
  ...LAYOUT,
  ...LISTS,
  ...RELATED_LISTS,
  ...LOOKUPS,
];

export function uiApiRoute(metadata: UiMetadata): Route {
  return resourceRoute({ name: "UI API", pattern: PATH, isShared: false }, RESOURCES, metadata);
}
