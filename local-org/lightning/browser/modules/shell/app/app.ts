import { LightningElement } from "lwc";
import { faultOf, type Fault } from "../faults/faults.ts";
import { current, goTo, nameObjectOfRecord, subscribe } from "../navigation/navigation.ts";
import { chooseApp, onAppChange, org, pageOfTab, startOrg, type OrgState } from "../org/org.ts";
import { recordNames } from "../orgApi/orgApi.ts";
import { isDialog, type Page } from "../pages/pages.ts";
import { showToast, toastRequestOf } from "../toasts/toasts.ts";
import { defineItems } from "../utilityItems/utilityItems.ts";
import { neighbourOf, parseTabs, withFacts, withoutRecord, withRecord, type WorkspaceTab } from "../workspaces/workspaces.ts";
import { followLinks } from "./follow-links.ts";

/** What is on screen: a page that stays alive while it is hidden. */
interface View {
  readonly key: string;
  readonly page: Page;
  readonly isActive: boolean;
  readonly style: string;
}

const PRODUCT = "Local Org";

/** The whole shell: header, navigation, pages, dialogs, utility bar. */
export default class App extends LightningElement {
  state: OrgState | null = null;
  fault: Fault | null = null;
  page: Page = current().background;
  dialog: Page | null = null;
  workspaces: readonly WorkspaceTab[] = [];
  /** What the console's navigation tab shows while a workspace is in front. */
  navPage: Page = { kind: "home" };
  #titles = new Map<string, string>();
  /** How far each view was scrolled when it was left. */
  #scrolled = new Map<string, number>();
  /** The view that has just come to the front. */
  #arrived: string | null = null;
  #cleanUp: (() => void)[] = [];

