import { api, LightningElement } from "lwc";
import type { DetailSection } from "../cells/cells.ts";

/** The fields of a record by its layout. Event `edit` from a field's pencil. */
export default class RecordDetails extends LightningElement {
  @api recordId = "";
  @api recordName = "";
  @api objectApiName = "";
  @api sections: readonly DetailSection[] = [];
  closed: readonly string[] = [];

  get shown(): readonly (DetailSection & { isOpen: boolean; expanded: string; icon: string; gridClass: string })[] {
    return this.sections.map((section) => {
      const isOpen = !this.closed.includes(section.key);
      return {
        ...section,
        isOpen,
        expanded: String(isOpen),
        icon: isOpen ? "utility:chevrondown" : "utility:chevronright",
        gridClass: section.columns > 1 ? "row row_two" : "row",
      };
    });
  }

  get isEmpty(): boolean {
    return this.sections.length === 0;
  }

  handleToggle(event: Event): void {
    const key = event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset["key"] ?? "") : "";
    this.closed = this.closed.includes(key) ? this.closed.filter((other) => other !== key) : [...this.closed, key];
  }

  handleEdit(): void {
    this.dispatchEvent(new CustomEvent("edit"));
  }
}
