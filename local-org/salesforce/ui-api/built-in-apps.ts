/** Apps that every org has. */
import type { ApplicationSpec } from "../../project/ui/application-file.ts";

export const BUILT_IN_APPS: readonly ApplicationSpec[] = [
  {
    developerName: "standard__LightningSales",
    label: "Sales",
    description: "Manage your sales process with accounts, leads, opportunities, and more",
    navType: "Standard",
    headerColor: null,
    tabs: ["standard-home", "standard-Opportunity", "standard-Lead", "standard-Task", "standard-Account", "standard-Contact"],
    utilityBar: null,
    isLightning: true,
    recordPages: [],
  },
  {
    developerName: "standard__LightningService",
    label: "Service Console",
    description: "(Lightning Experience) Lets support agents work with multiple records across customer service channels on one screen",
    navType: "Console",
    headerColor: null,
    tabs: ["standard-Case", "standard-Contact", "standard-Account"],
    utilityBar: null,
    isLightning: true,
    recordPages: [],
  },
];
