/** The activity timeline. */
import type { DataType } from "./object-info.ts";

export interface TimelineReference {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
}

export interface TimelineItem {
  readonly id: string;
  readonly objectApiName: "Task" | "Event" | "EmailMessage";
  readonly kind: "call" | "task" | "event" | "email";
  readonly subject: string;
  /** What decides the place: activity date of a task (`2026-11-02`), start of an event (ISO 8601, UTC); null: no due date. */
  readonly date: string | null;
  /** As people read it, in the user's zone: `Today`, `Nov 2, 2026`, `9:00 AM | Today`; null: no date. */
  readonly displayDate: string | null;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly owner: TimelineReference | null;
  readonly who: TimelineReference | null;
  readonly what: TimelineReference | null;
  readonly description: string | null;
  /**
   * Every other fact that it carries, custom fields included, in words: `{label: "Call Duration", value: "75"}`. No empty fields,
   * no unticked checkboxes. `recordId`: where a lookup leads; null: no lookup.
   */
  readonly details: readonly {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: DataType;
    readonly value: string;
    readonly recordId: string | null;
  }[];
}

/** `GET /lightning/api/timeline/<recordId>`: upcoming = open, soonest first; past = closed, newest first. */
export interface Timeline {
  readonly upcoming: readonly TimelineItem[];
  readonly past: readonly TimelineItem[];
}
