import { api, LightningElement } from "lwc";
import type { AppTab } from "../../../../../salesforce/ui-api/wire.ts";
import { goTo } from "../navigation/navigation.ts";
import { pageOfTab, tabOfPage, type OrgState } from "../org/org.ts";
import { fittingCount } from "../overflow/overflow.ts";
import { addressOf, type Page } from "../pages/pages.ts";
import type { WorkspaceTab } from "../workspaces/workspaces.ts";

/** A place in the bar: a tab of the app, or in a console an open record. */
interface BarItem {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly icon: string | null;
  /** Set for what can be closed. */
  readonly recordId: string | null;
  readonly isActive: boolean;
  readonly current: string | null;
  readonly style: string;
  readonly closeLabel: string;
}

const MORE_WIDTH = 90;
const HOME_ICON = "standard:home";

/** App launcher, name of the app, and the tabs: those of the app, or in a console the navigation menu and the open records. */
export default class NavBar extends LightningElement {
  @api state: OrgState | null = null;
  @api page: Page = { kind: "home" };
  @api navPage: Page = { kind: "home" };
  @api workspaces: readonly WorkspaceTab[] = [];

  visibleCount = Number.MAX_SAFE_INTEGER;
  #observer: ResizeObserver | null = null;

  get appName(): string {
    return this.state?.app.label ?? "";
  }

  get isConsole(): boolean {
    return this.state?.app.navType === "Console";
  }

  get barClass(): string {
    return this.isConsole ? "slds-context-bar slds-context-bar_tabs bar" : "slds-context-bar bar";
  }

  get barStyle(): string {
    return `border-bottom-color: ${this.state?.app.headerColor ?? "#0070d2"}`;
  }

  get tabs(): readonly AppTab[] {
    return this.state?.app.tabs ?? [];
  }

  get isRecordActive(): boolean {
    return this.page.kind === "record" || this.page.kind === "related" || this.page.kind === "edit";
  }

  /** In a console: the tab that holds lists and other pages without a record. */
  get navItem(): { label: string; href: string; icon: string; itemClass: string; current: string | null } {
    const tab = tabOfPage(this.navPage, this.tabs);
    const isActive = !this.isRecordActive;
    return {
      label: tab?.label ?? labelOf(this.navPage),
      href: addressOf(this.navPage),
      icon: tab?.icon ?? HOME_ICON,
      itemClass: itemClass(true, isActive),
      current: isActive ? "page" : null,
    };
  }

  get navMenu(): readonly { key: string; label: string; value: string; icon: string }[] {
    return this.tabs.map((tab) => ({ key: tab.developerName, label: tab.label, value: addressOf(pageOfTab(tab)), icon: tab.icon }));
  }

  get items(): readonly BarItem[] {
    const items = this.isConsole ? this.#workspaceItems() : this.#tabItems();
    const active = items.findIndex(({ isActive }) => isActive);
    return items.map((item, index) =>
      index < this.visibleCount || index === active ? item : { ...item, style: "position: absolute; visibility: hidden" },
    );
  }

  get hiddenItems(): readonly BarItem[] {
    return this.items.filter(({ style }) => style !== "");
  }

  get hasHiddenItems(): boolean {
    return this.hiddenItems.length > 0;
  }

  #tabItems(): BarItem[] {
    const active = tabOfPage(this.page, this.tabs);
    return this.tabs.map((tab) => barItem(tab.developerName, tab.label, pageOfTab(tab), null, null, tab === active));
  }

  #workspaceItems(): BarItem[] {
    const shown = "recordId" in this.page ? this.page.recordId : null;
    return this.workspaces.map(({ recordId, objectApiName, label, icon }) =>
      barItem(recordId, label, { kind: "record", objectApiName, recordId }, icon, recordId, recordId === shown),
    );
  }

  override renderedCallback(): void {
    const list = this.template?.querySelector<HTMLElement>(".items");
    if (list == null) return;
    if (this.#observer === null) {
      this.#observer = new ResizeObserver(() => this.#measure());
      this.#observer.observe(list);
    }
    this.#measure();
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #measure(): void {
    const list = this.template?.querySelector<HTMLElement>(".items");
    if (list == null) return;
    const items = [...list.querySelectorAll<HTMLElement>("li[data-key]")];
    const active = this.items.findIndex(({ isActive }) => isActive);
    const count = fittingCount(
      items.map((item) => item.offsetWidth),
      list.clientWidth,
      MORE_WIDTH,
      active,
    );
    if (count !== this.visibleCount) this.visibleCount = count;
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    const tab = this.tabs.find((candidate) => addressOf(pageOfTab(candidate)) === event.detail.value);
    if (tab !== undefined) goTo(pageOfTab(tab));
  }

  handleMore(event: CustomEvent<{ value: string }>): void {
    const tab = this.tabs.find(({ developerName }) => developerName === event.detail.value);
    const workspace = this.workspaces.find(({ recordId }) => recordId === event.detail.value);
    if (workspace !== undefined) goTo({ kind: "record", objectApiName: workspace.objectApiName, recordId: workspace.recordId });
    else if (tab !== undefined) goTo(pageOfTab(tab));
  }

  handleClose(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset["record"] : undefined;
    if (recordId !== undefined) this.dispatchEvent(new CustomEvent("tabclose", { detail: { recordId } }));
  }

  /** The middle button closes a tab, as in a browser. */
  handleAuxClick(event: MouseEvent): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset["record"] : undefined;
    if (event.button !== 1 || recordId === undefined) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("tabclose", { detail: { recordId } }));
  }
}

function barItem(
  key: string,
  label: string,
  page: Page,
  icon: string | null,
  recordId: string | null,
  isActive: boolean,
): BarItem & {
  readonly itemClass: string;
} {
  return {
    key,
    label,
    href: addressOf(page),
    icon,
    recordId,
    isActive,
    current: isActive ? "page" : null,
    style: "",
    closeLabel: `Close ${label}`,
    itemClass: itemClass(recordId !== null, isActive),
  };
}

function itemClass(isTab: boolean, isActive: boolean): string {
  return `slds-context-bar__item${isTab ? " slds-context-bar__item_tab workspace" : ""}${isActive ? " slds-is-active" : ""}`;
}

function labelOf(page: Page): string {
  switch (page.kind) {
    case "list":
      return page.objectApiName.replace(/__c$/, "").replaceAll("_", " ");
    case "search":
      return "Search";
    case "home":
      return "Home";
    case "tab":
      return page.apiName.replaceAll("_", " ");
    default:
      return "Page";
  }
}
