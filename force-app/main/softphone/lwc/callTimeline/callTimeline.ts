import { LightningElement, api } from "lwc";
import unreadable from "@salesforce/label/c.Explain_Error";
import loading from "@salesforce/label/c.Explain_Loading";
import retry from "@salesforce/label/c.Recording_Retry";
import actionItems from "@salesforce/label/c.Timeline_Action_Items";
import comments from "@salesforce/label/c.Timeline_Comments";
import customSummaries from "@salesforce/label/c.Timeline_Custom_Summaries";
import empty from "@salesforce/label/c.Timeline_Empty";
import evaluations from "@salesforce/label/c.Timeline_Evaluations";
import menus from "@salesforce/label/c.Timeline_Menus";
import participants from "@salesforce/label/c.Timeline_Participants";
import results from "@salesforce/label/c.Timeline_Results";
import sentiment from "@salesforce/label/c.Timeline_Sentiment";
import summary from "@salesforce/label/c.Timeline_Summary";
import tags from "@salesforce/label/c.Timeline_Tags";
import teams from "@salesforce/label/c.Timeline_Teams";
import title from "@salesforce/label/c.Timeline_Title";
import topics from "@salesforce/label/c.Timeline_Topics";
import transcript from "@salesforce/label/c.Timeline_Transcript";
import virtualAgent from "@salesforce/label/c.Timeline_Virtual_Agent";
import { LogReader } from "c/logView";
import type { LogView } from "c/logView";
import { timelineEntries } from "./timelineEntries";
import type { TimelineEntry } from "./timelineEntries";

/** What stands on the log without a time of its own, in the order in which it is shown. */
const RESULTS: readonly (readonly [field: string, label: string])[] = [
  ["IVR_Choices__c", menus],
  ["Teams__c", teams],
  ["Participants__c", participants],
  ["Tags__c", tags],
  ["Comments__c", comments],
  ["Summary__c", summary],
  ["Topics__c", topics],
  ["Sentiment__c", sentiment],
  ["Action_Items__c", actionItems],
  ["Evaluations__c", evaluations],
  ["Custom_Summaries__c", customSummaries],
  ["Transcript_Excerpt__c", transcript],
];
const VIRTUAL_AGENT = ["Virtual_Agent__c", "Virtual_Agent_Outcome__c", "Escalation_Reason__c"];

/** What happened in a call and what came of it. */
export default class CallTimeline extends LightningElement {
  @api
  get recordId(): string {
    return this.#recordId;
  }
  set recordId(recordId: string) {
    if (recordId === this.#recordId) return;
    this.#recordId = recordId;
    if (this.isConnected) this.load();
  }

  readonly labels = { empty, loading, results, retry, title, unreadable };
  log: LogView | null = null;
  isLoading = true;

  #recordId = "";
  readonly #reader = new LogReader();

  override connectedCallback(): void {
    this.load();
  }

  override disconnectedCallback(): void {
    this.#reader.stop();
  }

  get hasFailed(): boolean {
    return !this.isLoading && this.log === null;
  }

  get entries(): readonly TimelineEntry[] {
    return this.log === null ? [] : timelineEntries(this.log);
  }

  get hasEntries(): boolean {
    return this.entries.length > 0;
  }

  get isEmpty(): boolean {
    return !this.hasEntries && !this.hasResults;
  }

  get outcomes(): readonly { field: string; label: string; text: string }[] {
    const agent = VIRTUAL_AGENT.flatMap((field) => this.log?.fields.get(field) ?? []).join(", ");
    const found = RESULTS.map(([field, label]) => ({ field, label, text: this.log?.fields.get(field) ?? "" }));
    return [{ field: "Virtual_Agent__c", label: virtualAgent, text: agent }, ...found].filter(({ text }) => text !== "");
  }

  get hasResults(): boolean {
    return this.outcomes.length > 0;
  }

  handleRetry(): void {
    this.load();
  }

  private load(): void {
    this.isLoading = true;
    this.#reader.read(this.#recordId, (log) => {
      this.log = log;
      this.isLoading = false;
    });
  }
}
