import { api, LightningElement } from "lwc";
import { goTo } from "../navigation/navigation.ts";
import { chooseApp, org, pageOfTab, tabNamed, type OrgState } from "../org/org.ts";

/** The waffle: all apps and all items, with a search over both. */
export default class AppLauncher extends LightningElement {
  @api state: OrgState | null = null;
  isOpen = false;
  term = "";
  #isFocusDue = false;
  readonly #closeOnOutside = (event: Event): void => {
    const host = this.template?.host;
    if (host === undefined || !event.composedPath().includes(host)) this.#close(false);
  };

  get expanded(): string {
    return String(this.isOpen);
  }

  get panelClass(): string {
    return this.isOpen ? "panel slds-dropdown" : "panel slds-dropdown slds-hide";
  }

  get foundApps(): readonly { key: string; label: string; description: string; initials: string; style: string; current: string | null }[] {
    const { apps = [] } = this.state?.apps ?? {};
    return apps
      .filter(({ label }) => this.#matches(label))
      .map(({ developerName, label, description, headerColor }) => ({
        key: developerName,
        label,
        description,
        initials: label.slice(0, 2).toUpperCase(),
        style: `background: ${headerColor}`,
        current: developerName === this.state?.app.developerName ? "true" : null,
      }));
  }

  get foundItems(): readonly { key: string; label: string; icon: string }[] {
    const items = this.state?.apps.allTabs ?? [];
    return items.filter(({ label }) => this.#matches(label)).map(({ developerName, label, icon }) => ({ key: developerName, label, icon }));
  }

  get hasApps(): boolean {
    return this.foundApps.length > 0;
  }

  get hasItems(): boolean {
    return this.foundItems.length > 0;
  }

  get hasNothing(): boolean {
    return !this.hasApps && !this.hasItems;
  }

  #matches(label: string): boolean {
    return label.toLowerCase().includes(this.term.trim().toLowerCase());
  }

  override renderedCallback(): void {
    if (!this.#isFocusDue) return;
    this.#isFocusDue = false;
    this.template?.querySelector<HTMLElement>("lightning-input")?.focus();
  }

  override disconnectedCallback(): void {
    document.removeEventListener("click", this.#closeOnOutside);
  }

  handleToggle(): void {
    if (this.isOpen) {
      this.#close(true);
      return;
    }
    this.isOpen = true;
    this.term = "";
    this.#isFocusDue = true;
    document.addEventListener("click", this.#closeOnOutside);
  }

  #close(isFocusReturned: boolean): void {
    this.isOpen = false;
    document.removeEventListener("click", this.#closeOnOutside);
    if (isFocusReturned) this.template?.querySelector<HTMLElement>(".waffle")?.focus();
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.isOpen) return;
    event.stopPropagation();
    this.#close(true);
  }

  handleTerm(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }

  handleApp(event: Event): void {
    const name = keyOf(event);
    this.#close(true);
    if (!chooseApp(name)) return;
    const first = org().app.tabs[0];
    goTo(first === undefined ? { kind: "home" } : pageOfTab(first));
  }

  handleItem(event: Event): void {
    const tab = tabNamed(keyOf(event));
    this.#close(true);
    if (tab !== null) goTo(pageOfTab(tab));
  }
}

function keyOf(event: Event): string {
  return event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset["key"] ?? "") : "";
}
