/** Icon and colour of objects, as the Lightning Design System names them. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { UiMetadata } from "./ui-metadata.ts";
import type { ThemeInfo } from "./wire.ts";

/** SLDS standard icons whose name is not the object's in snake case, and the colours of the usual ones. */
const COLORS: Readonly<Record<string, string>> = {
  account: "5867E8",
  case: "FF538A",
  contact: "9602C7",
  event: "CB65FF",
  lead: "FF5D2D",
  opportunity: "FF5D2D",
  task: "3BA755",
  user: "0B827C",
  campaign: "FF538A",
  report: "06A59A",
  dashboard: "FE5C4C",
  home: "FF538A",
  email: "939393",
};
const ICONS: Readonly<Record<string, string>> = { EmailMessage: "email", Group: "groups", Product2: "product", Pricebook2: "pricebook" };
const CUSTOM_COLOR = "06A59A";
const DEFAULT_COLOR = "747474";

/** SLDS icon name: `standard:account`, `custom:custom9`. Custom objects wear their tab's, else a generic one. */
export function iconOf(object: ObjectSchema, metadata: UiMetadata): string {
  if (object.kind !== "standard") return metadata.tabIcon(object.name) ?? "standard:custom";
  return `standard:${ICONS[object.name] ?? snakeCase(object.name)}`;
}

export function themeOf(object: ObjectSchema, metadata: UiMetadata): ThemeInfo {
  const [set = "standard", name = "custom"] = iconOf(object, metadata).split(":");
  const color = COLORS[name] ?? (object.kind === "standard" ? DEFAULT_COLOR : CUSTOM_COLOR);
  return { color, iconUrl: `http://${metadata.lightningHost}/img/icon/t4v35/${set}/${name}_120.png` };
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
}
