/** `apps`, `flexipage/{name}`, `record-page/{app}/{object}`: apps with their tabs, utility bars and record pages. */
import type { Schema } from "../../data/schema/schema.ts";
import type { ApplicationSpec } from "../../project/ui/application-file.ts";
import type { FlexiPageItemSpec, FlexiPageSpec } from "../../project/ui/flexipage-file.ts";
import { RestError } from "../rest-error.ts";
import { BUILT_IN_APPS } from "./built-in-apps.ts";
import { defaultUiObjects } from "./default-ui.ts";
import type { Resource, UiRequest } from "./resource.ts";
import { iconOf } from "./theme.ts";
import type { UiMetadata } from "./ui-metadata.ts";
import type { App, Apps, AppTab, FlexiPage, RecordPage, UtilityItem } from "./wire.ts";

export const APPS: readonly Resource[] = [
  { method: "GET", path: "apps", parameters: [], answer: (request) => ({ status: 200, body: apps(request) }) },
  { method: "GET", path: "flexipage/{}", parameters: [], answer: (request) => ({ status: 200, body: flexiPage(request) }) },
  { method: "GET", path: "record-page/{}/{}", parameters: [], answer: (request) => ({ status: 200, body: recordPage(request) }) },
];

const HEADER_COLOR = "#0070D2";
const HOME: AppTab = {
  developerName: "standard-home",
  label: "Home",
  type: "home",
  objectApiName: null,
  url: null,
  target: null,
  icon: "standard:home",
};
/** Size of a utility's panel unless its item says otherwise, pixels. */
const UTILITY_SIZE = { width: 340, height: 480 };

function apps({ org, metadata }: UiRequest): Apps {
  const all = [...metadata.applications, ...BUILT_IN_APPS].map((spec) => app(org.schema, metadata, spec));
  const objects = defaultUiObjects().flatMap((name) => (name === "User" ? [] : (objectTab(org.schema, metadata, name) ?? [])));
  const ownTabs = metadata.tabs.flatMap(({ developerName }) => projectTab(org.schema, metadata, developerName) ?? []);
  const allTabs = [HOME, ...objects, ...ownTabs].sort((left, right) => left.label.localeCompare(right.label));
  return { apps: all, allTabs };
}

function app(schema: Schema, metadata: UiMetadata, spec: ApplicationSpec): App {
  const bar = spec.utilityBar === null ? null : flexiPageNamed(metadata, spec.utilityBar);
  const alignment = bar?.regions.find(({ type }) => type === "Region");
  return {
    developerName: spec.developerName,
    label: spec.label,
    description: spec.description,
    navType: spec.navType,
    headerColor: spec.headerColor ?? HEADER_COLOR,
    tabs: spec.tabs.flatMap((name) => tabNamed(schema, metadata, name) ?? []),
    utilityItems: bar === null ? [] : utilityItems(bar),
    utilityAlignment: alignment?.name === "utilityItemsRight" ? "Right" : "Left",
  };
}

/** Null for standard tabs that the local org does not have (Reports, Chatter ...). */
function tabNamed(schema: Schema, metadata: UiMetadata, name: string): AppTab | null {
  if (name === HOME.developerName) return HOME;
  if (name.startsWith("standard-")) return objectTab(schema, metadata, name.slice("standard-".length));
  return projectTab(schema, metadata, name);
}

function objectTab(schema: Schema, metadata: UiMetadata, name: string): AppTab | null {
  const object = schema.object(name);
  if (object === undefined || !metadata.layouts.isLayoutable(object)) return null;
  return {
    developerName: object.kind === "standard" ? `standard-${object.name}` : object.name,
    label: object.labelPlural,
    type: "object",
    objectApiName: object.name,
    url: null,
    target: null,
    icon: iconOf(object, metadata),
  };
}

/** Null for an object tab of an object that the org does not have. */
function projectTab(schema: Schema, metadata: UiMetadata, name: string): AppTab | null {
  const tab = metadata.tabs.find(({ developerName }) => developerName === name);
  if (tab === undefined) return null;
  if (tab.type === "object") return objectTab(schema, metadata, name);
  const { developerName, type, icon } = tab;
  const target = tab.target ?? "";
  return {
    developerName,
    label: tab.label ?? developerName,
    type,
    objectApiName: null,
    url: type === "visualforce" ? `/apex/${target}` : type === "web" ? target : null,
    target: type === "lwc" ? `c:${target}` : type === "flexipage" ? target : null,
    icon,
  };
}

function flexiPageNamed(metadata: UiMetadata, name: string): FlexiPageSpec {
  const page = metadata.flexiPages.get(name);
  if (page === undefined) throw new RestError(404, "NOT_FOUND", `The project has no Lightning page ${name}.`);
  return page;
}

function flexiPage({ metadata, parts }: UiRequest): FlexiPage {
  return flexiPageNamed(metadata, parts[0] ?? "");
}

function recordPage({ metadata, parts }: UiRequest): RecordPage {
  return { page: metadata.recordPage(parts[0] ?? "", parts[1] ?? "") };
}

/** Items in the order of the page, background ones included. */
function utilityItems(bar: FlexiPageSpec): readonly UtilityItem[] {
  const items = bar.regions.flatMap(({ type, items: found }) => found.map((item) => ({ item, isBackground: type === "Background" })));
  return items.map(({ item, isBackground }, at) => utilityItem(item, isBackground, String(at)));
}

const DECORATORS = ["eager", "decorator", "height", "icon", "label", "scrollable", "width"];

function utilityItem({ component, properties }: FlexiPageItemSpec, isBackground: boolean, id: string): UtilityItem {
  const text = (name: string): string | null => {
    const value = properties[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    id,
    component,
    label: text("label") ?? (component === "opencti:softPhone" ? "Phone" : component.replace(/^\w+:/, "")),
    icon: text("icon") ?? (component === "opencti:softPhone" ? "call" : "fallback"),
    width: Number(text("width") ?? UTILITY_SIZE.width),
    height: Number(text("height") ?? UTILITY_SIZE.height),
    scrollable: text("scrollable") === "true",
    eager: text("eager") === "true",
    isBackground,
    properties: Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]) =>
        DECORATORS.includes(name) || typeof value !== "string" ? [] : [[name, value]],
      ),
    ),
  };
}
