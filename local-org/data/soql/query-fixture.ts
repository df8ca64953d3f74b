/** A small org for the tests of queries. */
import { ApexDate, ApexDatetime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { memorySchema } from "../schema/memory-schema.ts";
import { Store } from "../store/store.ts";
import type { QueryApi } from "./prepare.ts";
import type { QueryContext } from "./query-context.ts";
import { prepareQueryText } from "./query-text.ts";
import { runQuery } from "./run-query.ts";

export const QUERY_SCHEMA = memorySchema([
  {
    name: "User",
    keyPrefix: "005",
    fields: ["Name string name", "FirstName string", "LastName string", "Email email", "ManagerId reference User Manager DirectReports"],
  },
  { name: "OpenActivity", keyPrefix: "z00", fields: ["Subject string", "AccountId reference Account Account OpenActivities"] },
  {
    name: "EntityDefinition",
    keyPrefix: "z01",
    fields: ["DurableId string", "QualifiedApiName string", "DeveloperName string", "IsLayoutable boolean"],
  },
  {
    name: "FieldDefinition",
    keyPrefix: "z02",
    fields: [
      "QualifiedApiName string",
      "EntityDefinitionId reference EntityDefinition EntityDefinition Fields",
      "Length int",
      "DataType string",
      "DeveloperName string",
      "IsCalculated boolean",
    ],
  },
  {
    name: "Rule__mdt",
    keyPrefix: "m00",
    kind: "customMetadata",
    fields: [
      "DeveloperName string",
      "Object__c reference EntityDefinition Object__r - byName",
      "Field__c reference FieldDefinition Field__r - byName",
    ],
  },
  { name: "Group", keyPrefix: "00G", fields: ["Name string name"] },
  {
    name: "Account",
    keyPrefix: "001",
    fields: [
      "Name string name",
      "Industry picklist values=Media;Banking;Energy",
      "AnnualRevenue currency",
      "NumberOfEmployees int",
      "Description textarea long",
      "Skills__c multipicklist values=A;B;C",
      "Code__c string unique caseSensitive externalId",
      "Active__c boolean",
      "Score__c double formula=REGEX(Name,'x')",
      "Size__c string formula=IF(NumberOfEmployees>100,'large',IF(NumberOfEmployees>0,'small','none'))",
      "Parent_Size__c string formula=Parent.Name&'/'&Parent.Size__c",
      "Doubled__c currency formula=AnnualRevenue*2",
      "Won__c double scale=0 summary=count:Opportunity.AccountId filter=StageName:equals:Won,Paid",
      "Total__c currency summary=sum:Opportunity.AccountId:Amount",
      "Last__c date summary=max:Opportunity.AccountId:CloseDate",
      "Odd__c double summary=odd",
      "Large__c boolean formula=Total__c>100",
      "Mine__c boolean formula=OwnerId=$User.Id",
      "Age__c double scale=0 formula=TODAY()-DATEVALUE(CreatedDate)",
      "BillingAddress address",
      "BillingCity string of=BillingAddress",
      "BillingPostalCode string of=BillingAddress",
      "Place__c location",
      "Place__Latitude__s double of=Place__c",
      "Place__Longitude__s double of=Place__c",
      "ParentId reference Account Parent ChildAccounts",
      "OwnerId reference User Owner -",
    ],
  },
  {
    name: "Contact",
    keyPrefix: "003",
    fields: [
      "Name string name",
      "FirstName string",
      "LastName string",
      "Email email",
      "Phone phone",
      "Birthdate date",
      "AccountId reference Account Account Contacts",
      "OwnerId reference User Owner -",
    ],
  },
  { name: "Lead", keyPrefix: "00Q", fields: ["Name string name", "FirstName string", "Company string"] },
  {
    name: "Opportunity",
    keyPrefix: "006",
    fields: [
      "Name string name",
      "Amount currency",
      "StageName picklist",
      "CloseDate date",
      "AccountId reference Account Account Opportunities",
    ],
  },
  {
    name: "Case",
    keyPrefix: "500",
    fields: [
      "CaseNumber string name",
      "Subject string",
      "OwnerId reference Group|User Owner -",
      "ContactId reference Contact Contact Cases",
    ],
  },
  {
    name: "Task",
    keyPrefix: "00T",
    fields: [
      "Subject string name",
      "Status picklist values=Open;Completed",
      "WhoId reference Contact|Lead Who Tasks",
      "WhatId reference Account|Opportunity|Case What Tasks",
      "OwnerId reference Group|User Owner -",
      "ActivityDate date",
    ],
  },
]);

/** 14 May 2026, 03:00 in London, still 13 May in San Francisco. */
export const NOW = Date.UTC(2026, 4, 14, 2);

export interface Meter {
  queries: number;
  children: number;
  rows: number;
  locked: string[];
}

export interface QueryFixture {
  readonly store: Store;
  readonly meter: Meter;
  readonly context: QueryContext;
  /** Inserts a row and gives its id. */
  add(object: string, fields: Readonly<Record<string, ApexValue>>): string;
  run(text: string, ...binds: ApexValue[]): SObjectRecord[] | number;
  rows(text: string, ...binds: ApexValue[]): SObjectRecord[];
  /** One column of the result. */
  column(text: string, ...binds: ApexValue[]): ApexValue[];
}

export function queryFixture(
  options: { readonly userId?: string; readonly timeZone?: string; readonly api?: QueryApi } = {},
): QueryFixture {
  const store = new Store(QUERY_SCHEMA);
  const meter: Meter = { queries: 0, children: 0, rows: 0, locked: [] };
  const context: QueryContext = {
    store,
    userId: options.userId ?? "",
    timeZone: options.timeZone ?? "Europe/London",
    locale: "en-US",
    now: NOW,
    calendar: { firstDayOfWeek: 0, fiscalYearStartMonth: 1 },
    meter: {
      query: (children) => {
        meter.queries += 1;
        meter.children += children;
      },
      rows: (count) => (meter.rows += count),
      locked: (_object, ids) => meter.locked.push(...ids),
    },
  };
  const run = (text: string, ...binds: ApexValue[]): SObjectRecord[] | number =>
    runQuery(prepareQueryText(text, QUERY_SCHEMA, options.api ?? "apex"), binds, context);
  const rows = (text: string, ...binds: ApexValue[]): SObjectRecord[] => {
    const result = run(text, ...binds);
    if (typeof result === "number") throw new Error("the query gives a number");
    return result;
  };
  return {
    store,
    meter,
    context,
    run,
    rows,
    column: (text, ...binds) => rows(text, ...binds).map((record) => record.values.values().next().value ?? null),
    add: (object, fields) => {
      const id = store.newId(object);
      store.insert(object, new Map<string, ApexValue>([["Id", id], ...Object.entries(fields)]));
      return id;
    },
  };
}

export function decimal(text: string): Decimal {
  return Decimal.parse(text) ?? Decimal.ZERO;
}

/** `2026-01-31`. */
export function date(text: string): ApexDate {
  return new ApexDate(Date.parse(text) / 86_400_000);
}

/** `2026-01-31T10:00:00Z`. */
export function datetime(text: string): ApexDatetime {
  return new ApexDatetime(Date.parse(text));
}
