/** What the user interface of an org is made of, from the project's metadata. */
import { fileStem, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import type { Schema } from "../../data/schema/schema.ts";
import { readApplication, type ApplicationSpec } from "../../project/ui/application-file.ts";
import { readCallCenter, type CallCenterSpec } from "../../project/ui/call-center-file.ts";
import { readFlexiPage, type FlexiPageSpec } from "../../project/ui/flexipage-file.ts";
import { readTabs, type TabSpec } from "../../project/ui/tab-file.ts";
import { readViewOverrides, type ViewOverride } from "../../project/ui/view-override.ts";
import { Layouts } from "./layouts.ts";
import { ListViews } from "./list-views.ts";
import { RecentRecords } from "./recent-records.ts";

export class UiMetadata {
  readonly layouts: Layouts;
  readonly listViews: ListViews;
  readonly tabs: readonly TabSpec[];
  /** Lightning apps of the project. */
  readonly applications: readonly ApplicationSpec[];
  /** By developer name. */
  readonly flexiPages: ReadonlyMap<string, FlexiPageSpec>;
  /** By internal name. */
  readonly callCenters: ReadonlyMap<string, CallCenterSpec>;
  readonly recent = new RecentRecords();
  readonly #recordPages: readonly ViewOverride[];
  /** Host and port of the Lightning face. */
  readonly lightningHost: string;

  /** Throws MetadataError for metadata that cannot be read or names what the org does not have. */
  constructor(schema: Schema, files: MetadataFiles, lightningHost: string) {
    this.layouts = new Layouts(schema, files);
    this.listViews = new ListViews(schema, files, this.layouts);
    this.tabs = readTabs(files);
    this.flexiPages = new Map(files.withSuffix("flexipage").map((file) => [fileStem(file), readFlexiPage(file)]));
    this.callCenters = new Map(files.withSuffix("callCenter").map((file) => [fileStem(file), readCallCenter(file)]));
    const names = { tabs: new Set(this.tabs.map(({ developerName }) => developerName)), flexiPages: this.flexiPages };
    this.applications = files
      .withSuffix("app")
      .map((file) => readApplication(file, names))
      .filter(({ isLightning }) => isLightning);
    this.#recordPages = files.withSuffix("object").flatMap((file) => readViewOverrides(file, fileStem(file), this.flexiPages));
    this.lightningHost = lightningHost;
  }

  /** The Lightning page that shows an object's records: the app's own, else the object's; null: the standard page. */
  recordPage(app: string, objectApiName: string): FlexiPageSpec | null {
    const ofApp = this.applications.find(({ developerName }) => developerName === app)?.recordPages ?? [];
    const found = [...ofApp, ...this.#recordPages].find((override) => override.objectApiName === objectApiName);
    return found === undefined ? null : (this.flexiPages.get(found.page) ?? null);
  }

  /** SLDS icon of the tab of a custom object; null: it has none. */
  tabIcon(objectName: string): string | null {
    return this.tabs.find(({ developerName, type }) => type === "object" && developerName === objectName)?.icon ?? null;
  }
}
