/** `applications/<Name>.app-meta.xml`. */
import { fileStem, type MetadataFile } from "../../data/schema/metadata-files.ts";
import { childOf, childrenOf, textOf } from "../../data/schema/xml.ts";

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
}

export function readApplication(file: MetadataFile): ApplicationSpec {
  const root = file.root();
  const brand = childOf(root, "brand");
  return {
    developerName: fileStem(file),
    label: textOf(root, "label") ?? fileStem(file),
    description: textOf(root, "description") ?? "",
    navType: textOf(root, "navType") === "Console" ? "Console" : "Standard",
    headerColor: brand === undefined ? null : textOf(brand, "headerColor"),
    tabs: childrenOf(root, "tabs").map(({ text }) => text.trim()),
    utilityBar: textOf(root, "utilityBar"),
    isLightning: textOf(root, "uiType") === "Lightning",
  };
}
