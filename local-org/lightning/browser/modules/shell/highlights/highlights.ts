import { api, LightningElement } from "lwc";
import type { DetailItem } from "../cells/cells.ts";

/** Head of a record page: icon, name, the fields of the compact layout, actions. Events `edit`, `delete`, `refresh`. */
export default class Highlights extends LightningElement {
  @api recordId = "";
  @api name = "";
  @api objectLabel = "";
  @api objectApiName = "";
  @api icon = "standard:record";
  /** The compact layout's fields; the first is the name and stands in the title. */
  @api items: readonly DetailItem[] = [];
  @api canEdit = false;
  @api canDelete = false;

  get facts(): readonly DetailItem[] {
    return this.items.slice(1);
  }

  get hasFacts(): boolean {
    return this.facts.length > 0;
  }

  handleEdit(): void {
    this.dispatchEvent(new CustomEvent("edit"));
  }

  handleDelete(): void {
    this.dispatchEvent(new CustomEvent("delete"));
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent(event.detail.value));
  }
}
