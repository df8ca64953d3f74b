import { api, LightningElement } from "lwc";
import { typedValue, type FormField as Field, type FormValue } from "../formModel/formModel.ts";

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Date: "date",
  DateTime: "datetime",
  Time: "time",
  Email: "email",
  Phone: "tel",
  Url: "text",
  Currency: "number",
  Double: "number",
  Int: "number",
  Long: "number",
  Percent: "number",
};

/** A base component that shows what is wrong with it. */
interface Validated extends Element {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** One input of a form, by its field's type. Event `fieldchange` (`{apiName, value}`). */
export default class FormField extends LightningElement {
  @api field: Field | null = null;
  @api value: FormValue = null;
  @api objectApiName = "";
  @api timeZone = "";
  problem = "";
  typed = "";
  #shownError = "";

  /** What is wrong with the value; empty: nothing. */
  @api
  get error(): string {
    return this.problem;
  }
  set error(error: string) {
    this.problem = error;
    if (this.isConnected) this.#showError();
  }

  override renderedCallback(): void {
    this.#showError();
  }

  #showError(): void {
    if (this.problem === this.#shownError) return;
    this.#shownError = this.problem;
    const input = this.template?.querySelector(".input") ?? null;
    if (!isValidated(input)) return;
    input.setCustomValidity(this.problem);
    input.reportValidity();
  }

  /** Moves the focus into the input. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>(".input")?.focus();
  }

  get label(): string {
    return this.field?.label ?? "";
  }
  get help(): string {
    return this.field?.help ?? "";
  }
  get isRequired(): boolean {
    return this.field?.isRequired ?? false;
  }
  get maxLength(): number | null {
    return this.field?.maxLength ?? null;
  }
  get text(): string {
    return this.value === null ? "" : String(this.value);
  }
  get isChecked(): boolean {
    return this.value === true;
  }

  get isReadOnly(): boolean {
    return this.field?.isReadOnly ?? false;
  }
  get isCheckbox(): boolean {
    return this.field?.dataType === "Boolean";
  }
  get isPicklist(): boolean {
    return this.field?.dataType === "Picklist";
  }
  /** Free text with proposals. */
  get isComboBox(): boolean {
    return this.field?.dataType === "ComboBox";
  }
  get proposals(): readonly { id: string; label: string; detail: string | null; icon: string }[] {
    const typed = this.typed.toLowerCase();
    return (this.field?.options ?? [])
      .filter(({ label }) => label.toLowerCase().includes(typed))
      .map(({ label, value }) => ({ id: value, label, detail: null, icon: "" }));
  }
  get isMultiPicklist(): boolean {
    return this.field?.dataType === "MultiPicklist";
  }
  get isLookup(): boolean {
    return this.field?.dataType === "Reference";
  }
  get isTextArea(): boolean {
    return this.field?.dataType === "TextArea";
  }

  get inputType(): string {
    return INPUT_TYPES[this.field?.dataType ?? ""] ?? "text";
  }
  get step(): string | null {
    if (this.inputType !== "number") return null;
    const scale = this.field?.scale ?? 0;
    return scale === 0 ? "1" : `0.${"0".repeat(scale - 1)}1`;
  }
  /** Numbers have no longest text. */
  get textLength(): number | null {
    return this.inputType === "number" || this.inputType.startsWith("date") || this.inputType === "time" ? null : this.maxLength;
  }
  get options(): readonly { label: string; value: string }[] {
    const options = (this.field?.options ?? []).map(({ label, value }) => ({ label, value }));
    return this.isRequired ? options : [{ label: "--None--", value: "" }, ...options];
  }
  get chosen(): readonly string[] {
    return this.text === "" ? [] : this.text.split(";");
  }
  get multiOptions(): readonly { label: string; value: string }[] {
    return (this.field?.options ?? []).map(({ label, value }) => ({ label, value }));
  }
  get displayText(): string {
    return this.field?.displayText ?? "";
  }
  get lookupValue(): string | null {
    return typeof this.value === "string" ? this.value : null;
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    if (this.field !== null) this.#tell(typedValue(this.field, event.detail.value));
  }
  handleCheck(event: CustomEvent<{ checked: boolean }>): void {
    this.#tell(event.detail.checked);
  }
  handleMulti(event: CustomEvent<{ value: readonly string[] }>): void {
    this.#tell(event.detail.value.length === 0 ? null : event.detail.value.join(";"));
  }
  handleProposalSearch(event: CustomEvent<{ text: string }>): void {
    // A value that is chosen already proposes all the others.
    this.typed = event.detail.text === this.text ? "" : event.detail.text;
  }
  handleProposal(event: CustomEvent<{ id: string }>): void {
    this.#tell(event.detail.id);
  }
  handleFreeText(event: CustomEvent<{ text: string }>): void {
    if (event.detail.text !== this.text) this.#tell(event.detail.text === "" ? null : event.detail.text);
  }
  handleLookup(event: CustomEvent<{ value: string | null }>): void {
    this.#tell(event.detail.value);
  }

  #tell(value: FormValue): void {
    const apiName = this.field?.apiName;
    this.dispatchEvent(new CustomEvent("fieldchange", { bubbles: true, detail: { apiName, value } }));
  }
}

function isValidated(element: Element | null): element is Validated {
  return element !== null && "setCustomValidity" in element && "reportValidity" in element;
}
