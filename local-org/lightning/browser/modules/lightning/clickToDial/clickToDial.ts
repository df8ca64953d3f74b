import { api, LightningElement } from "lwc";
import { dial, isEnabled, subscribe } from "../../opencti/clickToDial/clickToDial.ts";

/** `lightning-click-to-dial`: a phone number that the softphone dials when it is clicked; text while there is no softphone. */
export default class ClickToDial extends LightningElement {
  /** The number, as people write it. */
  @api value = "";
  /** Record that the number belongs to. */
  @api recordId = "";
  /** Handed to the softphone as it is. */
  @api params = "";

  canDial = isEnabled();
  #end: (() => void) | null = null;

  connectedCallback(): void {
    this.canDial = isEnabled();
    this.#end = subscribe((isOn) => (this.canDial = isOn));
  }

  disconnectedCallback(): void {
    this.#end?.();
  }

  get label(): string {
    return `Dial ${this.value}`;
  }

  handleClick(): void {
    dial({
      number: this.value,
      ...(this.recordId === "" ? {} : { recordId: this.recordId }),
      ...(this.params === "" ? {} : { params: this.params }),
    });
  }
}
