import { api, LightningElement } from "lwc";
import { dial, isEnabled, subscribe } from "../../opencti/clickToDial/clickToDial.ts";
import type { Cell as CellContent } from "../cells/cells.ts";

/** One value of a record, as Lightning shows it. Phone numbers dial when a softphone has click-to-dial on. */
export default class Cell extends LightningElement {
  @api content: CellContent = { kind: "empty" };
  /** The record that the value belongs to: what a softphone is told. */
  @api recordId: string | null = null;
  @api recordName: string | null = null;
  @api objectApiName: string | null = null;

  canDial = isEnabled();
  #end: (() => void) | null = null;

  override connectedCallback(): void {
    this.canDial = isEnabled();
    this.#end = subscribe((isOn) => (this.canDial = isOn));
  }

  override disconnectedCallback(): void {
    this.#end?.();
  }

  get text(): string | null {
    return this.content.kind === "text" ? this.content.text : null;
  }
  get lines(): readonly { key: number; text: string; href: string | null }[] | null {
    return this.content.kind === "lines" ? this.content.parts : null;
  }
  get html(): string | null {
    return this.content.kind === "rich" ? this.content.html : null;
  }
  get record(): Extract<CellContent, { kind: "record" }> | null {
    return this.content.kind === "record" ? this.content : null;
  }
  get phone(): string | null {
    return this.content.kind === "phone" ? this.content.number : null;
  }
  get telHref(): string {
    return `tel:${(this.phone ?? "").replace(/[^\d+*#]/g, "")}`;
  }
  get dialTitle(): string {
    return `Call ${this.phone ?? ""}`;
  }
  get link(): { text: string; href: string; target: string } | null {
    const { content } = this;
    if (content.kind === "email") return { text: content.text, href: content.href, target: "_self" };
    return content.kind === "url" ? { text: content.text, href: content.href, target: "_blank" } : null;
  }
  get box(): { label: string; icon: string } | null {
    if (this.content.kind !== "checkbox") return null;
    return this.content.isChecked ? { label: "True", icon: "utility:check" } : { label: "False", icon: "utility:steps" };
  }
  get isChecked(): boolean {
    return this.content.kind === "checkbox" && this.content.isChecked;
  }

  handleDial(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    dial({
      number: this.phone ?? "",
      ...(this.recordId === null ? {} : { recordId: this.recordId }),
      ...(this.recordName === null ? {} : { recordName: this.recordName }),
      ...(this.objectApiName === null ? {} : { objectType: this.objectApiName }),
    });
  }
}
