/** Picklist values from `valueSet` elements, global value sets and standard value sets. */
import { fileStem } from "./metadata-files.ts";
import type { MetadataFiles } from "./metadata-files.ts";
import type { PicklistValue } from "./schema.ts";
import { childOf, childrenOf, textOf } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

export type GlobalValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

/** Standard value sets (Metadata API, StandardValueSet Names) and the fields that use them. */
const STANDARD_VALUE_SETS: Readonly<Record<string, string>> = {
  AccountContactMultiRoles: "AccountContactRelation.Roles",
  AccountContactRole: "AccountContactRole.Role",
  AccountOwnership: "Account.Ownership",
  AccountRating: "Account.Rating Lead.Rating",
  AccountType: "Account.Type",
  AssetStatus: "Asset.Status",
  CampaignMemberStatus: "CampaignMember.Status",
  CampaignStatus: "Campaign.Status",
  CampaignType: "Campaign.Type",
  CaseContactRole: "CaseContactRole.Role",
  CaseOrigin: "Case.Origin",
  CasePriority: "Case.Priority",
  CaseReason: "Case.Reason",
  CaseStatus: "Case.Status",
  CaseType: "Case.Type",
  ContactRole: "OpportunityContactRole.Role",
  ContractStatus: "Contract.Status",
  EventSubject: "Event.Subject",
  EventType: "Event.Type",
  Industry: "Account.Industry Lead.Industry",
  LeadSource: "Account.AccountSource Contact.LeadSource Lead.LeadSource Opportunity.LeadSource",
  LeadStatus: "Lead.Status",
  OpportunityStage: "Opportunity.StageName",
  OpportunityType: "Opportunity.Type",
  OrderStatus: "Order.Status",
  OrderType: "Order.Type",
  Product2Family: "Product2.Family",
  QuoteStatus: "Quote.Status",
  Salutation: "Account.Salutation Contact.Salutation Individual.Salutation Lead.Salutation",
  SolutionStatus: "Solution.Status",
  TaskPriority: "Task.Priority",
  TaskStatus: "Task.Status",
  TaskSubject: "Task.Subject",
  TaskType: "Task.Type",
};

export function readGlobalValueSets(files: MetadataFiles): GlobalValueSets {
  const sets = new Map<string, readonly PicklistValue[]>();
  for (const file of files.withSuffix("globalValueSet")) sets.set(fileStem(file).toLowerCase(), readValues(file.root(), "customValue"));
  for (const file of files.withSuffix("standardValueSet")) sets.set(fileStem(file).toLowerCase(), readValues(file.root(), "standardValue"));
  return sets;
}

/** Values that the project gives to standard fields, by lower-case `object.field`. */
export function standardFieldValues(files: MetadataFiles): ReadonlyMap<string, readonly PicklistValue[]> {
  const values = new Map<string, readonly PicklistValue[]>();
  for (const file of files.withSuffix("standardValueSet")) {
    for (const field of STANDARD_VALUE_SETS[fileStem(file)]?.split(" ") ?? [])
      values.set(field.toLowerCase(), readValues(file.root(), "standardValue"));
  }
  return values;
}

export interface ValueSet {
  readonly values: readonly PicklistValue[];
  readonly restricted: boolean;
  readonly controllingField: string | null;
}

/** The `valueSet` of a field; null when it has none. */
export function readValueSet(field: XmlElement, globals: GlobalValueSets): ValueSet | null {
  const valueSet = childOf(field, "valueSet");
  if (valueSet === undefined) return null;
  const own = childOf(valueSet, "valueSetDefinition");
  const globalName = textOf(valueSet, "valueSetName");
  return {
    values: own === undefined ? (globals.get(globalName?.toLowerCase() ?? "") ?? []) : readValues(own, "value"),
    // Fields of a global value set are always restricted.
    restricted: globalName !== null || textOf(valueSet, "restricted") === "true",
    controllingField: textOf(valueSet, "controllingField"),
  };
}

function readValues(element: XmlElement, name: string): PicklistValue[] {
  return childrenOf(element, name).map((value) => {
    const fullName = textOf(value, "fullName") ?? "";
    return {
      value: fullName,
      label: textOf(value, "label") ?? fullName,
      active: textOf(value, "isActive") !== "false",
      isDefault: textOf(value, "default") === "true",
    };
  });
}
