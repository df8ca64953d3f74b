import { api, LightningElement } from "lwc";

/** An address that shows nothing. */
export default class MissingPage extends LightningElement {
  @api path = "";
  /** What is said instead of the address. */
  @api message = "";

  override connectedCallback(): void {
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: "Page not found" } }));
  }

  get text(): string {
    return this.message === "" ? `There is no page at ${this.path}.` : this.message;
  }
}
