import answered from "@salesforce/label/c.Timeline_Answered";
import archived from "@salesforce/label/c.Timeline_Archived";
import assigned from "@salesforce/label/c.Timeline_Assigned";
import declined from "@salesforce/label/c.Timeline_Declined";
import ended from "@salesforce/label/c.Timeline_Ended";
import hold from "@salesforce/label/c.Timeline_Hold";
import inbound from "@salesforce/label/c.Timeline_Inbound";
import message from "@salesforce/label/c.Timeline_Message";
import missed from "@salesforce/label/c.Timeline_Missed";
import outbound from "@salesforce/label/c.Timeline_Outbound";
import ringing from "@salesforce/label/c.Timeline_Ringing";
import tagged from "@salesforce/label/c.Timeline_Tagged";
import transferFailed from "@salesforce/label/c.Timeline_Transfer_Failed";
import transferred from "@salesforce/label/c.Timeline_Transferred";
import unhold from "@salesforce/label/c.Timeline_Unhold";
import voicemail from "@salesforce/label/c.Timeline_Voicemail";
import { fillIn } from "c/callWords";
import type { LogView } from "c/logView";

/** One moment of an interaction. */
export interface TimelineEntry {
  readonly key: string;
  /** UNIX milliseconds. */
  readonly at: number;
  readonly text: string;
  readonly icon: string;
}

/** Words and icon of the moments that only events tell of. */
const MOMENTS: ReadonlyMap<string, readonly [label: string, icon: string]> = new Map([
  ["call.ringing_on_agent", [ringing, "utility:call"]],
  ["call.agent_declined", [declined, "utility:end_call"]],
  ["call.hold", [hold, "utility:pause"]],
  ["call.unhold", [unhold, "utility:play"]],
  ["call.transferred", [transferred, "utility:change_owner"]],
  ["call.external_transferred", [transferred, "utility:change_owner"]],
  ["call.unsuccessful_transfer", [transferFailed, "utility:warning"]],
  ["call.voicemail_left", [voicemail, "utility:voicemail_drop"]],
  ["call.assigned", [assigned, "utility:user"]],
  ["call.tagged", [tagged, "utility:tag"]],
  ["call.untagged", [tagged, "utility:tag"]],
  ["call.archived", [archived, "utility:archive"]],
]);

/** What happened in an interaction, oldest first; empty when nothing is known. */
export function timelineEntries(log: LogView): readonly TimelineEntry[] {
  const isCall = log.fields.get("Type__c") === "Call";
  const isInbound = log.fields.get("Direction__c") === "Inbound";
  const isAnswered = log.fields.has("Answered_At__c");
  const start = isCall ? (isInbound ? inbound : outbound) : message;
  const hasTaker = isAnswered || log.fields.has("Virtual_Agent_Outcome__c");
  const entries = [
    ...timed(log, "Started_At__c", start, isInbound ? "utility:incoming_call" : "utility:outbound_call"),
    ...timed(log, "Answered_At__c", answered, "utility:call"),
    ...moments(log.fields.get("Phases__c") ?? "[]"),
    ...timed(log, "Ended_At__c", hasTaker ? ended : missed, "utility:end_call"),
  ];
  // Sorting keeps the order of what happened in one second.
  return entries.sort((left, right) => left.at - right.at);
}

function timed(log: LogView, field: string, text: string, icon: string): TimelineEntry[] {
  const at = Date.parse(log.fields.get(field) ?? "");
  return Number.isNaN(at) ? [] : [{ key: field, at, text, icon }];
}

function moments(json: string): TimelineEntry[] {
  return parseList(json).flatMap((moment, index) => {
    if (typeof moment !== "object" || moment === null || !("event" in moment) || !("at" in moment)) return [];
    const words = MOMENTS.get(String(moment.event));
    if (words === undefined || typeof moment.at !== "number") return [];
    const who = "who" in moment && typeof moment.who === "string" ? moment.who : "";
    return [{ key: String(index), at: moment.at * 1000, text: fillIn(words[0], who), icon: words[1] }];
  });
}

function parseList(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
