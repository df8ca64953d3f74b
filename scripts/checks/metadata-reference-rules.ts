/** What a piece of metadata text names. `Object` and `Field` may also be standard ones. */
export type ReferenceTarget = "Object" | "Field" | "OwnField" | "Component" | "Tab" | "Application" | readonly string[];

/** Where in a metadata file a name of another component stands. */
export interface ReferenceRule {
  readonly types: readonly string[];
  readonly path: string;
  readonly target: ReferenceTarget;
}

const permissions = ["PermissionSet", "Profile", "MutingPermissionSet"];

/** Names that no suffix gives away; custom names (`__c` and so on) are checked wherever they stand. */
export const REFERENCE_RULES: readonly ReferenceRule[] = [
  { types: permissions, path: "applicationVisibilities/application", target: "Application" },
  { types: permissions, path: "classAccesses/apexClass", target: ["ApexClass"] },
  { types: permissions, path: "customPermissions/name", target: ["CustomPermission"] },
  { types: permissions, path: "fieldPermissions/field", target: "Field" },
  { types: permissions, path: "flowAccesses/flow", target: ["Flow"] },
  { types: permissions, path: "objectPermissions/object", target: "Object" },
  { types: permissions, path: "pageAccesses/apexPage", target: ["ApexPage"] },
  { types: permissions, path: "recordTypeVisibilities/recordType", target: ["RecordType"] },
  { types: permissions, path: "tabSettings/tab", target: "Tab" },
  { types: ["PermissionSetGroup"], path: "permissionSets", target: ["PermissionSet"] },
  { types: ["PermissionSetGroup"], path: "mutingPermissionSets", target: ["MutingPermissionSet"] },
  { types: ["CustomPermission"], path: "requiredPermission/customPermission", target: ["CustomPermission"] },
  { types: ["CustomTab"], path: "auraComponent", target: ["AuraDefinitionBundle"] },
  { types: ["CustomTab"], path: "flexiPage", target: ["FlexiPage"] },
  { types: ["CustomTab"], path: "lwcComponent", target: ["LightningComponentBundle"] },
  { types: ["CustomTab"], path: "page", target: ["ApexPage"] },
  { types: ["CustomApplication"], path: "tabs", target: "Tab" },
  { types: ["CustomApplication"], path: "utilityBar", target: ["FlexiPage"] },
  { types: ["CustomApplication"], path: "actionOverrides/content", target: ["FlexiPage"] },
  { types: ["FlexiPage"], path: "sobjectType", target: "Object" },
  { types: ["FlexiPage"], path: "flexiPageRegions/itemInstances/componentInstance/componentName", target: "Component" },
  { types: ["FlexiPage"], path: "flexiPageRegions/componentInstances/componentName", target: "Component" },
  { types: ["CustomField"], path: "referenceTo", target: "Object" },
  { types: ["CustomField"], path: "valueSet/controllingField", target: "OwnField" },
  { types: ["CustomField"], path: "valueSet/valueSetName", target: ["GlobalValueSet"] },
  { types: ["CompactLayout"], path: "fields", target: "OwnField" },
  { types: ["FieldSet"], path: "displayedFields/field", target: "OwnField" },
  { types: ["FieldSet"], path: "availableFields/field", target: "OwnField" },
  { types: ["RecordType"], path: "picklistValues/picklist", target: "OwnField" },
  { types: ["ValidationRule"], path: "errorDisplayField", target: "OwnField" },
  { types: ["Layout"], path: "layoutSections/layoutColumns/layoutItems/field", target: "OwnField" },
  { types: ["CustomObject"], path: "compactLayoutAssignment", target: ["CompactLayout"] },
  { types: ["PlatformEventSubscriberConfig"], path: "platformEventConsumer", target: ["ApexTrigger", "ApexClass"] },
  { types: ["NamedCredential"], path: "namedCredentialParameters/externalCredential", target: ["ExternalCredential"] },
  { types: ["CustomSite"], path: "indexPage", target: ["ApexPage"] },
  { types: ["QuickAction"], path: "lightningWebComponent", target: ["LightningComponentBundle"] },
  { types: ["QuickAction"], path: "targetObject", target: "Object" },
  { types: ["ReportType"], path: "baseObject", target: "Object" },
  { types: ["Translations"], path: "customLabels/name", target: ["CustomLabel"] },
  { types: ["Translations"], path: "customApplications/name", target: "Application" },
  { types: ["Translations"], path: "customTabs/name", target: "Tab" },
  { types: ["CustomObjectTranslation"], path: "fields/name", target: "OwnField" },
];

/** Global variables of formulas and markup, and the type of what they name. */
export const GLOBAL_VARIABLES: Readonly<Record<string, string>> = {
  Label: "CustomLabel",
  Permission: "CustomPermission",
  Resource: "StaticResource",
};

/** Prose, in which an underscore name refers to nothing. */
export const PROSE = new Set([
  "description",
  "inlineHelpText",
  "help",
  "helpText",
  "label",
  "masterLabel",
  "pluralLabel",
  "relationshipLabel",
]);
