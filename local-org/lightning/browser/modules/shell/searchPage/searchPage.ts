import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { objectInfoOf } from "../objectInfos/objectInfos.ts";
import { globalSearch } from "../orgApi/orgApi.ts";
import { onRefresh } from "../refresh/refresh.ts";
import type { GlobalSearch, ObjectInfo } from "../../../../../salesforce/ui-api/wire.ts";

type Group = GlobalSearch["groups"][number] & { readonly info: ObjectInfo | null };

/** All records that a search found, by object. */
export default class SearchPage extends LightningElement {
  groups: readonly Group[] | null = null;
  fault: Fault | null = null;
  #term = "";
  #run = 0;
  #endRefresh: (() => void) | null = null;

  @api
  get term(): string {
    return this.#term;
  }
  set term(term: string) {
    if (term === this.#term) return;
    this.#term = term;
    if (this.isConnected) void this.#load();
  }

  override connectedCallback(): void {
    this.#endRefresh = onRefresh(() => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    this.#endRefresh?.();
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    this.groups = null;
    this.fault = null;
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: `${this.#term} - Search` } }));
    if (this.#term.length < 2) {
      this.groups = [];
      return;
    }
    try {
      const answer = await globalSearch(this.#term);
      const groups = await Promise.all(answer.groups.map(async (group) => ({ ...group, info: await objectInfoOf(group.objectApiName) })));
      if (run === this.#run) this.groups = groups;
    } catch (error) {
      if (run === this.#run) this.fault = faultOf(error);
    }
  }

  get shown(): readonly (Group & { icon: string; title: string; target: string })[] {
    return (this.groups ?? []).map((group) => ({
      ...group,
      icon: iconNameOf(group.themeInfo.iconUrl),
      title: `${group.labelPlural} (${group.records.length}${group.hasMore ? "+" : ""})`,
      target: `group-${group.objectApiName}`,
    }));
  }

  get isEmpty(): boolean {
    return this.groups !== null && this.groups.length === 0;
  }

  get isWaiting(): boolean {
    return this.groups === null && this.fault === null;
  }

  get emptyTitle(): string {
    return this.#term.length < 2 ? "Type at least two characters to search" : `Nothing found for “${this.#term}”`;
  }

  handleJump(event: Event): void {
    const name = event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset["object"] ?? "") : "";
    this.template?.querySelector(`section[data-object="${name}"]`)?.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  handleRetry(): void {
    void this.#load();
  }
}
