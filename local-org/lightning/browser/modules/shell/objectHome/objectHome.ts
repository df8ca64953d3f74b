import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { firstList, lastList, rememberList } from "../listChoice/listChoice.ts";
import { goTo } from "../navigation/navigation.ts";
import { objectInfoOf } from "../objectInfos/objectInfos.ts";
import { deleteRecord, listInfo, listRecords, listViews } from "../orgApi/orgApi.ts";
import { org } from "../org/org.ts";
import { openCreate } from "../recordModal/recordModal.ts";
import { onRefresh, refreshView } from "../refresh/refresh.ts";
import { showToast } from "../toasts/toasts.ts";
import type { ListInfo, ListSummaryCollection, ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

const PAGE_SIZE = 50;
/** Milliseconds without typing until the list is searched. */
const TYPING_PAUSE = 300;

/** The list views of an object. */
export default class ObjectHome extends LightningElement {
  @api isActive = false;
  info: ObjectInfo | null = null;
  lists: ListSummaryCollection["lists"] = [];
  list: ListInfo | null = null;
  records: readonly RecordRepresentation[] = [];
  nextPage: string | null = null;
  sortBy: string | null = null;
  term = "";
  isBusy = true;
  fault: Fault | null = null;
  updatedAt: Date | null = null;
  doomed: { readonly recordId: string; readonly name: string } | null = null;
  #object = "";
  #filter: string | null = null;
  #run = 0;
  #typing: number | undefined;
  #endRefresh: (() => void) | null = null;

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
  get filterName(): string | null {
    return this.#filter;
  }
  set filterName(name: string | null) {
    if (name === this.#filter) return;
    this.#filter = name;
    if (this.isConnected) void this.#load();
  }

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => void this.#reload());
    void this.#load();
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
    clearTimeout(this.#typing);
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    this.isBusy = true;
    this.fault = null;
    this.sortBy = null;
    this.term = "";
    try {
      const [info, { lists }] = await Promise.all([objectInfoOf(this.#object), listViews(this.#object)]);
      const userId = org().session.user.id;
      const chosen = this.#filter ?? firstList(lists, info.labelPlural, lastList(localStorage, userId, this.#object));
      if (chosen === null) throw new Error(`${info.labelPlural} have no list view.`);
      const [list, page] = await Promise.all([listInfo(this.#object, chosen), listRecords(this.#object, chosen, { pageSize: PAGE_SIZE })]);
      if (run !== this.#run) return;
      this.info = info;
      this.lists = lists;
      this.list = list;
      rememberList(localStorage, userId, this.#object, list.listReference.listViewApiName);
      this.#take(page);
      this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: `${list.label} | ${info.labelPlural}` } }));
    } catch (error) {
      if (run === this.#run) this.fault = faultOf(error);
    } finally {
      if (run === this.#run) this.isBusy = false;
    }
  }

  #take(page: { records: readonly RecordRepresentation[]; nextPageToken: string | null; sortBy: readonly string[] }): void {
    this.records = page.records;
    this.nextPage = page.nextPageToken;
    this.sortBy = page.sortBy[0] ?? null;
    this.updatedAt = new Date();
  }

  async #reload(): Promise<void> {
    const { list } = this;
    if (list === null) return this.#load();
    const run = ++this.#run;
    this.isBusy = true;
    try {
      const page = await listRecords(this.#object, list.listReference.listViewApiName, {
        pageSize: Math.max(PAGE_SIZE, this.records.length),
        sortBy: this.isRecent ? null : this.sortBy,
        searchTerm: this.term,
      });
      if (run === this.#run) this.#take(page);
    } catch (error) {
      if (run === this.#run) showToast({ title: "The list was not read again", message: faultOf(error).message, variant: "error" });
    } finally {
      if (run === this.#run) this.isBusy = false;
    }
  }

  get isRecent(): boolean {
    const name = this.list?.listReference.listViewApiName;
    return this.lists.some((list) => list.isRecentlyViewed && list.apiName === name);
  }

  get canSearch(): boolean {
    return this.list !== null && !this.isRecent;
  }

  get icon(): string {
    return iconNameOf(this.info?.themeInfo.iconUrl);
  }

  get plural(): string {
    return this.info?.labelPlural ?? this.#object;
  }

  get listLabel(): string {
    return this.list?.label ?? "";
  }

  get columns(): ListInfo["displayColumns"] {
    return this.list?.displayColumns ?? [];
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get pickerItems(): readonly { key: string; label: string; isChosen: boolean }[] {
    const name = this.list?.listReference.listViewApiName;
    return this.lists.map(({ apiName, label }) => ({ key: apiName, label, isChosen: apiName === name }));
  }

  get status(): string {
    const count = this.records.length;
    const sorted = this.columns.find(({ fieldApiName }) => fieldApiName === this.sortBy?.replace(/^-/, ""));
    const updated = this.updatedAt?.toLocaleTimeString(org().session.user.locale.replaceAll("_", "-"), {
      hour: "numeric",
      minute: "2-digit",
      timeZone: org().session.user.timeZone,
    });
    return [
      `${count}${this.nextPage === null ? "" : "+"} ${count === 1 && this.nextPage === null ? "item" : "items"}`,
      ...(sorted === undefined ? [] : [`Sorted by ${sorted.label}`]),
      ...(this.list?.filteredByInfo.length ? [`Filtered by ${this.list.filteredByInfo.map(({ label }) => label).join(", ")}`] : []),
      ...(updated === undefined ? [] : [`Updated ${updated}`]),
    ].join(" • ");
  }

  get isEmpty(): boolean {
    return !this.isBusy && this.records.length === 0;
  }

  get emptyMessage(): string {
    if (this.term !== "") return `No ${this.plural} match “${this.term}”.`;
    return this.isRecent ? "Records that you open show up here." : "Choose another list view, or create a record.";
  }

  get isWaiting(): boolean {
    return this.isBusy && this.list === null;
  }

  get deleteText(): string {
    return `Are you sure you want to delete ${this.doomed?.name ?? ""}?`;
  }

  handlePick(event: CustomEvent<{ value: string }>): void {
    goTo({ kind: "list", objectApiName: this.#object, filterName: event.detail.value });
  }

  handleNew(): void {
    openCreate(this.#object);
  }

  handleRefresh(): void {
    void this.#reload();
  }

  handleRetry(): void {
    void this.#load();
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#reload(), TYPING_PAUSE);
  }

  handleSort(event: CustomEvent<{ fieldApiName: string }>): void {
    const { fieldApiName } = event.detail;
    this.sortBy = this.sortBy === fieldApiName ? `-${fieldApiName}` : fieldApiName;
    void this.#reload();
  }

  async handleMore(): Promise<void> {
    const { list, nextPage } = this;
    if (list === null || nextPage === null) return;
    const run = ++this.#run;
    this.isBusy = true;
    try {
      const page = await listRecords(this.#object, list.listReference.listViewApiName, {
        pageSize: PAGE_SIZE,
        pageToken: nextPage,
        sortBy: this.isRecent ? null : this.sortBy,
        searchTerm: this.term,
      });
      if (run !== this.#run) return;
      this.records = [...this.records, ...page.records];
      this.nextPage = page.nextPageToken;
    } catch (error) {
      showToast({ title: "No more records could be read", message: faultOf(error).message, variant: "error" });
    } finally {
      if (run === this.#run) this.isBusy = false;
    }
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