  override connectedCallback(): void {
    const showToastEvent = (event: Event): void => {
      const request = event instanceof CustomEvent ? toastRequestOf(event.detail) : null;
      if (request !== null) showToast(request);
    };
    document.addEventListener("lightning__showtoast", showToastEvent);
    this.#cleanUp = [
      subscribe(() => this.#follow()),
      onAppChange(() => this.#useApp()),
      followLinks(document),
      () => document.removeEventListener("lightning__showtoast", showToastEvent),
    ];
    void this.#start();
  }

  override renderedCallback(): void {
    const main = this.template?.querySelector<HTMLElement>("main") ?? null;
    if (this.#arrived === null || main === null) return;
    main.scrollTop = this.#scrolled.get(this.#arrived) ?? 0;
    this.#arrived = null;
    // What was clicked may be gone with its page, which the browser notices when it draws; keys scroll the new one.
    requestAnimationFrame(() => setTimeout(() => focusWhenLost(main)));
  }

  override disconnectedCallback(): void {
    for (const end of this.#cleanUp) end();
  }

  async #start(): Promise<void> {
    this.fault = null;
    try {
      const state = await startOrg();
      this.workspaces = parseTabs(sessionStorage.getItem(this.#storageKey()));
      void this.#dropMissing();
      const page = current().background;
      if (page.kind === "app") chooseApp(page.appName);
      this.state = org();
      defineItems(org().app.utilityItems);
      // The root of the host shows the app's first page.
      if (location.pathname === "/" || location.pathname === "/one/one.app") this.#openFirstPage(state);
      this.#follow();
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Tabs of records that are gone since they were stored, but for the one on screen, which says so. */
  async #dropMissing(): Promise<void> {
    const ids = this.workspaces.map(({ recordId }) => recordId);
    try {
      const names = await recordNames(ids);
      const isKept = (id: string): boolean => names.has(id) || !ids.includes(id) || ("recordId" in this.page && this.page.recordId === id);
      this.#setWorkspaces(this.workspaces.filter(({ recordId }) => isKept(recordId)));
    } catch {
      // The tabs stay; each says itself what is wrong with it.
    }
  }

  #openFirstPage(state: OrgState): void {
    const first = state.app.tabs[0];
    goTo(first === undefined ? { kind: "home" } : pageOfTab(first), { replace: true });
  }

  #useApp(): void {
    const state = org();
    this.state = state;
    defineItems(state.app.utilityItems);
    this.workspaces = parseTabs(sessionStorage.getItem(this.#storageKey()));
    this.navPage = { kind: "home" };
  }

  #storageKey(): string {
    const { session, app } = org();
    return `shell.workspaces.${session.user.id}.${app.developerName}`;
  }

  #setWorkspaces(tabs: readonly WorkspaceTab[]): void {
    this.workspaces = tabs;
    sessionStorage.setItem(this.#storageKey(), JSON.stringify(tabs));
  }

  #follow(): void {
    if (this.state === null) return;
    const { page, background } = current();
    if (page.kind === "app") {
      this.#enterApp(page);
      return;
    }
    this.dialog = isDialog(page) ? page : null;
    this.#completeAddress(background);
    const left = viewKey(this.page, this.isConsole);
    this.page = current().background;
    const arrived = viewKey(this.page, this.isConsole);
    if (left !== arrived) {
      this.#scrolled.set(left, this.template?.querySelector("main")?.scrollTop ?? 0);
      this.#arrived = arrived;
    }
    if (background.kind === "record" || background.kind === "related")
      this.#setWorkspaces(withRecord(this.workspaces, background.recordId, background.objectApiName));
    else this.navPage = background;
    this.#showTitle();
  }

  /** A record that is open already is not read again: its tab knows its object. */
  #completeAddress(page: Page): void {
    if (!("recordId" in page) || page.objectApiName !== null) return;
    const known = this.workspaces.find(({ recordId }) => recordId === page.recordId)?.objectApiName ?? null;
    if (known !== null) nameObjectOfRecord(page.recordId, known);
  }

  #enterApp(page: Extract<Page, { kind: "app" }>): void {
    if (!chooseApp(page.appName)) {
      this.page = { kind: "missing", path: location.pathname };
      return;
    }
    if (page.inner === null) this.#openFirstPage(org());
    else goTo(page.inner, { replace: true });
  }

  get isConsole(): boolean {
    return this.state?.app.navType === "Console";
  }

  get isLoading(): boolean {
    return this.state === null && this.fault === null;
  }

  /** In a console, every workspace and the navigation tab live side by side; otherwise only the page on screen does. */
  get views(): readonly View[] {
    const active = viewKey(this.page, this.isConsole);
    const view = (page: Page): View => {
      const key = viewKey(page, this.isConsole);
      const isActive = key === active;
      return { key, page, isActive, style: isActive ? "" : "display: none" };
    };
    if (!this.isConsole) return [view(this.page)];
    const records = this.workspaces.map(({ recordId, objectApiName }) =>
      "recordId" in this.page && this.page.recordId === recordId ? view(this.page) : view({ kind: "record", objectApiName, recordId }),
    );
    return [view(this.navPage), ...records];
  }

  get utilitySide(): string {
    return this.state?.app.utilityAlignment === "Right" ? "right" : "left";
  }

  get frameClass(): string {
    return this.isConsole ? "frame frame_console" : "frame";
  }

  handleRetry(): void {
    void this.#start();
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.template?.querySelector<HTMLElement>("main")?.focus();
  }

  handlePageTitle(event: CustomEvent<{ page: Page; title: string }>): void {
    const { page, title } = event.detail;
    this.#titles.set(viewKey(page, this.isConsole), title);
    this.#showTitle();
  }

  handleRecordRead(event: CustomEvent<WorkspaceTab>): void {
    const facts = event.detail;
    if (facts.objectApiName !== null) nameObjectOfRecord(facts.recordId, facts.objectApiName);
    this.#setWorkspaces(withFacts(this.workspaces, facts));
    this.page = current().background;
  }

  handleRecordGone(event: CustomEvent<{ recordId: string }>): void {
    this.#close(event.detail.recordId);
  }

  handleTabClose(event: CustomEvent<{ recordId: string }>): void {
    this.#close(event.detail.recordId);
  }

  #close(recordId: string): void {
    const next = neighbourOf(this.workspaces, recordId);
    const isShown = "recordId" in this.page && this.page.recordId === recordId;
    this.#setWorkspaces(withoutRecord(this.workspaces, recordId));
    if (!isShown) return;
    if (this.isConsole && next !== null) goTo({ kind: "record", objectApiName: next.objectApiName, recordId: next.recordId });
    else goTo(this.navPage);
  }

  #showTitle(): void {
    const title = this.#titles.get(viewKey(this.page, this.isConsole));
    document.title = title === undefined ? PRODUCT : `${title} | ${PRODUCT}`;
  }
}

function focusWhenLost(element: HTMLElement): void {
  if (document.activeElement === null || document.activeElement === document.body) element.focus({ preventScroll: true });
}

/** Pages of one key share a view: it stays while only what it shows changes. */
function viewKey(page: Page, isConsole: boolean): string {
  switch (page.kind) {
    case "record":
    case "edit":
      return `record:${page.recordId}`;
    case "related":
      return isConsole ? `record:${page.recordId}` : `related:${page.recordId}:${page.relatedListId}`;
    case "list":
    case "new":
      return `list:${page.objectApiName}`;
    case "tab":
      return `tab:${page.apiName}`;
    case "missing":
      return `missing:${page.path}`;
    default:
      return page.kind;
  }
}
