import { LightningElement, api } from "lwc";
import decisionTitle from "@salesforce/label/c.Explain_Decision";
import unreadable from "@salesforce/label/c.Explain_Error";
import loading from "@salesforce/label/c.Explain_Loading";
import noTask from "@salesforce/label/c.Explain_No_Task";
import none from "@salesforce/label/c.Explain_None";
import openTask from "@salesforce/label/c.Explain_Open_Task";
import ownerTitle from "@salesforce/label/c.Explain_Owner";
import reasonsTitle from "@salesforce/label/c.Explain_Reasons";
import recordTitle from "@salesforce/label/c.Explain_Record";
import taskTitle from "@salesforce/label/c.Explain_Task";
import title from "@salesforce/label/c.Explain_Title";
import undecided from "@salesforce/label/c.Explain_Undecided";
import failed from "@salesforce/label/c.Log_Failed";
import logged from "@salesforce/label/c.Log_Logged";
import skipped from "@salesforce/label/c.Log_Skipped";
import unlinked from "@salesforce/label/c.Log_Unlinked";
import retry from "@salesforce/label/c.Recording_Retry";
import { explainReasons } from "c/callWords";
import { LogReader } from "c/logView";
import type { LogView } from "c/logView";

const DECISIONS: ReadonlyMap<string, string> = new Map([
  ["Logged", logged],
  ["Unlinked", unlinked],
  ["Skipped", skipped],
  ["Failed", failed],
]);

/** Why an interaction is logged as it is: what was decided and why, to which records, for whom, and whether there is a Task. */
export default class InteractionExplanation extends LightningElement {
  @api
  get recordId(): string {
    return this.#recordId;
  }
  set recordId(recordId: string) {
    if (recordId === this.#recordId) return;
    this.#recordId = recordId;
    if (this.isConnected) this.load();
  }

  readonly labels = {
    decisionTitle,
    loading,
    noTask,
    none,
    openTask,
    ownerTitle,
    reasonsTitle,
    recordTitle,
    retry,
    taskTitle,
    title,
    unreadable,
  };
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

  get decision(): string {
    return DECISIONS.get(this.field("Decision__c")) ?? undecided;
  }

  get reasons(): readonly { key: string; text: string }[] {
    return explainReasons(this.field("Decision_Reason__c")).map((text, index) => ({ key: String(index), text }));
  }

  get links(): readonly { recordId: string; name: string; url: string }[] {
    return (this.log?.links ?? []).map(({ recordId, name, objectApiName }) => ({
      recordId,
      name: name === "" ? objectApiName : name,
      url: `/lightning/r/${objectApiName}/${recordId}/view`,
    }));
  }

  get hasLinks(): boolean {
    return this.links.length > 0;
  }

  get owner(): string {
    return this.log?.ownerName ?? "";
  }

  get taskUrl(): string | null {
    const taskId = this.field("Task_Id__c");
    return taskId === "" ? null : `/lightning/r/Task/${taskId}/view`;
  }

  handleRetry(): void {
    this.load();
  }

  private field(name: string): string {
    return this.log?.fields.get(name) ?? "";
  }

  private load(): void {
    this.isLoading = true;
    this.#reader.read(this.#recordId, (log) => {
      this.log = log;
      this.isLoading = false;
    });
  }
}
