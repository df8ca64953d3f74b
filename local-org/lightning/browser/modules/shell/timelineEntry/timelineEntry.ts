import { api, LightningElement } from "lwc";
import type { Cell } from "../cells/cells.ts";
import { activityIcon } from "../icons/icons.ts";
import { addressOf } from "../pages/pages.ts";
import { textParts, webHref, type TextPart } from "../textLinks/textLinks.ts";
import { durationText } from "../timelineMonths/timelineMonths.ts";
import type { TimelineItem, TimelineReference } from "../../../../../salesforce/ui-api/wire.ts";

const KINDS: Readonly<Record<TimelineItem["kind"], string>> = { call: "a call", task: "a task", event: "an event", email: "an email" };

/** One activity: a line that opens to everything that is known of it. */
export default class TimelineEntry extends LightningElement {
  @api item: TimelineItem | null = null;
  isOpen = false;
  #isExpanded = false;

  /** Opens or closes the entry together with all others. */
  @api
  get isExpanded(): boolean {
    return this.#isExpanded;
  }
  set isExpanded(isExpanded: boolean) {
    this.#isExpanded = isExpanded;
    this.isOpen = isExpanded;
  }

  get entryClass(): string {
    const kind = this.item?.kind ?? "task";
    return `slds-timeline__item_expandable slds-timeline__item_${kind}${this.isOpen ? " slds-is-open" : ""}`;
  }

  get icon(): string {
    return activityIcon(this.item?.kind ?? "task");
  }

  get toggleLabel(): string {
    return `Toggle details for ${this.subject}`;
  }

  get toggleIcon(): string {
    return this.isOpen ? "utility:switch" : "utility:chevronright";
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get subject(): string {
    return this.item?.subject === undefined || this.item.subject === "" ? "(no subject)" : this.item.subject;
  }

  get href(): string {
    const { item } = this;
    return item === null ? "" : addressOf({ kind: "record", objectApiName: item.objectApiName, recordId: item.id });
  }

  get date(): string {
    return this.item?.displayDate ?? "No due date";
  }

  get dateClass(): string {
    return this.item?.isOverdue === true ? "slds-timeline__date overdue" : "slds-timeline__date";
  }

  get kind(): string {
    return KINDS[this.item?.kind ?? "task"];
  }

  get verb(): string {
    const { item } = this;
    if (item === null) return "";
    if (item.kind === "event") return item.isClosed ? "had an event" : "has an event";
    if (item.isClosed) return item.kind === "call" ? "logged a call" : item.kind === "email" ? "sent an email" : "had a task";
    return item.kind === "call" ? "has a call to make" : "has an upcoming task";
  }

  get owner(): { name: string; href: string } | null {
    return linkOf(this.item?.owner ?? null);
  }

  get who(): { name: string; href: string } | null {
    return linkOf(this.item?.who ?? null);
  }

  get what(): { name: string; href: string } | null {
    return linkOf(this.item?.what ?? null);
  }

  get description(): readonly TextPart[] | null {
    const text = this.item?.description ?? "";
    return text === "" ? null : textParts(text);
  }

  get details(): readonly { key: string; label: string; cell: Cell }[] {
    return (this.item?.details ?? []).map((detail) => ({ key: detail.apiName, label: detail.label, cell: cellOfDetail(detail) }));
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}

function linkOf(reference: TimelineReference | null): { name: string; href: string } | null {
  if (reference === null) return null;
  const { id, name, objectApiName } = reference;
  return { name, href: addressOf({ kind: "record", objectApiName, recordId: id }) };
}

function cellOfDetail({ apiName, dataType, value }: TimelineItem["details"][number]): Cell {
  if (apiName === "CallDurationInSeconds" && /^\d+$/.test(value)) return { kind: "text", text: durationText(Number(value)) };
  switch (dataType) {
    case "Boolean":
      return { kind: "checkbox", isChecked: value === "true" || value === "True" };
    case "Phone":
      return { kind: "phone", number: value };
    case "Email":
      return { kind: "email", text: value, href: `mailto:${value}` };
    case "Url": {
      const href = webHref(value);
      return href === null ? { kind: "text", text: value } : { kind: "url", text: value, href };
    }
    default:
      return { kind: "lines", parts: textParts(value) };
  }
}
