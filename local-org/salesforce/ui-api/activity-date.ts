/** Days of the running user's calendar. Runs inside a transaction. */
import { ApexDate } from "../../apex/runtime/date-time.ts";
import { userTimeZone } from "../../apex/runtime/environment.ts";
import type { Org } from "../../transaction/org.ts";
import { displayDay, displayInstant } from "./display-value.ts";

const MILLIS_PER_DAY = 86_400_000;
const WORDS: Readonly<Record<string, string>> = { "-1": "Yesterday", "0": "Today", "1": "Tomorrow" };

/** Days since 1970 of an instant (epoch milliseconds), where the user is. */
export function dayOf(millis: number): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: userTimeZone(), year: "numeric", month: "numeric", day: "numeric" });
  const parts = new Map(format.formatToParts(millis).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1) / MILLIS_PER_DAY;
}

export function todayOf(org: Org): number {
  return dayOf(org.clock.now());
}

/** `Today`, `Nov 2, 2026`, with a time `9:00 AM | Today`. */
export function displayDate(day: number, today: number, instant: number | null): string {
  const text = WORDS[String(day - today)] ?? displayDay(new ApexDate(day), { year: "numeric", month: "short", day: "numeric" });
  return instant === null ? text : `${displayInstant(instant, { hour: "numeric", minute: "2-digit" })} | ${text}`;
}
