/** A small org over a schema written in a few lines, with triggers written in TypeScript, for unit tests. */
import { memorySchema, type ObjectDraft } from "../data/schema/memory-schema.ts";
import { Store } from "../data/store/store.ts";
import { currentTransaction, type RunningUser, type Transaction } from "./context.ts";
import { Org, type OrgSettings } from "./org.ts";
import { EMPTY_PROGRAM, type TriggerEvent } from "./program.ts";
import { runTransaction, type TransactionOptions } from "./run-transaction.ts";
import type { TriggerContext } from "./trigger-context.ts";

export interface MemoryTrigger {
  readonly name?: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly run: (context: TriggerContext) => void;
}

const NAME_PARTS = ["Name string readOnly", "FirstName string length=40", "LastName string required length=80"];
const OWNER = "OwnerId reference User Owner -";

const EVENT_FIELDS = [
  "ReplayId string readOnly",
  "EventUuid string readOnly",
  "CreatedById reference User CreatedBy - readOnly",
  "Text__c string required",
];

/** Jobs, and a platform event of either publish behavior. */
const ASYNC_OBJECTS: readonly ObjectDraft[] = [
  {
    name: "AsyncApexJob",
    keyPrefix: "707",
    fields: [
      "JobType picklist",
      "Status picklist",
      "MethodName string",
      "ExtendedStatus string",
      "NumberOfErrors int",
      "JobItemsProcessed int",
      "TotalJobItems int",
    ],
  },
  {
    name: "CronTrigger",
    keyPrefix: "08e",
    fields: [
      "CronJobDetailId reference CronJobDetail CronJobDetail -",
      "CronExpression string",
      "State string",
      "TimesTriggered int",
      "NextFireTime datetime",
      "PreviousFireTime datetime",
    ],
  },
  { name: "CronJobDetail", keyPrefix: "08a", fields: ["Name string", "JobType string"] },
  { name: "Ping__e", keyPrefix: "e00", kind: "platformEvent", publishBehavior: "PublishAfterCommit", fields: EVENT_FIELDS },
  { name: "Now__e", keyPrefix: "e01", kind: "platformEvent", publishBehavior: "PublishImmediately", fields: EVENT_FIELDS },
];

/** User, Account, Contact, Lead, Task as far as unit tests need them. */
export const SMALL_OBJECTS: readonly ObjectDraft[] = [
  ...ASYNC_OBJECTS,
  {
    name: "User",
    keyPrefix: "005",
    isSetupObject: true,
    fields: [
      ...NAME_PARTS,
      "Username string required",
      "IsActive boolean",
      "UserRoleId string",
      "UserType string",
      "TimeZoneSidKey string",
      "LocaleSidKey string",
    ],
  },
  {
    name: "Account",
    keyPrefix: "001",
    fields: [
      "Name string name required",
      OWNER,
      "Phone phone length=40",
      "Rating picklist values=Hot;Cold restricted",
      "AnnualRevenue currency scale=0",
      "Key__c string unique externalId length=20",
      "Size__c double scale=1",
      'Source__c string default="web"',
      "Due__c date default=TODAY()+7",
      "MasterRecordId reference Account MasterRecord - readOnly",
    ],
  },
  {
    name: "Contact",
    keyPrefix: "003",
    fields: [...NAME_PARTS, OWNER, "AccountId reference Account Account Contacts cascade", "Email email length=80", "Birthdate date"],
  },
  { name: "PermissionSet", keyPrefix: "0PS", isSetupObject: true, fields: ["Name string", "ProfileId string"] },
  { name: "PermissionSetAssignment", keyPrefix: "0Pa", isSetupObject: true, fields: ["AssigneeId string", "PermissionSetId string"] },
  { name: "SetupEntityAccess", keyPrefix: "0J0", isSetupObject: true, fields: ["ParentId string", "SetupEntityId string"] },
  { name: "Lead", keyPrefix: "00Q", fields: [...NAME_PARTS, OWNER, "Company string required"] },
  {
    name: "Task",
    keyPrefix: "00T",
    fields: [
      OWNER,
      "Subject string",
      "WhoId reference Contact|Lead Who -",
      "WhatId reference Account What Tasks cascade",
      "AccountId reference Account Account - readOnly",
      "Status picklist default=Open",
      "Priority picklist",
      "TaskSubtype picklist createOnly",
      "IsClosed boolean readOnly",
      "IsHighPriority boolean readOnly",
      "CompletedDateTime datetime readOnly",
    ],
  },
  {
    name: "Log__c",
    keyPrefix: "a00",
    fields: ["Name string name auto=LOG-{0000}", OWNER, "Account__c reference Account Account__r Logs__r", "At__c datetime"],
  },
];

/** The org with one user; `triggers` are its program. */
export function memoryOrg(triggers: readonly MemoryTrigger[] = [], drafts = SMALL_OBJECTS, settings: Partial<OrgSettings> = {}): Org {
  const schema = memorySchema(drafts);
  const store = new Store(schema);
  const org = new Org(schema, store, { timeZone: "UTC", ...settings });
  const users = ["admin", "auto", "guest"].map((name) => {
    const id = store.newId("User");
    store.insert(
      "User",
      new Map([
        ["Id", id],
        ["Username", `${name}@example.com`],
        ["LastName", name],
        ["Name", name],
      ]),
    );
    return id;
  });
  const user = (at: number, kind: RunningUser["kind"]): RunningUser => ({ id: users[at] ?? "", kind });
  org.setUsers({ administrator: user(0, "standard"), automatedProcess: user(1, "automatedProcess"), guest: user(2, "guest") });
  org.program = {
    ...EMPTY_PROGRAM,
    triggersOn: (object) =>
      triggers
        .filter((trigger) => trigger.object === object)
        .map(({ name = `${object}Trigger`, events, run }) => ({
          name,
          object,
          events,
          run: () => {
            const { trigger } = currentTransaction();
            if (trigger !== null) run(trigger);
          },
        })),
  };
  return org;
}

/** Runs a body as a transaction of the administrator. */
export function transact<T>(org: Org, body: (transaction: Transaction) => T, options: Partial<TransactionOptions> = {}): T {
  return runTransaction(org, { user: org.users.administrator, kind: "ANONYMOUS", label: "test", ...options }, body);
}
