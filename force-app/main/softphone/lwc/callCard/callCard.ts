import { LightningElement, api } from "lwc";
import open from "@salesforce/label/c.Caller_Open";
import others from "@salesforce/label/c.Caller_Others";
import possible from "@salesforce/label/c.Caller_Possible";
import search from "@salesforce/label/c.Caller_Search";
import dismiss from "@salesforce/label/c.Dial_Dismiss";
import { fillIn, recordIcon, wordCaller, wordDirection, wordPhase, wordSearch } from "c/callWords";
import type { CallerMatch, PanelAction, PanelCall } from "../../adapter/panel-state.ts";

/** The part of c-call-log that this component calls. */
interface CallLogElement extends HTMLElement {
  refresh(): void;
}

/** One call. What the agent does comes out as `panelaction`, as the page understands it, and `dismiss` with `{callId}`. */
export default class CallCard extends LightningElement {
  @api call!: PanelCall;

  readonly labels = { search, dismiss };
  chosenInPanel: string | null = null;

  get cardClass(): string {
    return `card card_${this.call.phase === "inCall" ? "in-call" : this.call.phase}`;
  }

  get chosen(): CallerMatch | undefined {
    return this.call.matches.find(({ recordId }) => recordId === this.call.recordId);
  }

  get caller(): string {
    return wordCaller(this.call);
  }

  get openText(): string {
    return fillIn(open, this.caller);
  }

  /** The number, unless it stands in for the name. */
  get numberText(): string {
    return this.chosen === undefined ? "" : (this.call.number ?? "");
  }

  /** Null leaves the record to the server. */
  get chosenByAgent(): string | null {
    return this.chosenInPanel ?? (this.call.isChosen === true ? this.call.recordId : null);
  }

  get chosenDetail(): string {
    return this.chosen?.detail ?? "";
  }

  get icon(): string {
    return recordIcon(this.chosen?.objectApiName ?? "");
  }

  get direction(): string {
    return wordDirection(this.call);
  }

  get phaseText(): string {
    return wordPhase(this.call);
  }

  get summary(): string {
    return `${this.direction}: ${this.caller}`;
  }

  get isTimed(): boolean {
    return this.call.answeredAt !== null;
  }

  get timedFrom(): number {
    return this.call.answeredAt ?? this.call.startedAt;
  }

  get isOver(): boolean {
    return this.call.phase === "ended";
  }

  get searchText(): string {
    return this.call.search === "anonymous" ? "" : wordSearch(this.call.search);
  }

  get canSearch(): boolean {
    return this.call.number !== null && this.call.search !== "searching";
  }

  get others(): readonly CallerMatch[] {
    return this.call.matches.filter((match) => match !== this.chosen);
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  get othersTitle(): string {
    return this.chosen === undefined ? possible : others;
  }

  /** A call that never rang here long enough to be known has nothing to log. */
  get hasLog(): boolean {
    return this.call.direction !== null;
  }

  get hasNote(): boolean {
    return this.call.answeredAt !== null;
  }

  handleOpen(): void {
    if (this.call.recordId !== null) this.act({ type: "openRecord", recordId: this.call.recordId });
  }

  handleOpenRecord(event: CustomEvent<{ recordId: string }>): void {
    this.act({ type: "openRecord", recordId: event.detail.recordId });
  }

  handleSearch(): void {
    if (this.call.number !== null) this.act({ type: "searchNumber", number: this.call.number });
  }

  handleChoose(event: CustomEvent<{ recordId: string }>): void {
    this.chosenInPanel = event.detail.recordId;
    this.act({ type: "chooseMatch", callId: this.call.callId, recordId: event.detail.recordId });
  }

  handleLogChanged(): void {
    this.act({ type: "logChanged" });
  }

  handleNoteSaved(): void {
    this.template?.querySelector<CallLogElement>("c-call-log")?.refresh();
    this.act({ type: "logChanged" });
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent("dismiss", { detail: { callId: this.call.callId } }));
  }

  act(action: PanelAction): void {
    this.dispatchEvent(new CustomEvent("panelaction", { detail: action, bubbles: true, composed: true }));
  }
}
