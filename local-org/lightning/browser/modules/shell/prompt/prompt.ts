import { api, LightningElement } from "lwc";

/** A question with two answers: events `confirm` and `cancel`. */
export default class Prompt extends LightningElement {
  @api title = "";
  @api message = "";
  @api confirmLabel = "OK";
  @api cancelLabel = "Cancel";

  handleConfirm(): void {
    this.dispatchEvent(new CustomEvent("confirm"));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent("cancel"));
  }
}
