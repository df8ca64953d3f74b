import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { objectInfoOf } from "../objectInfos/objectInfos.ts";
import { deleteRecord, relatedListInfo, relatedRecords } from "../orgApi/orgApi.ts";
import { addressOf } from "../pages/pages.ts";
import { openCreate } from "../recordModal/recordModal.ts";
import { onRefresh, refreshView } from "../refresh/refresh.ts";
import { showToast } from "../toasts/toasts.ts";
import type { ListColumn, ObjectInfo, RecordRepresentation, RelatedListInfo } from "../../../../../salesforce/ui-api/wire.ts";

const CARD_ROWS = 6;
const PAGE_ROWS = 200;

/** One related list of a record: a card with its first rows, or all of them. */
export default class RelatedList extends LightningElement {
  @api recordId = "";
  @api objectApiName = "";
  @api relatedListId = "";
  /** All rows, with numbers and menus. */
  @api isWhole = false;
  list: RelatedListInfo | null = null;
  info: ObjectInfo | null = null;
  records: readonly RecordRepresentation[] = [];
  hasMore = false;
  sortBy: string | null = null;
  fault: Fault | null = null;
  doomed: { readonly recordId: string; readonly name: string } | null = null;
  #run = 0;
  #endRefresh: (() => void) | null = null;

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    try {
      const list = this.list ?? (await relatedListInfo(this.objectApiName, this.relatedListId));
      const page = { pageSize: this.isWhole ? PAGE_ROWS : CARD_ROWS, sortBy: this.sortBy };
      const child = list.objectApiNames[0];
      const [rows, info] = await Promise.all([
        relatedRecords(this.recordId, this.relatedListId, page),
        child === undefined ? null : objectInfoOf(child),
      ]);
      if (run !== this.#run) return;
      this.list = list;
      this.info = info;
      this.records = rows.records;
      this.hasMore = rows.nextPageToken !== null;
      this.sortBy = rows.sortBy[0] ?? null;
      this.fault = null;
      this.dispatchEvent(new CustomEvent("listread", { detail: { label: list.label } }));
    } catch (error) {
      if (run === this.#run) this.fault = faultOf(error);
    }
  }

  get icon(): string {
    return iconNameOf(this.info?.themeInfo.iconUrl);
  }

  get label(): string {
    return this.list?.label ?? "";
  }

  get title(): string {
    return `${this.label} (${this.records.length}${this.hasMore ? "+" : ""})`;
  }

  get columns(): readonly ListColumn[] {
    const columns = this.list?.displayColumns ?? [];
    return this.isWhole ? columns : columns.slice(0, 4);
  }

  get hasRows(): boolean {
    return this.records.length > 0;
  }

  get isCard(): boolean {
    return !this.isWhole;
  }

  get canCreate(): boolean {
    return (this.list?.createable ?? false) && (this.info?.createable ?? false);
  }

  get isWaiting(): boolean {
    return this.list === null && this.fault === null;
  }

  get href(): string {
    const { recordId, relatedListId } = this;
    return addressOf({ kind: "related", objectApiName: this.objectApiName === "" ? null : this.objectApiName, recordId, relatedListId });
  }

  get deleteText(): string {
    return `Are you sure you want to delete ${this.doomed?.name ?? ""}?`;
  }

  handleRetry(): void {
    this.fault = null;
    void this.#load();
  }

  handleSort(event: CustomEvent<{ fieldApiName: string }>): void {
    const { fieldApiName } = event.detail;
    this.sortBy = this.sortBy === fieldApiName ? `-${fieldApiName}` : fieldApiName;
    void this.#load();
  }

  handleNew(): void {
    if (this.list !== null && this.info !== null) openCreate(this.info.apiName, { [this.list.fieldApiName]: this.recordId });
  }

  handleDelete(event: CustomEvent<{ recordId: string; name: string }>): void {
    this.doomed = event.detail;
  }

  handleKeep(): void {
    this.doomed = null;
  }

  async handleConfirm(): Promise<void> {
    const { doomed } = this;
    this.doomed = null;
    if (doomed === null) return;
    try {
      await deleteRecord(doomed.recordId);
      showToast({ title: `${this.info?.label ?? "Record"} “${doomed.name}” was deleted.`, variant: "success" });
      refreshView();
    } catch (error) {
      showToast({ title: "The record was not deleted", message: faultOf(error).message, variant: "error" });
    }
  }
}
