import callCalling from "@salesforce/label/c.Call_Calling";
import callCompleted from "@salesforce/label/c.Call_Completed";
import callInCall from "@salesforce/label/c.Call_In_Call";
import callInbound from "@salesforce/label/c.Call_Inbound";
import callLost from "@salesforce/label/c.Call_Lost";
import callMissed from "@salesforce/label/c.Call_Missed";
import callOutbound from "@salesforce/label/c.Call_Outbound";
import callRefused from "@salesforce/label/c.Call_Refused";
import callRinging from "@salesforce/label/c.Call_Ringing";
import callUnanswered from "@salesforce/label/c.Call_Unanswered";
import callerAnonymous from "@salesforce/label/c.Caller_Anonymous";
import callerNone from "@salesforce/label/c.Caller_None";
import callerSearching from "@salesforce/label/c.Caller_Searching";
import callerUnavailable from "@salesforce/label/c.Caller_Unavailable";
import callerUndecided from "@salesforce/label/c.Caller_Undecided";
import dialAccepted from "@salesforce/label/c.Dial_Accepted";
import dialInCall from "@salesforce/label/c.Dial_In_Call";
import dialNoAnswer from "@salesforce/label/c.Dial_No_Answer";
import dialNotReady from "@salesforce/label/c.Dial_Not_Ready";
import dialPending from "@salesforce/label/c.Dial_Pending";
import dialRefused from "@salesforce/label/c.Dial_Refused";
import phoneAwaitingLogin from "@salesforce/label/c.Phone_Awaiting_Login";
import phoneBlocked from "@salesforce/label/c.Phone_Blocked";
import phoneElsewhere from "@salesforce/label/c.Phone_Elsewhere";
import phoneLoggedOut from "@salesforce/label/c.Phone_Logged_Out";
import phoneMisconfigured from "@salesforce/label/c.Phone_Misconfigured";
import phoneNoHost from "@salesforce/label/c.Phone_No_Host";
import phoneReady from "@salesforce/label/c.Phone_Ready";
import phoneStarting from "@salesforce/label/c.Phone_Starting";
import type { CallEnding, CallerSearch, PanelCall, PanelDial, PhoneStatus } from "../../adapter/panel-state.ts";

export { wordError } from "./errorWords";
export { explainReasons } from "./explanationWords";
export { recordIcon } from "./recordIcon";
export { wordReasons } from "./reasonWords";

const ENDINGS: Readonly<Record<CallEnding, string>> = {
  completed: callCompleted,
  missed: callMissed,
  refused: callRefused,
  unanswered: callUnanswered,
  lost: callLost,
};

const SEARCHES: Readonly<Record<CallerSearch, string>> = {
  anonymous: callerAnonymous,
  found: "",
  none: callerNone,
  searching: callerSearching,
  unavailable: callerUnavailable,
  undecided: callerUndecided,
};

const STATUSES: Readonly<Record<PhoneStatus, string>> = {
  awaitingLogin: phoneAwaitingLogin,
  blocked: phoneBlocked,
  elsewhere: phoneElsewhere,
  loggedOut: phoneLoggedOut,
  misconfigured: phoneMisconfigured,
  noHost: phoneNoHost,
  ready: phoneReady,
  starting: phoneStarting,
};

const DIALS: Readonly<Record<PanelDial["outcome"], string>> = {
  accepted: dialAccepted,
  inCall: dialInCall,
  noAnswer: dialNoAnswer,
  notReady: dialNotReady,
  pending: dialPending,
  refused: dialRefused,
};

/** A label with its places `{0}`, `{1}` filled in; a place without a value stays empty. */
export function fillIn(label: string, ...values: readonly string[]): string {
  return label.replaceAll(/\{(\d)\}/g, (_place, index: string) => values[Number(index)] ?? "");
}

/** How a call stands, in words. */
export function wordPhase(call: Pick<PanelCall, "direction" | "phase" | "ending">): string {
  if (call.phase === "inCall") return callInCall;
  if (call.phase === "ringing") return call.direction === "outbound" ? callCalling : callRinging;
  return ENDINGS[call.ending ?? "completed"];
}

export function wordDirection(call: Pick<PanelCall, "direction">): string {
  return call.direction === "outbound" ? callOutbound : callInbound;
}

/** What came of the search for the caller; empty when the records speak for themselves. */
export function wordSearch(search: CallerSearch): string {
  return SEARCHES[search];
}

export function wordStatus(status: PhoneStatus): string {
  return STATUSES[status];
}

export function wordDial(dial: PanelDial): string {
  return fillIn(DIALS[dial.outcome], dial.number);
}

/** What to call the other party: the chosen record's name, else the number, else that it is withheld. */
export function wordCaller(call: Pick<PanelCall, "matches" | "recordId" | "number">): string {
  return call.matches.find((match) => match.recordId === call.recordId)?.name ?? call.number ?? callerAnonymous;
}
