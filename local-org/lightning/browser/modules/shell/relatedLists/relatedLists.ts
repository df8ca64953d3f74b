import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { relatedLists } from "../orgApi/orgApi.ts";
import type { RelatedListSummary } from "../../../../../salesforce/ui-api/wire.ts";

/** All related lists of a record, in the order of its layout. */
export default class RelatedLists extends LightningElement {
  @api recordId = "";
  lists: readonly RelatedListSummary[] | null = null;
  fault: Fault | null = null;
  #object = "";
  #recordType: string | null = null;

  @api
  get objectApiName(): string {
    return this.#object;
  }
  set objectApiName(name: string) {
    if (name === this.#object) return;
    this.#object = name;
    if (this.isConnected) void this.#load();
  }

  @api
  get recordTypeId(): string | null {
    return this.#recordType;
  }
  set recordTypeId(id: string | null) {
    this.#recordType = id;
  }

  override connectedCallback(): void {
    if (this.lists === null) void this.#load();
  }

  async #load(): Promise<void> {
    this.fault = null;
    try {
      this.lists = (await relatedLists(this.#object, this.#recordType)).relatedLists;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  get items(): readonly RelatedListSummary[] {
    return this.lists ?? [];
  }

  get isEmpty(): boolean {
    return this.lists !== null && this.lists.length === 0;
  }

  get isWaiting(): boolean {
    return this.lists === null && this.fault === null;
  }

  handleRetry(): void {
    void this.#load();
  }
}
