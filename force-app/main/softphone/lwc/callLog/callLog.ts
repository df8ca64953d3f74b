import { LightningElement, api } from "lwc";
import checkAgain from "@salesforce/label/c.Log_Check_Again";
import failed from "@salesforce/label/c.Log_Failed";
import inProgress from "@salesforce/label/c.Log_In_Progress";
import logged from "@salesforce/label/c.Log_Logged";
import notLinked from "@salesforce/label/c.Log_Not_Linked";
import skipped from "@salesforce/label/c.Log_Skipped";
import unlinked from "@salesforce/label/c.Log_Unlinked";
import unreadable from "@salesforce/label/c.Log_Unreadable";
import waiting from "@salesforce/label/c.Log_Waiting";
import getCall from "@salesforce/apex/CallController.getCall";
import linkCall from "@salesforce/apex/CallController.link";
import { wordError, wordReasons } from "c/callWords";
import { isDecided, isSettled, parseCallLog } from "./callLogState";
import type { CallLogState } from "./callLogState";
import { LogPoller } from "./logPoller";
import type { CallPhase } from "../../adapter/panel-state.ts";

/** Icon and colour of each decision of the server. */
const DECISIONS: ReadonlyMap<string, { readonly text: string; readonly icon: string; readonly variant: string }> = new Map([
  ["Logged", { text: logged, icon: "utility:success", variant: "success" }],
  ["Unlinked", { text: unlinked, icon: "utility:info", variant: "" }],
  ["Skipped", { text: skipped, icon: "utility:ban", variant: "" }],
  ["Failed", { text: failed, icon: "utility:warning", variant: "warning" }],
]);

/**
 * How the log of a call stands; reads it while that may change. Events: `openrecord` with `{recordId}` for the Task,
 * `logchanged` when what other parts of the screen show of this call is out of date.
 */
export default class CallLog extends LightningElement {
  @api callId = "";

  @api
  get phase(): CallPhase {
    return this.#phase;
  }
  set phase(phase: CallPhase) {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.start();
  }

  /** The record that the agent chose for the call; null to leave it to the server. */
  @api
  get chosenRecordId(): string | null {
    return this.#chosenRecordId;
  }
  set chosenRecordId(recordId: string | null) {
    if (recordId === this.#chosenRecordId) return;
    this.#chosenRecordId = recordId;
    this.linkProblem = "";
    this.linkWhereDue();
  }

  readonly labels = { checkAgain };
  log: CallLogState | null = null;
  isUnreadable = false;
  hasGivenUp = false;
  linkProblem = "";

  #phase: CallPhase = "ringing";
  #chosenRecordId: string | null = null;
  /** The choice that was put on the log. */
  #linkedRecordId: string | null = null;
  readonly #poller = new LogPoller<CallLogState | null>({
    read: async () => parseCallLog(await getCall({ callId: this.callId })),
    onRead: (log) => {
      this.show(log);
    },
    onError: () => {
      this.isUnreadable = true;
    },
    onGiveUp: () => {
      this.hasGivenUp = true;
    },
    isSettled,
  });

  override connectedCallback(): void {
    this.start();
  }

  override disconnectedCallback(): void {
    this.#poller.stop();
  }

  /** Reads the log again, because somebody has just changed it. */
  @api
  refresh(): void {
    this.start();
  }

  get stateText(): string {
    if (this.isUnreadable) return unreadable;
    if (this.isOpen) return this.log?.taskId === null || this.log === null ? waiting : inProgress;
    return DECISIONS.get(this.log?.decision ?? "")?.text ?? waiting;
  }

  get icon(): string {
    if (this.isUnreadable) return "utility:warning";
    return this.isOpen ? "utility:clock" : (DECISIONS.get(this.log?.decision ?? "")?.icon ?? "utility:clock");
  }

  get iconVariant(): string {
    if (this.isUnreadable) return "warning";
    return this.isOpen ? "" : (DECISIONS.get(this.log?.decision ?? "")?.variant ?? "");
  }

  get reason(): string {
    const hasReason = !this.isUnreadable && !this.isOpen && this.log !== null && this.log.decision !== "Logged";
    return hasReason ? wordReasons(this.log?.decisionReason ?? "") : "";
  }

  get canOpenTask(): boolean {
    return this.log !== null && this.log.taskId !== null && this.log.subject !== null;
  }

  get canCheckAgain(): boolean {
    return this.hasGivenUp && !isSettled(this.log);
  }

  /** Whether the server has yet to say what became of the call. */
  get isOpen(): boolean {
    return !isDecided(this.log);
  }

  handleOpenTask(): void {
    this.dispatchEvent(new CustomEvent("openrecord", { detail: { recordId: this.log?.taskId } }));
  }

  handleCheckAgain(): void {
    this.start();
  }

  private start(): void {
    if (!this.isConnected) return;
    this.hasGivenUp = false;
    this.#poller.start(this.#phase === "ended");
  }

  private show(log: CallLogState | null): void {
    const before = this.log;
    this.log = log;
    this.isUnreadable = false;
    const hasChanged =
      log !== null && (log.taskId !== before?.taskId || log.changedAt !== before.changedAt || log.decision !== before.decision);
    if (hasChanged && log.taskId !== null) this.dispatchEvent(new CustomEvent("logchanged"));
    this.linkWhereDue();
  }

  /** A choice may come before there is a log to put it on, as with a number that was clicked to dial. */
  private linkWhereDue(): void {
    const chosen = this.#chosenRecordId;
    if (chosen === null || this.log === null || chosen === this.#linkedRecordId) return;
    this.#linkedRecordId = chosen;
    this.link(chosen);
  }

  private link(recordId: string): void {
    linkCall({ callId: this.callId, recordId }).then(
      () => {
        this.linkProblem = "";
        this.start();
        this.dispatchEvent(new CustomEvent("logchanged"));
      },
      (error: unknown) => {
        if (recordId === this.#chosenRecordId) this.linkProblem = wordError(error) ?? notLinked;
      },
    );
  }
}
