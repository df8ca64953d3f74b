/** `applications/<Name>.app-meta.xml`. */
import { fileStem, MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import { childOf, childrenOf, textOf } from "../../data/schema/xml.ts";
import { readViewOverrides, type ViewOverride } from "./view-override.ts";

export interface ApplicationSpec {
  readonly developerName: string;
  readonly label: string;
  readonly description: string;
  readonly navType: "Standard" | "Console";
  /** `#RRGGBB` or null. */
  readonly headerColor: string | null;
  /** `standard-Account`, `Aircall_Log__c`. */
  readonly tabs: readonly string[];
  /** Name of a FlexiPage or null. */
  readonly utilityBar: string | null;
  /** False for an app of Salesforce Classic. */
  readonly isLightning: boolean;
  /** Record pages of this app alone. */
  readonly recordPages: readonly ViewOverride[];
}

/** Names that an app may use. */
export interface KnownNames {
  readonly tabs: { has(name: string): boolean };
  readonly flexiPages: { has(name: string): boolean };
}

/** Throws MetadataError for a tab or a utility bar that the project does not have. Standard tabs are not checked. */
export function readApplication(file: MetadataFile, known: KnownNames): ApplicationSpec {
  const root = file.root();
  const tabs = childrenOf(root, "tabs").map(({ text, line }) => {
    const name = text.trim();
    if (!name.startsWith("standard-") && !known.tabs.has(name)) throw new MetadataError(file.path, line, `there is no tab ${name}`);
    return name;
  });
  const utilityBar = textOf(root, "utilityBar");
  if (utilityBar !== null && !known.flexiPages.has(utilityBar))
    throw new MetadataError(file.path, root.line, `there is no Lightning page ${utilityBar}`);
  const brand = childOf(root, "brand");
  return {
    developerName: fileStem(file),
    label: textOf(root, "label") ?? fileStem(file),
    description: textOf(root, "description") ?? "",
    navType: textOf(root, "navType") === "Console" ? "Console" : "Standard",
    headerColor: brand === undefined ? null : textOf(brand, "headerColor"),
    tabs,
    utilityBar,
    isLightning: textOf(root, "uiType") === "Lightning",
    recordPages: readViewOverrides(file, null, known.flexiPages),
  };
}
