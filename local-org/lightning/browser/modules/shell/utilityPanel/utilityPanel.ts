import { api, LightningElement } from "lwc";
import { encloseUtility } from "../../lightning/platformUtilityBarApi/platformUtilityBarApi.ts";
import type { UtilityItemState } from "../utilityItems/utilityItems.ts";

/** One panel of the utility bar: header and the item's component. Event `minimise`. */
export default class UtilityPanel extends LightningElement {
  @api item: UtilityItemState | null = null;
  @api side = "left";

  connectedCallback(): void {
    encloseUtility(this, () => this.item?.id ?? "");
  }

  get label(): string {
    return this.item?.panelLabel ?? "";
  }

  get icon(): string {
    const icon = this.item?.panelIcon ?? "";
    return icon.includes(":") ? icon : `utility:${icon}`;
  }

  get component(): string {
    return this.item?.component ?? "";
  }

  /** What the component is given: the item's properties, and its own id for the utility bar's API. */
  get properties(): Readonly<Record<string, unknown>> {
    return this.component.startsWith("opencti:") ? { itemId: this.item?.id ?? "" } : (this.item?.properties ?? {});
  }

  get panelClass(): string {
    return `slds-utility-panel slds-grid slds-grid_vertical panel panel_${this.side}${this.item?.isOpen === true ? " slds-is-open" : ""}`;
  }

  /** A closed panel is out of sight and out of reach, but its frames keep their size and go on working. */
  get panelStyle(): string {
    const { width = 340, height = 480, isOpen = false } = this.item ?? {};
    const hidden = isOpen ? "" : "; visibility: hidden; pointer-events: none; z-index: -1";
    return `width: ${width}px; height: min(${height + 40}px, calc(100vh - 3rem))${hidden}`;
  }

  get bodyClass(): string {
    return this.item?.scrollable === false ? "slds-utility-panel__body body body_fixed" : "slds-utility-panel__body body";
  }

  /** Moves the focus into the panel's header. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>("lightning-button-icon")?.focus();
  }

  handleMinimise(): void {
    this.dispatchEvent(new CustomEvent("minimise"));
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    this.handleMinimise();
  }
}
