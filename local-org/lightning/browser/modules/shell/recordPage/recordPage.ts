import { api, LightningElement } from "lwc";
import { compactItems, detailSections, nameOf, type DetailItem, type DetailSection } from "../cells/cells.ts";
import { faultOf, isMissing, type Fault } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { rememberObjectInfo } from "../objectInfos/objectInfos.ts";
import { org } from "../org/org.ts";
import { NO_COMPONENTS, pageComponents, type PageComponents } from "../pageComponents/pageComponents.ts";
import { deleteRecord, layoutOf, markViewed, recordUi } from "../orgApi/orgApi.ts";
import { rememberRecent } from "../recents/recents.ts";
import { openEdit } from "../recordModal/recordModal.ts";
import { onRefresh, refreshView } from "../refresh/refresh.ts";
import { showToast } from "../toasts/toasts.ts";
import type { ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

/**
 * A record: highlights, related lists and details, activities. Events `recordread` (name, object, icon) and `recordgone` (`{recordId}`)
 * bubble to the shell.
 */
export default class RecordPage extends LightningElement {
  @api isActive = false;
  record: RecordRepresentation | null = null;
  info: ObjectInfo | null = null;
  sections: readonly DetailSection[] = [];
  highlights: readonly DetailItem[] = [];
  fault: Fault | null = null;
  components: PageComponents = NO_COMPONENTS;
  isBusy = true;
  isDeleting = false;
  #id = "";
  #run = 0;
  #endRefresh: (() => void) | null = null;

  @api
  get recordId(): string {
    return this.#id;
  }
  set recordId(id: string) {
    if (id === this.#id) return;
    this.#id = id;
    this.record = null;
    this.components = NO_COMPONENTS;
    if (this.isConnected) void this.#load(true);
  }

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => void this.#load(false));
    void this.#load(true);
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
  }

  async #load(isFirst: boolean): Promise<void> {
    const run = ++this.#run;
    const recordId = this.#id;
    this.isBusy = true;
    try {
      const ui = await recordUi(recordId);
      if (run !== this.#run) return;
      const record = ui.records[recordId] ?? Object.values(ui.records)[0];
      const info = ui.objectInfos[record?.apiName ?? ""];
      if (record === undefined || info === undefined) throw new Error("The org answered without the record.");
      const components = isFirst ? await pageComponents(record.apiName, recordId) : this.components;
      if (run !== this.#run) return;
      this.components = components;
      rememberObjectInfo(info);
      const full = layoutOf(ui, record, "Full", "View");
      const compact = layoutOf(ui, record, "Compact", "View");
      this.info = info;
      this.record = record;
      this.sections = full === null ? [] : detailSections(full, record, info);
      this.highlights = compact === null ? [] : compactItems(compact, record, info);
      this.fault = null;
      this.#announce(record, info, isFirst);
    } catch (error) {
      if (run === this.#run) this.#fail(faultOf(error));
    } finally {
      if (run === this.#run) this.isBusy = false;
    }
  }

  #fail(fault: Fault): void {
    this.fault = fault;
    // Deleted by somebody while it was open.
    if (isMissing(fault)) this.record = null;
    if (this.record !== null) return;
    const facts = { recordId: this.#id, objectApiName: null, label: "Not Available", icon: "standard:record" };
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: facts.label } }));
    this.dispatchEvent(new CustomEvent("recordread", { bubbles: true, composed: true, detail: facts }));
  }

  #announce(record: RecordRepresentation, info: ObjectInfo, isFirst: boolean): void {
    const label = nameOf(record, info);
    const facts = { recordId: this.#id, objectApiName: record.apiName, label, icon: iconNameOf(info.themeInfo.iconUrl) };
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: `${label} | ${info.label}` } }));
    this.dispatchEvent(new CustomEvent("recordread", { bubbles: true, composed: true, detail: facts }));
    if (!isFirst) return;
    rememberRecent(localStorage, org().session.user.id, facts);
    // Only the order of "Recently Viewed" hangs on it.
    markViewed(this.#id, record.apiName).catch(() => undefined);
  }

  get isMissing(): boolean {
    return this.fault !== null && this.record === null && isMissing(this.fault);
  }

  get failure(): Fault | null {
    return this.record === null && !this.isMissing ? this.fault : null;
  }

  get isWaiting(): boolean {
    return this.record === null && this.fault === null;
  }

  get missingText(): string {
    return "This record does not exist, was deleted, or you do not have access to it.";
  }

  get objectApiName(): string {
    return this.record?.apiName ?? "";
  }

  get recordTypeId(): string | null {
    return this.record?.recordTypeId ?? null;
  }

  get name(): string {
    return this.record === null ? "" : nameOf(this.record, this.info);
  }

  get objectLabel(): string {
    return this.info?.label ?? "";
  }

  get icon(): string {
    return iconNameOf(this.info?.themeInfo.iconUrl);
  }

  get canEdit(): boolean {
    return this.info?.updateable ?? false;
  }

  get canDelete(): boolean {
    return this.info?.deletable ?? false;
  }

  /** Activities hang on records that they can name. */
  get hasActivities(): boolean {
    const children = this.info?.childRelationships ?? [];
    return children.some(
      ({ childObjectApiName, fieldName }) => childObjectApiName === "Task" && (fieldName === "WhoId" || fieldName === "WhatId"),
    );
  }

  get hasSide(): boolean {
    return this.hasActivities || this.components.side.length > 0;
  }

  get layoutClass(): string {
    return this.hasSide ? "columns" : "columns columns_one";
  }

  get deleteText(): string {
    return `Are you sure you want to delete this ${this.objectLabel.toLowerCase()}?`;
  }

  handleRetry(): void {
    this.fault = null;
    void this.#load(true);
  }

  handleEdit(): void {
    openEdit(this.#id, this.objectApiName);
  }

  handleRefresh(): void {
    refreshView();
  }

  handleDelete(): void {
    this.isDeleting = true;
  }

  handleKeep(): void {
    this.isDeleting = false;
  }

  async handleConfirm(): Promise<void> {
    this.isDeleting = false;
    try {
      await deleteRecord(this.#id);
      showToast({ title: `${this.objectLabel} “${this.name}” was deleted.`, variant: "success" });
      this.dispatchEvent(new CustomEvent("recordgone", { bubbles: true, composed: true, detail: { recordId: this.#id } }));
    } catch (error) {
      showToast({ title: "The record was not deleted", message: faultOf(error).message, variant: "error" });
    }
  }
}
