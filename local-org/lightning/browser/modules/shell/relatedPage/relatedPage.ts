import { api, LightningElement } from "lwc";
import { nameOf } from "../cells/cells.ts";
import { faultOf, type Fault } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { recordUi } from "../orgApi/orgApi.ts";
import type { RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

/** All rows of a related list, under the way back to their record. Event `recordread` as of a record page. */
export default class RelatedPage extends LightningElement {
  @api recordId = "";
  @api relatedListId = "";
  @api isActive = false;
  record: RecordRepresentation | null = null;
  name = "";
  plural = "";
  fault: Fault | null = null;

  override connectedCallback(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.fault = null;
    try {
      const ui = await recordUi(this.recordId);
      const record = Object.values(ui.records)[0];
      const info = ui.objectInfos[record?.apiName ?? ""];
      if (record === undefined || info === undefined) throw new Error("The org answered without the record.");
      this.name = nameOf(record, info);
      this.plural = info.labelPlural;
      this.record = record;
      const facts = {
        recordId: this.recordId,
        objectApiName: record.apiName,
        label: this.name,
        icon: iconNameOf(info.themeInfo.iconUrl),
      };
      this.dispatchEvent(new CustomEvent("recordread", { bubbles: true, composed: true, detail: facts }));
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  get objectApiName(): string {
    return this.record?.apiName ?? "";
  }

  get listHref(): string {
    return `/lightning/o/${this.objectApiName}/list`;
  }

  get recordHref(): string {
    return `/lightning/r/${this.objectApiName}/${this.recordId}/view`;
  }

  handleListRead(event: CustomEvent<{ label: string }>): void {
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: `${event.detail.label} | ${this.name}` } }));
  }

  handleRetry(): void {
    void this.#load();
  }
}
