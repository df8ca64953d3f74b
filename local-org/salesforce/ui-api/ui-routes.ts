/** The routes of the user interface. */
import type { MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { Org } from "../../transaction/org.ts";
import type { Route } from "../route.ts";
import { lightningApiRoute } from "./lightning-api-route.ts";
import { uiApiRoute } from "./ui-api-route.ts";
import { UiMetadata } from "./ui-metadata.ts";

/** Reads the project's layouts, list views, tabs and apps. Throws MetadataError. */
export function uiRoutes(org: Org, files: MetadataFiles): readonly Route[] {
  const metadata = new UiMetadata(org.schema, files, org.hosts.lightning);
  return [uiApiRoute(metadata), lightningApiRoute(metadata)];
}
