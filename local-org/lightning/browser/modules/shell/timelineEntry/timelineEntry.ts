import { api, LightningElement } from "lwc";
import type { Cell } from "../cells/cells.ts";
import { activityIcon } from "../icons/icons.ts";
import { addressOf } from "../pages/pages.ts";
import { textParts, webHref, type TextPart } from "../textLinks/textLinks.ts";
import { durationText } from "../timelineMonths/timelineMonths.ts";
import type { TimelineItem, TimelineReference } from "../../../../../salesforce/ui-api/wire.ts";

interface SentencePart {
  readonly key: number;
  readonly text: string;
  readonly href: string | null;
}

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

  /** "Avery Stone logged a call with Jordan Marsh about Northwind", the names as links. */
  get sentence(): readonly SentencePart[] {
    const { item } = this;
    if (item === null) return [];
    const words: (string | TimelineReference)[] = [
      ...(item.owner === null ? [] : [item.owner]),
      verbOf(item),
      ...(item.who === null ? [] : ["with", item.who]),
      ...(item.what === null ? [] : ["about", item.what]),
    ];
    return words.map((word, key) => ({ key, text: typeof word === "string" ? ` ${word} ` : word.name, href: hrefOf(word) }));
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

function hrefOf(word: string | TimelineReference): string | null {
  return typeof word === "string" ? null : addressOf({ kind: "record", objectApiName: word.objectApiName, recordId: word.id });
}

function verbOf({ kind, isClosed }: TimelineItem): string {
  if (kind === "event") return isClosed ? "had an event" : "has an event";
  if (!isClosed) return kind === "call" ? "has a call to make" : "has an upcoming task";
  return kind === "call" ? "logged a call" : kind === "email" ? "sent an email" : "had a task";
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
