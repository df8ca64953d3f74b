import type { FindCallers } from "./caller-lookup.ts";
import type { DialRequest } from "./host-port.ts";
import type { CallerMatch, DialOutcome, PanelDial } from "./panel-state.ts";

/** A click is forgotten when no call has come of it after this long. */
const WAIT_FOR_CALL_MS = 60_000;

export interface ClickToDialOptions {
  readonly dial: (number: string) => Promise<DialOutcome>;
  readonly findCallers: FindCallers;
  /** Told after each change of `pending`. */
  readonly onChange: () => void;
}

/** What came of a click: the record that was clicked first, then other records of the same number. */
export interface DialledCall {
  readonly recordId: string | null;
  readonly matches: readonly CallerMatch[];
  /** The record was clicked, and calls can be logged on its kind. */
  readonly isChosen: boolean;
}

/** What a call can be logged on; the server refuses others. */
const LOGGED_ON: ReadonlySet<string> = new Set(["Contact", "Lead", "Account", "Case", "Opportunity"]);

/** Hands clicked numbers to the phone and knows, when the call starts, which record was clicked. */
export class ClickToDial {
  readonly #options: ClickToDialOptions;
  #pending: PanelDial | null = null;
  #request: { readonly digits: string; readonly clicked: DialRequest; matches: readonly CallerMatch[] } | null = null;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ClickToDialOptions) {
    this.#options = options;
  }

  /** The number on its way into the phone; null when there is none. */
  get pending(): PanelDial | null {
    return this.#pending;
  }

  /** Whether the phone has a number that may still become a call. */
  get isUnderway(): boolean {
    return this.#pending?.outcome === "pending" || this.#pending?.outcome === "accepted";
  }

  /** Asks the phone to dial; what it answers is in `pending`. Never rejects. */
  async handle(clicked: DialRequest): Promise<void> {
    this.#set({ number: clicked.number, outcome: "pending" });
    const { number, matches } = await this.#resolve(clicked.number);
    this.#request = { digits: digitsOf(number), clicked, matches };
    const outcome = await this.#options.dial(number);
    // The call may have started before the phone answered.
    if (this.#pending === null) return;
    this.#set({ number, outcome });
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(this.#forget, WAIT_FOR_CALL_MS);
  }

  /** Called when an outgoing call starts: gives what was clicked, null when this number was not. Also ends the wait. */
  handleOutgoing(number: string | null): DialledCall | null {
    const request = this.#request;
    this.#forget();
    if (request === null || number === null || !isSameNumber(request.digits, digitsOf(number))) return null;
    const { clicked, matches } = request;
    if (clicked.recordId === null) return { recordId: matches[0]?.recordId ?? null, matches, isChosen: false };
    const own = matches.find((match) => isSameRecord(match.recordId, clicked.recordId)) ?? toMatch(clicked, clicked.recordId);
    const others = matches.filter((match) => match !== own);
    return { recordId: own.recordId, matches: [own, ...others], isChosen: LOGGED_ON.has(own.objectApiName) };
  }

  /** Takes the message about the last click away. */
  dismiss(): void {
    this.#forget();
  }

  /** The phone wants E.164; the server knows the country of a number without one, and who is behind it. */
  async #resolve(text: string): Promise<{ number: string; matches: readonly CallerMatch[] }> {
    const plain = withoutFormatting(text);
    try {
      const found = await this.#options.findCallers(text);
      return { number: found.number.startsWith("+") ? found.number : plain, matches: found.matches };
    } catch {
      return { number: plain, matches: [] };
    }
  }

  #set(pending: PanelDial | null): void {
    this.#pending = pending;
    this.#options.onChange();
  }

  readonly #forget = (): void => {
    clearTimeout(this.#expiry);
    this.#request = null;
    if (this.#pending !== null) this.#set(null);
  };
}

/** Digits and a leading plus. An extension, which no phone network takes, and a national zero in brackets are left out. */
function withoutFormatting(text: string): string {
  const main = text.replace(/\s*(?:ext\.?|x|#|;).*$/i, "").trim();
  return main.startsWith("+") ? `+${digitsOf(main.replace("(0)", ""))}` : digitsOf(main);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/** The phone may give a national number back with its country. */
function isSameNumber(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 5 && long.endsWith(short.replace(/^0+/, ""));
}

/** Ids of 15 and 18 characters name the same record by the first 15. */
function isSameRecord(one: string, other: string | null): boolean {
  return other !== null && one.slice(0, 15) === other.slice(0, 15);
}

function toMatch(clicked: DialRequest, recordId: string): CallerMatch {
  const objectApiName = clicked.objectApiName ?? "";
  return { recordId, name: clicked.recordName ?? clicked.number, objectApiName, objectLabel: objectApiName, detail: "" };
}
