/** A record that may be the caller, in the order in which the server would choose. */
export interface CallerMatch {
  readonly recordId: string;
  readonly name: string;
  readonly objectApiName: string;
  /** Singular label of the object in the agent's language. */
  readonly objectLabel: string;
  /** One more fact to tell two of one name apart, such as the account; empty when there is none. */
  readonly detail: string;
}

/**
 * How the phone stands.
 * `starting`: loading. `awaitingLogin`: it has said nothing yet, which is how a log-in page and an unreachable one both look.
 * `blocked`: the browser refused to show it. `misconfigured`: its address is not usable. `elsewhere`: another tab has it.
 * `noHost`: the page is not inside a softphone.
 */
export type PhoneStatus = "starting" | "awaitingLogin" | "ready" | "loggedOut" | "blocked" | "misconfigured" | "elsewhere" | "noHost";

/** What the phone said to a number it was asked to dial. `accepted` is not ringing: the agent may have to press the call button. */
export type DialOutcome = "accepted" | "inCall" | "notReady" | "noAnswer" | "refused";

/** A number on its way into the phone, until the call starts. */
export interface PanelDial {
  readonly number: string;
  readonly outcome: DialOutcome | "pending";
}

export type CallDirection = "inbound" | "outbound";
export type CallPhase = "ringing" | "inCall" | "ended";

/** Why a call ended, as far as this phone knows: a missed one may have been answered by a colleague. `lost`: the phone went away. */
export type CallEnding = "completed" | "missed" | "refused" | "unanswered" | "lost";

/** How far the search for the caller is. `unavailable`: neither the server nor the host could search. `anonymous`: there is no number. */
export type CallerSearch = "searching" | "found" | "none" | "undecided" | "unavailable" | "anonymous";

/** One call as the panel shows it. Times are milliseconds since 1970. */
export interface PanelCall {
  readonly callId: string;
  readonly direction: CallDirection | null;
  readonly phase: CallPhase;
  readonly ending: CallEnding | null;
  /** The other party, E.164; null when withheld or not known. */
  readonly number: string | null;
  /** Our own Aircall number, E.164. */
  readonly line: string | null;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly search: CallerSearch;
  readonly matches: readonly CallerMatch[];
  /** The record that was opened, or clicked to dial; the call is shown under its name. */
  readonly recordId: string | null;
  /** The agent chose that record, so the call is logged on it: its number was clicked to dial, or it was picked in the panel. */
  readonly isChosen?: boolean;
}

/** Everything that the panel shows of the phone. */
export interface PanelState {
  readonly status: PhoneStatus;
  readonly dial: PanelDial | null;
  /** Newest first. */
  readonly calls: readonly PanelCall[];
}

/** What the agent does in the panel and the page has to carry out. */
export type PanelAction =
  | { readonly type: "openRecord"; readonly recordId: string }
  | { readonly type: "chooseMatch"; readonly callId: string; readonly recordId: string }
  | { readonly type: "searchNumber"; readonly number: string }
  | { readonly type: "dismissDial" }
  | { readonly type: "usePhoneHere" }
  | { readonly type: "logChanged" };

/** Handed to the page by the panel when it appears. */
export interface PanelConnection {
  readonly receive: (state: PanelState) => void;
}
