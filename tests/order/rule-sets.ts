/** Settings under which the stories are played. */
import type { ApexValue } from "../../local-org/apex/runtime/values.ts";

export interface RuleSet {
  readonly name: string;
  /** Fields of `Aircall_Settings__c`. */
  readonly settings: Readonly<Record<string, ApexValue>>;
  /** Part of the orders that are played, 0 to 1. */
  readonly share: number;
}

const NOTHING = "Do nothing";

export const RULE_SETS: readonly RuleSet[] = [
  { name: "defaults", settings: {}, share: 1 },
  { name: "missed calls are not logged", settings: { Workflow_Missed__c: NOTHING }, share: 0.06 },
  {
    name: "answered calls are not logged",
    settings: { Workflow_Inbound_Answered__c: NOTHING, Workflow_Outbound_Answered__c: NOTHING },
    share: 0.06,
  },
  { name: "voicemails are not logged", settings: { Workflow_Voicemail__c: NOTHING }, share: 0.06 },
  { name: "not outside hours", settings: { Log_Outside_Hours__c: false }, share: 0.06 },
  { name: "log only, no messages", settings: { Logging_Target__c: "Log only", Log_Messages__c: false }, share: 0.05 },
  {
    name: "contacts and cases are made",
    settings: { Unknown_Numbers__c: "Contact", Relate_To__c: "Case", Create_Case__c: true },
    share: 0.1,
  },
  {
    name: "leads are made",
    settings: { Unknown_Numbers__c: "Lead", Voicemail_To__c: "Field", Recording_To__c: "Description" },
    share: 0.06,
  },
];
