import { api, LightningElement } from "lwc";
import { items, setItem, subscribe, type UtilityItemState } from "../utilityItems/utilityItems.ts";

/** The bar at the bottom and its panels. Panels that were loaded once stay alive. */
export default class UtilityBar extends LightningElement {
  /** Where the buttons stand: `left` or `right`. */
  @api side = "left";
  items: readonly UtilityItemState[] = items();
  #end: (() => void) | null = null;
  #focusDue: string | null = null;

  override connectedCallback(): void {
    this.items = items();
    this.#end = subscribe(() => (this.items = items()));
  }

  override disconnectedCallback(): void {
    this.#end?.();
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  get barClass(): string {
    return `slds-utility-bar bar${this.side === "right" ? " bar_right" : ""}`;
  }

  get buttons(): readonly { id: string; label: string; icon: string; expanded: string; buttonClass: string; panelId: string }[] {
    return this.items
      .filter(({ isBackground }) => !isBackground)
      .map(({ id, label, icon, isOpen, isHighlighted }) => ({
        id,
        label,
        icon: icon.includes(":") ? icon : `utility:${icon}`,
        expanded: String(isOpen),
        panelId: `panel-${id}`,
        buttonClass: `slds-button slds-utility-bar__action${isOpen ? " slds-is-active" : ""}${isHighlighted ? " highlighted" : ""}`,
      }));
  }

  get loaded(): readonly UtilityItemState[] {
    return this.items.filter(({ isLoaded }) => isLoaded);
  }

  override renderedCallback(): void {
    if (this.#focusDue === null) return;
    const panel = this.template?.querySelector<HTMLElement>(`shell-utility-panel[data-id="${this.#focusDue}"]`);
    this.#focusDue = null;
    panel?.focus();
  }

  handleToggle(event: Event): void {
    const id = idOf(event);
    const isOpen = !this.items.some((item) => item.id === id && item.isOpen);
    if (isOpen) this.#focusDue = id;
    setItem(id, { isOpen });
  }

  handleMinimise(event: Event): void {
    const id = idOf(event);
    setItem(id, { isOpen: false });
    this.template?.querySelector<HTMLElement>(`button[data-id="${id}"]`)?.focus();
  }
}

function idOf(event: Event): string {
  return event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset["id"] ?? "") : "";
}
