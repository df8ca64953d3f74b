import { api, LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { flexiPage } from "../orgApi/orgApi.ts";
import { tabNamed } from "../org/org.ts";
import type { AppTab, FlexiPage } from "../../../../../salesforce/ui-api/wire.ts";

/** What a custom tab shows: a Lightning page, a component, a Visualforce page or a web page. */
export default class TabPage extends LightningElement {
  tab: AppTab | null = null;
  page: FlexiPage | null = null;
  fault: Fault | null = null;
  isMissing = false;
  #apiName = "";

  /** The tab's name. */
  @api
  get apiName(): string {
    return this.#apiName;
  }
  set apiName(name: string) {
    if (name === this.#apiName) return;
    this.#apiName = name;
    void this.#load();
  }

  override connectedCallback(): void {
    this.#announce();
  }

  async #load(): Promise<void> {
    const name = this.#apiName;
    this.page = null;
    this.fault = null;
    this.tab = tabNamed(name);
    this.isMissing = this.tab === null;
    if (this.isConnected) this.#announce();
    if (this.tab?.type !== "flexipage" || this.tab.target === null) return;
    try {
      const page = await flexiPage(this.tab.target);
      if (name === this.#apiName) this.page = page;
    } catch (error) {
      if (name === this.#apiName) this.fault = faultOf(error);
    }
  }

  #announce(): void {
    if (this.tab !== null) this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: this.tab.label } }));
  }

  get missingText(): string {
    return `There is no tab ${this.#apiName}, or this user cannot see it.`;
  }

  get component(): string | null {
    return this.tab?.type === "lwc" ? this.tab.target : null;
  }

  /** Visualforce pages have a host of their own. */
  get frameUrl(): string | null {
    const { tab } = this;
    if (tab === null || tab.url === null) return null;
    if (tab.type === "web") return tab.url;
    if (tab.type !== "visualforce") return null;
    return new URL(tab.url, `${location.protocol}//${location.host.replace(/^lightning\./, "vf.")}`).href;
  }

  get label(): string {
    return this.tab?.label ?? "";
  }

  get icon(): string {
    return this.tab?.icon ?? "standard:record";
  }

  get isWaiting(): boolean {
    return this.tab?.type === "flexipage" && this.page === null && this.fault === null;
  }

  get regions(): readonly { key: string; items: readonly { key: string; component: string; properties: object }[] }[] {
    return (this.page?.regions ?? [])
      .filter(({ items }) => items.length > 0)
      .map(({ name, items }) => ({
        key: name,
        items: items.map(({ component, identifier, properties }, index) => ({
          key: identifier ?? `${component}.${index}`,
          component,
          properties,
        })),
      }));
  }

  get isEmptyPage(): boolean {
    return this.page !== null && this.regions.length === 0;
  }

  handleRetry(): void {
    void this.#load();
  }
}
