/** The routes that the user interface lives on, search included. */
import type { MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { Org } from "../../transaction/org.ts";
import type { Route } from "../route.ts";
import { searchRoute } from "../search-route.ts";
import { lightningApiRoute } from "./lightning-api-route.ts";
import { uiApiRoute } from "./ui-api-route.ts";
import { UiMetadata } from "./ui-metadata.ts";

/** Reads the project's layouts, list views, tabs and apps. Throws MetadataError. */
export function uiRoutes(org: Org, files: MetadataFiles): readonly Route[] {
  const metadata = new UiMetadata(org.schema, files, org.hosts.lightning);
  return [searchRoute, uiApiRoute(metadata), lightningApiRoute(metadata)];
}
