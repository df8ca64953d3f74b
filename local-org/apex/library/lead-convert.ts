/** Database.convertLead. */
import { convertLeads, type ConversionResult, type LeadConversion } from "../../data/dml/lead-convert.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexList, type ApexValue } from "../runtime/values.ts";
import { dmlSettings } from "./dml-options.ts";
import { errorList } from "./dml-result.ts";
import { definePlainClass, PlainObject } from "./plain-object.ts";

definePlainClass("Database.LeadConvert");

function conversion(given: ApexValue): LeadConversion {
  if (!(given instanceof PlainObject)) throwApex("System.NullPointerException", "Attempt to de-reference a null object");
  return {
    leadId: given.text("LeadId") ?? throwApex("System.NullPointerException", "LeadId is required"),
    accountId: given.text("AccountId"),
    contactId: given.text("ContactId"),
    opportunityId: given.text("OpportunityId"),
    opportunityName: given.text("OpportunityName"),
    convertedStatus: given.text("ConvertedStatus"),
    ownerId: given.text("OwnerId"),
    withoutOpportunity: given.flag("DoNotCreateOpportunity"),
  };
}

function resultOf({ leadId, accountId, contactId, opportunityId, errors }: ConversionResult): PlainObject {
  return new PlainObject("Database.LeadConvertResult", {
    LeadId: leadId,
    AccountId: accountId,
    ContactId: contactId,
    OpportunityId: opportunityId,
    Success: errors.length === 0,
    Errors: errorList(errors),
  });
}

function convert(first: ApexValue, ...rest: readonly ApexValue[]): ApexValue {
  const given = requireArgument(first);
  const { allOrNone } = dmlSettings(rest.find((one) => typeof one === "boolean" || one instanceof PlainObject) ?? null);
  const results = convertLeads((given instanceof ApexList ? given.items : [given]).map(conversion), allOrNone).map(resultOf);
  return given instanceof ApexList ? new ApexList("List<Database.LeadConvertResult>", results) : (results[0] ?? null);
}

const members: Record<string, StaticMember> = {};
for (const { name, parameters } of loadCatalog().class("Database")?.methods ?? []) {
  if (name === "convertLead") members[`convertLead(${parameters.join(",")})`] = convert;
}
definePlatformClass("System.Database", { statics: members });
