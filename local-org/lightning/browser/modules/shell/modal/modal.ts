import { api, LightningElement } from "lwc";

/**
 * A dialog over the page: slot for its content, slot `footer` for its buttons. Event `close` for Escape and the cross; who shows the
 * dialog decides whether it closes. The focus goes into the dialog, stays there, and goes back where it was.
 */
export default class Modal extends LightningElement {
  @api title = "";
  /** `small`, `medium` or `large`. */
  @api size = "medium";
  /** A short question: an alert dialog without a cross. */
  @api isPrompt = false;
  #before: Element | null = null;
  #isFocused = false;

  get sectionClass(): string {
    return `slds-modal slds-fade-in-open slds-modal_${this.size}${this.isPrompt ? " slds-modal_prompt" : ""}`;
  }

  get role(): string {
    return this.isPrompt ? "alertdialog" : "dialog";
  }

  get hasCross(): boolean {
    return !this.isPrompt;
  }

  override connectedCallback(): void {
    this.#before = deepActiveElement();
  }

  override renderedCallback(): void {
    if (this.#isFocused) return;
    this.#isFocused = true;
    this.template?.querySelector<HTMLElement>(".start")?.focus();
  }

  override disconnectedCallback(): void {
    const before = this.#before;
    if (before instanceof HTMLElement && before.isConnected) setTimeout(() => before.focus());
  }

  handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    this.handleClose();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
}

/** The focused element inside all shadow roots. */
function deepActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
  return element;
}
