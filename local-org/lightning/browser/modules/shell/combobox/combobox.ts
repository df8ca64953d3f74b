import { api, LightningElement } from "lwc";

/** What a combobox offers. */
export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  /** Empty: none. */
  readonly icon: string;
}

/** Milliseconds without typing until `search` is sent. */
const TYPING_PAUSE = 200;

/**
 * A text box that offers records while one types (combobox with a list box, after the ARIA pattern). Events: `search` (`{text}`) asks
 * for options, `pick` (`{id}`) names the chosen one, `submit` (`{text}`) is Enter on the text itself, `clear` the cross.
 */
export default class Combobox extends LightningElement {
  @api label = "";
  @api placeholder = "";
  @api isLabelHidden = false;
  @api isRequired = false;
  @api isDisabled = false;
  @api options: readonly ComboboxOption[] = [];
  @api isLoading = false;
  /** Shown below the box. */
  @api error = "";
  @api emptyText = "No results";
  @api help = "";
  /** Any text is a value; nothing is said when no option fits. */
  @api isFreeText = false;
  /** Offered after the options: Enter on the text. Empty: none. */
  @api submitLabel = "";
  text = "";
  isOpen = false;
  active = -1;
  #typing: number | undefined;

  /** Text in the box. */
  @api
  get value(): string {
    return this.text;
  }
  set value(value: string) {
    this.text = value;
  }

  @api
  focus(): void {
    this.template?.querySelector("input")?.focus();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#typing);
  }

  get labelClass(): string {
    return this.isLabelHidden ? "slds-form-element__label slds-assistive-text" : "slds-form-element__label";
  }

  get formClass(): string {
    return `slds-form-element${this.error === "" ? "" : " slds-has-error"}`;
  }

  get triggerClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? " slds-is-open" : ""}`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get invalid(): string {
    return String(this.error !== "");
  }

  get items(): readonly (ComboboxOption & { elementId: string; index: number; selected: string; optionClass: string })[] {
    return this.options.map((option, index) => ({
      ...option,
      index,
      elementId: `option-${index}`,
      selected: String(index === this.active),
      optionClass: `slds-media slds-media_center slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta${index === this.active ? " slds-has-focus" : ""}`,
    }));
  }

  get activeId(): string | null {
    return this.active >= 0 ? `option-${this.active}` : null;
  }

  get isEmpty(): boolean {
    return !this.isLoading && !this.isFreeText && this.options.length === 0;
  }

  get hasGlass(): boolean {
    return !this.isFreeText;
  }

  get boxClass(): string {
    return `slds-input slds-combobox__input box${this.hasGlass ? " box_glass" : ""}`;
  }

  get hasText(): boolean {
    return this.text !== "" && !this.isDisabled;
  }

  get submitText(): string | null {
    return this.submitLabel === "" || this.text.trim() === "" ? null : `${this.submitLabel} “${this.text.trim()}”`;
  }

  handleInput(event: Event): void {
    this.text = event.target instanceof HTMLInputElement ? event.target.value : "";
    this.active = -1;
    this.isOpen = true;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#search(), TYPING_PAUSE);
  }

  handleFocus(): void {
    if (this.isOpen || this.isDisabled) return;
    this.isOpen = true;
    this.active = -1;
    this.#search();
  }

  #search(): void {
    this.dispatchEvent(new CustomEvent("search", { detail: { text: this.text.trim() } }));
  }

  /** Typing over a chosen value takes no deleting. */
  handleFocusIn(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
    this.handleFocus();
  }

  handleBlur(): void {
    this.isOpen = false;
    this.dispatchEvent(new CustomEvent("leave", { detail: { text: this.text.trim() } }));
  }

  handleKeyDown(event: KeyboardEvent): void {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        if (!this.isOpen) {
          this.handleFocus();
          return;
        }
        const count = this.options.length;
        if (count === 0) return;
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
        return;
      }
      case "Enter": {
        const option = this.options[this.active];
        if (this.isOpen && option !== undefined) {
          event.preventDefault();
          this.#pick(option.id);
        } else this.#submit();
        return;
      }
      case "Escape":
        if (!this.isOpen) return;
        event.stopPropagation();
        event.preventDefault();
        this.isOpen = false;
    }
  }

  #submit(): void {
    clearTimeout(this.#typing);
    this.isOpen = false;
    if (this.text.trim() !== "") this.dispatchEvent(new CustomEvent("submit", { detail: { text: this.text.trim() } }));
  }

  #pick(id: string): void {
    this.isOpen = false;
    this.active = -1;
    this.dispatchEvent(new CustomEvent("pick", { detail: { id } }));
  }

  /** The box keeps the focus while an option is clicked. */
  handleHold(event: Event): void {
    event.preventDefault();
  }

  handleOption(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset["id"] : undefined;
    if (id !== undefined) this.#pick(id);
  }

  handleSubmit(): void {
    this.#submit();
  }

  handleClear(): void {
    this.text = "";
    this.dispatchEvent(new CustomEvent("clear", { detail: { text: "" } }));
    this.template?.querySelector("input")?.focus();
  }
}
