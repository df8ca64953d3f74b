import { applySignal, expireRinging, isBusy, NO_CALLS } from "./call-session.ts";
import type { Call, CallSession } from "./call-session.ts";
import type { FindCallers } from "./caller-lookup.ts";
import { ClickToDial } from "./click-to-dial.ts";
import { HintSender } from "./hint.ts";
import type { DialRequest, HostPort } from "./host-port.ts";
import { ItemDisplay } from "./item-display.ts";
import type { ItemTexts } from "./item-display.ts";
import type { DialOutcome, PanelAction, PanelCall, PanelState, PhoneStatus } from "./panel-state.ts";
import type { PhoneSignal } from "./phone-signal.ts";
import type { Invoke } from "./remoting.ts";
import { ScreenPop } from "./screen-pop.ts";
import type { CallerFound } from "./screen-pop.ts";

/** Calls that are over and still shown. */
const SHOWN_AFTER_END = 3;

/** How often calls are looked at that may have ended without a word. */
const EXPIRY_CHECK_MS = 60_000;

const SEARCHING: CallerFound = { search: "searching", matches: [], recordId: null };

export interface SoftphoneOptions {
  readonly host: HostPort;
  readonly findCallers: FindCallers;
  readonly invoke: Invoke;
  readonly dial: (number: string) => Promise<DialOutcome>;
  /** Asks for the phone of another tab. */
  readonly claim: () => void;
  /** Shows the state; called after every change. */
  readonly show: (state: PanelState) => void;
  readonly texts: ItemTexts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What happens in the host, on the server and in the panel when something happens on the phone. */
export class Softphone {
  readonly #options: SoftphoneOptions;
  readonly #screenPop: ScreenPop;
  readonly #clickToDial: ClickToDial;
  readonly #hints: HintSender;
  readonly #item: ItemDisplay;
  readonly #found = new Map<string, CallerFound>();
  #session: CallSession = NO_CALLS;
  #status: PhoneStatus = "starting";
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SoftphoneOptions) {
    this.#options = options;
    this.#screenPop = new ScreenPop(options.host, options.findCallers);
    this.#hints = new HintSender(options.invoke);
    this.#item = new ItemDisplay(options.host, options.texts);
    this.#clickToDial = new ClickToDial({ dial: options.dial, findCallers: options.findCallers, onChange: this.#show });
  }

  /** Whether a call is on or a number waits in the phone, which keeps the phone in this tab. */
  get isBusy(): boolean {
    return isBusy(this.#session) || this.#clickToDial.isUnderway;
  }

  /** Something was heard from the phone. */
  handleSignal(signal: PhoneSignal): void {
    const now = this.#options.now();
    this.#session = applySignal(this.#session, signal, now);
    if (signal.kind === "phoneLost") this.#clickToDial.dismiss();
    const call = signal.kind === "phoneLost" ? undefined : this.#session.find(({ callId }) => callId === signal.callId);
    // The search for the caller goes out before anything else: somebody is waiting.
    if (call !== undefined && signal.kind === "incoming") this.#find(call, this.#screenPop.handleRing(call.callId, call.number), true);
    if (call !== undefined && signal.kind === "outgoing") this.#findDialled(call);
    if (call !== undefined) this.#hints.tell(call, now);
    this.#show();
    this.#scheduleExpiry();
  }

  handleStatus(status: PhoneStatus): void {
    this.#status = status;
    const { host } = this.#options;
    // A click in a tab without the phone fetches it.
    const canDial = status === "ready" || status === "elsewhere";
    ignore(canDial ? host.enableClickToDial() : host.disableClickToDial());
    this.#show();
  }

  /** A number was clicked in this tab. */
  handleDialRequest(request: DialRequest): void {
    ignore(this.#options.host.setPanelVisibility(true));
    void this.#clickToDial.handle(request);
  }

  handleAction(action: PanelAction): void {
    const { host } = this.#options;
    switch (action.type) {
      case "openRecord":
        ignore(host.screenPop(action.recordId));
        break;
      case "chooseMatch":
        this.#choose(action.callId, action.recordId);
        break;
      case "searchNumber":
        ignore(host.showSearch(action.number));
        break;
      case "dismissDial":
        this.#clickToDial.dismiss();
        break;
      case "usePhoneHere":
        this.#options.claim();
        break;
      case "logChanged":
        ignore(host.refreshView());
        break;
    }
  }

  #find(call: Call, found: Promise<CallerFound | null>, isInbound: boolean): void {
    if (!this.#found.has(call.callId)) this.#found.set(call.callId, SEARCHING);
    void found.then((result) => {
      if (result === null) return;
      this.#found.set(call.callId, result);
      this.#show();
    });
    if (isInbound && call.phase === "ringing") ignore(this.#options.host.setPanelVisibility(true));
  }

  /** An outbound call opens nothing: the agent knows whom they call. The panel offers the record. */
  #findDialled(call: Call): void {
    if (this.#found.has(call.callId)) return;
    const dialled = this.#clickToDial.handleOutgoing(call.number);
    if (dialled !== null && dialled.matches.length > 0) {
      this.#found.set(call.callId, { search: "found", ...dialled });
      return;
    }
    this.#find(call, this.#search(call.number), false);
  }

  async #search(number: string | null): Promise<CallerFound> {
    if (number === null) return { search: "anonymous", matches: [], recordId: null };
    try {
      const { matches, isUndecided } = await this.#options.findCallers(number);
      const search = matches.length > 0 ? "found" : isUndecided ? "undecided" : "none";
      return { search, matches, recordId: isUndecided ? null : (matches[0]?.recordId ?? null) };
    } catch {
      return { search: "unavailable", matches: [], recordId: null };
    }
  }

  #choose(callId: string, recordId: string): void {
    const found = this.#found.get(callId);
    if (found !== undefined) this.#found.set(callId, { ...found, recordId, isChosen: true });
    ignore(this.#options.host.screenPop(recordId));
    this.#show();
  }

  readonly #show = (): void => {
    const calls = this.#panelCalls();
    this.#item.show(calls);
    this.#options.show({ status: this.#status, dial: this.#clickToDial.pending, calls });
  };

  #panelCalls(): PanelCall[] {
    // A call of which only the end was heard says nothing to anybody.
    const known = this.#session.filter((call) => call.direction !== null && (call.number !== null || this.#found.has(call.callId)));
    const newestFirst = known.toReversed();
    const over = newestFirst.filter((call) => call.phase === "ended").slice(0, SHOWN_AFTER_END);
    return newestFirst
      .filter((call) => call.phase !== "ended" || over.includes(call))
      .map(({ facts: _facts, round: _round, ...call }) => ({ ...call, ...(this.#found.get(call.callId) ?? SEARCHING) }));
  }

  #scheduleExpiry(): void {
    clearTimeout(this.#expiry);
    if (!isBusy(this.#session)) return;
    this.#expiry = setTimeout(() => {
      this.#session = expireRinging(this.#session, this.#options.now());
      this.#show();
      this.#scheduleExpiry();
    }, EXPIRY_CHECK_MS);
  }
}

/** For wishes whose refusal changes nothing about the call. */
function ignore(wish: Promise<unknown>): void {
  wish.catch(() => undefined);
}
