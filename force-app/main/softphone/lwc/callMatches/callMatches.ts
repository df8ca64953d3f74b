import { LightningElement, api } from "lwc";
import choose from "@salesforce/label/c.Caller_Choose";
import { recordIcon } from "c/callWords";
import type { CallerMatch } from "../../adapter/panel-state.ts";

/** Records to choose from; `choose` with `{recordId}` tells which one. */
export default class CallMatches extends LightningElement {
  @api records: readonly CallerMatch[] = [];
  /** Heading of the list. */
  @api heading = "";

  readonly labels = { choose };

  get items(): readonly (CallerMatch & { readonly icon: string })[] {
    return this.records.map((record) => ({ ...record, icon: recordIcon(record.objectApiName) }));
  }

  handleChoose(event: Event): void {
    const { recordId } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent("choose", { detail: { recordId } }));
  }
}
