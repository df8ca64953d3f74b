import erased from "@salesforce/label/c.Reason_Erased";
import integrationOff from "@salesforce/label/c.Reason_Integration_Off";
import limitExceeded from "@salesforce/label/c.Reason_Limit_Exceeded";
import logOnly from "@salesforce/label/c.Reason_Log_Only";
import logRefused from "@salesforce/label/c.Reason_Log_Refused";
import messagesOff from "@salesforce/label/c.Reason_Messages_Off";
import numberMissing from "@salesforce/label/c.Reason_Number_Missing";
import numberNotConnected from "@salesforce/label/c.Reason_Number_Not_Connected";
import numberUnknown from "@salesforce/label/c.Reason_Number_Unknown";
import outsideHours from "@salesforce/label/c.Reason_Outside_Hours";
import partyAnonymous from "@salesforce/label/c.Reason_Party_Anonymous";
import partyGroup from "@salesforce/label/c.Reason_Party_Group";
import partyNotFound from "@salesforce/label/c.Reason_Party_Not_Found";
import partyUndecided from "@salesforce/label/c.Reason_Party_Undecided";
import pipelineFailed from "@salesforce/label/c.Reason_Pipeline_Failed";
import rowLocked from "@salesforce/label/c.Reason_Row_Locked";
import taskRefused from "@salesforce/label/c.Reason_Task_Refused";
import workflowDoNothing from "@salesforce/label/c.Reason_Workflow_Do_Nothing";

/** Codes of the Apex class DecisionReason that explain why a call is not where the agent looks for it. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["ERASED", erased],
  ["INTEGRATION_OFF", integrationOff],
  ["LIMIT_EXCEEDED", limitExceeded],
  ["LOG_ONLY", logOnly],
  ["LOG_REFUSED", logRefused],
  ["MESSAGES_OFF", messagesOff],
  ["NUMBER_MISSING", numberMissing],
  ["NUMBER_NOT_CONNECTED", numberNotConnected],
  ["NUMBER_UNKNOWN", numberUnknown],
  ["OUTSIDE_HOURS", outsideHours],
  ["PARTY_ANONYMOUS", partyAnonymous],
  ["PARTY_GROUP", partyGroup],
  ["PARTY_NOT_FOUND", partyNotFound],
  ["PARTY_UNDECIDED", partyUndecided],
  ["PIPELINE_FAILED", pipelineFailed],
  ["ROW_LOCKED", rowLocked],
  ["TASK_REFUSED", taskRefused],
  ["WORKFLOW_DO_NOTHING", workflowDoNothing],
]);

/**
 * The stored reasons of a decision in words.
 *
 * @param stored codes with arguments, as in `NUMBER_NOT_CONNECTED|UK Support;OWNER_MAPPED`; codes that say nothing to an agent are left out
 */
export function wordReasons(stored: string): string {
  const words = stored.split(";").flatMap((reason) => {
    const [code = "", ...values] = reason.split("|");
    const label = REASONS.get(code);
    return label === undefined ? [] : [label.replaceAll(/\{(\d)\}/g, (_place, index: string) => values[Number(index)] ?? "")];
  });
  return words.join(" ");
}
