import callAwaited from "@salesforce/label/c.Reason_Call_Awaited";
import inProgress from "@salesforce/label/c.Reason_In_Progress";
import ownerByEmail from "@salesforce/label/c.Reason_Owner_By_Email";
import ownerConnected from "@salesforce/label/c.Reason_Owner_Connected";
import ownerDefault from "@salesforce/label/c.Reason_Owner_Default";
import ownerFallback from "@salesforce/label/c.Reason_Owner_Fallback";
import ownerKept from "@salesforce/label/c.Reason_Owner_Kept";
import ownerMapped from "@salesforce/label/c.Reason_Owner_Mapped";
import partyChosen from "@salesforce/label/c.Reason_Party_Chosen";
import partyCreated from "@salesforce/label/c.Reason_Party_Created";
import partyMatched from "@salesforce/label/c.Reason_Party_Matched";
import partyMatchedField from "@salesforce/label/c.Reason_Party_Matched_Field";
import partyOwnNumber from "@salesforce/label/c.Reason_Party_Own_Number";
import partyRefused from "@salesforce/label/c.Reason_Party_Refused";
import partySeveral from "@salesforce/label/c.Reason_Party_Several";
import related from "@salesforce/label/c.Reason_Related";
import relatedCreated from "@salesforce/label/c.Reason_Related_Created";
import relatedNone from "@salesforce/label/c.Reason_Related_None";
import relatedRefused from "@salesforce/label/c.Reason_Related_Refused";
import relatedSeveral from "@salesforce/label/c.Reason_Related_Several";
import relatedUndecided from "@salesforce/label/c.Reason_Related_Undecided";
import withinHours from "@salesforce/label/c.Reason_Within_Hours";
import { wordReasons } from "./reasonWords";

/** Codes of the Apex class DecisionReason that explain what was done; what kept a call out of its place is worded by `wordReasons`. */
const EXPLANATIONS: ReadonlyMap<string, string> = new Map([
  ["CALL_AWAITED", callAwaited],
  ["IN_PROGRESS", inProgress],
  ["OWNER_BY_EMAIL", ownerByEmail],
  ["OWNER_CONNECTED", ownerConnected],
  ["OWNER_DEFAULT", ownerDefault],
  ["OWNER_FALLBACK", ownerFallback],
  ["OWNER_KEPT", ownerKept],
  ["OWNER_MAPPED", ownerMapped],
  ["PARTY_CHOSEN", partyChosen],
  ["PARTY_CREATED", partyCreated],
  ["PARTY_MATCHED", partyMatched],
  ["PARTY_OWN_NUMBER", partyOwnNumber],
  ["PARTY_REFUSED", partyRefused],
  ["PARTY_SEVERAL", partySeveral],
  ["RELATED", related],
  ["RELATED_CREATED", relatedCreated],
  ["RELATED_NONE", relatedNone],
  ["RELATED_REFUSED", relatedRefused],
  ["RELATED_SEVERAL", relatedSeveral],
  ["RELATED_UNDECIDED", relatedUndecided],
  ["WITHIN_HOURS", withinHours],
]);

/**
 * Each stored reason of a decision as a sentence, in the order of its weight.
 *
 * @param stored codes with arguments, as in `PARTY_MATCHED|Contact|1;OWNER_MAPPED`; a code without words stands for itself
 */
export function explainReasons(stored: string): readonly string[] {
  return stored
    .split(";")
    .filter((reason) => reason !== "")
    .map(explain);
}

function explain(reason: string): string {
  const [code = "", ...values] = reason.split("|");
  // The field is known only where the search said which one it was.
  const label = code === "PARTY_MATCHED" && (values[2] ?? "") !== "" ? partyMatchedField : EXPLANATIONS.get(code);
  if (label === undefined) return wordReasons(reason) || code;
  return label.replaceAll(/\{(\d)\}/g, (_place, index: string) => values[Number(index)] ?? "");
}
