import { api, LightningElement } from "lwc";
import type { Page } from "../pages/pages.ts";

/** One page of the shell. Event `pagetitle` (`{page, title}`) names it for the browser's tab. */
export default class PageView extends LightningElement {
  @api page: Page = { kind: "home" };
  @api isActive = false;

  get isHome(): boolean {
    return this.page.kind === "home";
  }

  get list(): Extract<Page, { kind: "list" }> | null {
    return this.page.kind === "list" ? this.page : null;
  }

  get record(): Extract<Page, { kind: "record" | "edit" }> | null {
    return this.page.kind === "record" || this.page.kind === "edit" ? this.page : null;
  }

  get related(): Extract<Page, { kind: "related" }> | null {
    return this.page.kind === "related" ? this.page : null;
  }

  get tab(): Extract<Page, { kind: "tab" }> | null {
    return this.page.kind === "tab" ? this.page : null;
  }

  get search(): Extract<Page, { kind: "search" }> | null {
    return this.page.kind === "search" ? this.page : null;
  }

  get visualforce(): Extract<Page, { kind: "visualforce" }> | null {
    return this.page.kind === "visualforce" ? this.page : null;
  }

  get missing(): Extract<Page, { kind: "missing" }> | null {
    return this.page.kind === "missing" ? this.page : null;
  }

  /** Pages below know their title, this one knows its page. */
  handleTitle(event: CustomEvent<{ title: string }>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("pagetitle", { bubbles: true, detail: { page: this.page, title: event.detail.title } }));
  }
}
