import { api, LightningElement } from "lwc";

/** A Visualforce page inside Lightning Experience, as screen pops show it. Visualforce pages have a host of their own. */
export default class VisualforcePage extends LightningElement {
  /** Path and query of the page: `/apex/Caller?number=...`. */
  @api path = "";

  override connectedCallback(): void {
    this.dispatchEvent(new CustomEvent("pagename", { bubbles: true, detail: { title: this.title } }));
  }

  get title(): string {
    return /^\/apex\/(\w+)/.exec(this.path)?.[1] ?? this.path;
  }

  get address(): string {
    return new URL(this.path, `${location.protocol}//${location.host.replace(/^lightning\./, "vf.")}`).href;
  }
}
