/** Lead conversion: an account, a contact and (unless unwanted) an opportunity come out of a lead, which ends there. */
import { ApexDate, SObjectRecord, type ApexValue } from "../../apex/runtime/values.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { markWork, releaseWork, undoWork } from "../../transaction/work-mark.ts";
import { localDay } from "../soql/calendar.ts";
import type { Row } from "../store/store.ts";
import { dmlError, type DmlError } from "./dml-error.ts";
import { dmlException } from "./dml-exception.ts";
import { insertRecords, updateRecords } from "./insert-update.ts";

export interface LeadConversion {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly convertedStatus: string | null;
  readonly ownerId: string | null;
  readonly withoutOpportunity: boolean;
}

export interface ConversionResult {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly errors: readonly DmlError[];
}

const ALL = { allOrNone: true };
const STAGE = "Prospecting";

/** Converts leads. Throws System.DmlException (all or none). */
export function convertLeads(conversions: readonly LeadConversion[], allOrNone: boolean): ConversionResult[] {
  const transaction = currentTransaction();
  transaction.limits.count("dmlStatements");
  transaction.limits.count("dmlRows", conversions.length);
  const mark = markWork(transaction);
  const results: ConversionResult[] = [];
  try {
    for (const conversion of conversions) results.push(convertLead(transaction, conversion));
  } catch (error) {
    undoWork(transaction, mark);
    releaseWork(transaction, mark);
    throw error;
  }
  const rows = results.map(({ leadId, errors }) => ({ id: leadId, created: false, errors: [...errors] }));
  const failed = rows.some(({ errors }) => errors.length > 0);
  if (failed && allOrNone) undoWork(transaction, mark);
  releaseWork(transaction, mark);
  if (failed && allOrNone) throw dmlException("ConvertLead", "Lead", rows);
  transaction.uncommittedWork = true;
  return results;
}

function convertLead(transaction: Transaction, conversion: LeadConversion): ConversionResult {
  const { store } = transaction.org;
  const lead = store.table("Lead").get(conversion.leadId);
  const error = lead === undefined ? dmlError("INVALID_ID_FIELD", "invalid lead id") : refusal(transaction, lead, conversion);
  if (lead === undefined || error !== null) {
    const errors = error === null ? [] : [error];
    return { leadId: conversion.leadId, accountId: null, contactId: null, opportunityId: null, errors };
  }
  const used = { ...transaction.limits.used };
  const accountId = conversion.accountId ?? insertOne(transaction, "Account", accountValues(lead, conversion));
  const contactId = conversion.contactId ?? insertOne(transaction, "Contact", contactValues(lead, conversion, accountId));
  const opportunityId = conversion.withoutOpportunity
    ? null
    : (conversion.opportunityId ?? insertOne(transaction, "Opportunity", opportunityValues(transaction, lead, conversion, accountId)));
  update(transaction, "Lead", { Id: conversion.leadId, Status: conversion.convertedStatus });
  // The conversion is one statement, whatever it writes.
  Object.assign(transaction.limits.used, used);
  markConverted(transaction, conversion.leadId, {
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
  });
  moveActivities(transaction, conversion.leadId, contactId);
  return { leadId: conversion.leadId, accountId, contactId, opportunityId, errors: [] };
}

function refusal({ org }: Transaction, lead: Row, { convertedStatus }: LeadConversion): DmlError | null {
  if (lead.get("IsConverted") === true) return dmlError("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
  const status = org.store.table("LeadStatus").lookup("ApiName", convertedStatus)[0];
  if (convertedStatus !== null && status?.get("IsConverted") === true) return null;
  return dmlError("INVALID_STATUS", `invalid convertedStatus: ${convertedStatus ?? "null"}`);
}

type Values = Readonly<Record<string, ApexValue>>;

function insertOne({ org }: Transaction, object: string, values: Values): string {
  const schema = org.schema.object(object) ?? unsupported(`object ${object}`);
  const record = new SObjectRecord(
    schema,
    Object.entries(values).filter(([, value]) => value !== null),
  );
  insertRecords([record], ALL);
  return record.id ?? "";
}

function update({ org }: Transaction, object: string, values: Values): void {
  const schema = org.schema.object(object) ?? unsupported(`object ${object}`);
  updateRecords([new SObjectRecord(schema, Object.entries(values))], ALL);
}

const of = (lead: Row, field: string): ApexValue => lead.get(field) ?? null;

function accountValues(lead: Row, { ownerId }: LeadConversion): Values {
  return {
    Name: of(lead, "Company"),
    Phone: of(lead, "Phone"),
    Website: of(lead, "Website"),
    Industry: of(lead, "Industry"),
    BillingStreet: of(lead, "Street"),
    BillingCity: of(lead, "City"),
    BillingState: of(lead, "State"),
    BillingPostalCode: of(lead, "PostalCode"),
    BillingCountry: of(lead, "Country"),
    OwnerId: ownerId ?? of(lead, "OwnerId"),
  };
}

function contactValues(lead: Row, { ownerId }: LeadConversion, accountId: string): Values {
  const same = ["FirstName", "LastName", "Salutation", "Email", "Phone", "MobilePhone", "Fax", "Title", "LeadSource", "Description"];
  return {
    ...Object.fromEntries(same.map((field) => [field, of(lead, field)])),
    AccountId: accountId,
    MailingStreet: of(lead, "Street"),
    MailingCity: of(lead, "City"),
    MailingState: of(lead, "State"),
    MailingPostalCode: of(lead, "PostalCode"),
    MailingCountry: of(lead, "Country"),
    OwnerId: ownerId ?? of(lead, "OwnerId"),
  };
}

function opportunityValues({ org }: Transaction, lead: Row, { ownerId, opportunityName }: LeadConversion, accountId: string): Values {
  const today = new ApexDate(localDay(org.clock.now(), org.settings.timeZone));
  const quarterEnd = ApexDate.of(today.year, Math.ceil(today.month / 3) * 3 + 1, 1);
  return {
    Name: opportunityName ?? of(lead, "Company"),
    AccountId: accountId,
    StageName: STAGE,
    CloseDate: new ApexDate(quarterEnd.days - 1),
    LeadSource: of(lead, "LeadSource"),
    OwnerId: ownerId ?? of(lead, "OwnerId"),
  };
}

/** Fields that only the conversion writes. */
function markConverted({ org }: Transaction, leadId: string, ids: Values): void {
  const lead = org.store.get(leadId);
  if (lead === undefined) return;
  const today = new ApexDate(localDay(org.clock.now(), org.settings.timeZone));
  org.store.update("Lead", new Map([...lead, ...Object.entries({ ...ids, IsConverted: true, ConvertedDate: today })]));
}

/** Tasks and events of the lead go on with the contact. */
function moveActivities({ org }: Transaction, leadId: string, contactId: string): void {
  for (const object of ["Task", "Event"]) {
    const table = org.store.table(object);
    if (table.size === 0) continue;
    for (const row of table.lookup("WhoId", leadId)) org.store.update(object, new Map([...row, ["WhoId", contactId]]));
  }
}
