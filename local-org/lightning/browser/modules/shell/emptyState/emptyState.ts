import { api, LightningElement } from "lwc";

/** Says that there is nothing here, and what could be done about it. */
export default class EmptyState extends LightningElement {
  @api title = "";
  @api message = "";
  @api iconName = "";
}
