import { api, LightningElement } from "lwc";
import type { Fault } from "../faults/faults.ts";

/** What could not be shown, why, and a way to try again (event `retry`). */
export default class ErrorPanel extends LightningElement {
  @api title = "This could not be loaded";
  @api fault: Fault | null = null;
  /** There is nothing to try again. */
  @api isFinal = false;

  get message(): string {
    return this.fault?.message ?? "";
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent("retry"));
  }
}
