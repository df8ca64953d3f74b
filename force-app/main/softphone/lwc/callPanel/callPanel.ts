import { LightningElement } from "lwc";
import dismiss from "@salesforce/label/c.Dial_Dismiss";
import useHere from "@salesforce/label/c.Phone_Use_Here";
import title from "@salesforce/label/c.Softphone_Title";
import { wordCaller, wordDial, wordPhase, wordStatus } from "c/callWords";
import type { PanelAction, PanelCall, PanelConnection, PanelState, PhoneStatus } from "../../adapter/panel-state.ts";

/** What the agent or an administrator has to do something about. */
const PROBLEMS: ReadonlySet<PhoneStatus> = new Set(["blocked", "misconfigured"]);

/**
 * The panel beside the phone. It reaches the page that holds it by events alone: `panelconnect` when it appears, with a function
 * that takes each new state, and `panelaction` for what the agent does.
 */
export default class CallPanel extends LightningElement {
  readonly labels = { dismiss, useHere, title };
  state: PanelState = { status: "starting", dial: null, calls: [] };
  announcement = "";
  dismissed: readonly string[] = [];

  override connectedCallback(): void {
    const connection: PanelConnection = {
      receive: (state) => {
        this.announce(state);
        this.state = state;
      },
    };
    this.dispatchEvent(new CustomEvent("panelconnect", { detail: connection, bubbles: true, composed: true }));
  }

  get hasNotice(): boolean {
    return this.calls.length === 0 || this.state.status !== "ready";
  }

  get noticeText(): string {
    return wordStatus(this.state.status);
  }

  get noticeClass(): string {
    return PROBLEMS.has(this.state.status) ? "notice notice_problem" : "notice";
  }

  get noticeIcon(): string {
    if (this.state.status === "ready") return "utility:success";
    return PROBLEMS.has(this.state.status) ? "utility:warning" : "utility:info";
  }

  get noticeVariant(): string {
    if (this.state.status === "ready") return "success";
    return PROBLEMS.has(this.state.status) ? "warning" : "";
  }

  get isElsewhere(): boolean {
    return this.state.status === "elsewhere";
  }

  get dialText(): string {
    return this.state.dial === null ? "" : wordDial(this.state.dial);
  }

  get dialIcon(): string {
    return this.isDialFine ? "utility:outbound_call" : "utility:warning";
  }

  get dialVariant(): string {
    return this.isDialFine ? "" : "warning";
  }

  get isDialFine(): boolean {
    const outcome = this.state.dial?.outcome;
    return outcome === "pending" || outcome === "accepted";
  }

  /** Calls that are on, and the last one that was, until the agent puts it away. */
  get calls(): readonly PanelCall[] {
    const on = this.state.calls.filter(({ phase }) => phase !== "ended");
    const over = this.state.calls.filter(({ phase, callId }) => phase === "ended" && !this.dismissed.includes(callId));
    return [...on, ...over.slice(0, 1)];
  }

  handleUseHere(): void {
    this.act({ type: "usePhoneHere" });
  }

  handleDismissDial(): void {
    this.act({ type: "dismissDial" });
  }

  handleDismiss(event: CustomEvent<{ callId: string }>): void {
    this.dismissed = [...this.dismissed, event.detail.callId];
  }

  /** Says a call's new phase once, not every change of the state. */
  announce(state: PanelState): void {
    const phases = new Map(this.state.calls.map(({ callId, phase }) => [callId, phase]));
    const moved = state.calls.filter(({ callId, phase }) => phases.get(callId) !== phase);
    if (moved.length > 0) this.announcement = moved.map((call) => `${wordPhase(call)}: ${wordCaller(call)}`).join(", ");
  }

  act(action: PanelAction): void {
    this.dispatchEvent(new CustomEvent("panelaction", { detail: action, bubbles: true, composed: true }));
  }
}
