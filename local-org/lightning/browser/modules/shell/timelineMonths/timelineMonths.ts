/** Past activities under the months in which they happened. Pure. */

/** Items of one month. */
export interface MonthGroup<T> {
  /** `2026-11`; empty for what has no date. */
  readonly key: string;
  /** `November • 2026`. */
  readonly label: string;
  /** `This Month`, `Last Month`, or nothing. */
  readonly note: string;
  readonly items: readonly T[];
}

/**
 * Groups by month, in the order given.
 *
 * @param today any time of the day that counts as today
 * @param timeZone IANA name: times of the day belong to a date there; dates alone belong to themselves
 */
export function groupByMonth<T extends { readonly date: string | null }>(
  items: readonly T[],
  today: Date,
  timeZone: string,
): readonly MonthGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = item.date === null ? "" : monthOf(item.date, timeZone);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const thisMonth = monthOf(today.toISOString(), timeZone);
  return [...groups].map(([key, group]) => ({ key, label: labelOf(key), note: noteOf(key, thisMonth), items: group }));
}

function monthOf(date: string, timeZone: string): string {
  if (!date.includes("T")) return date.slice(0, 7);
  // The Swedish form of a date is ISO's.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit" }).format(new Date(date));
}

function labelOf(key: string): string {
  const [year, month] = key.split("-").map(Number);
  if (year === undefined || month === undefined) return "No due date";
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, 1)));
  return `${name} • ${year}`;
}

function noteOf(key: string, thisMonth: string): string {
  if (key === "") return "";
  if (key === thisMonth) return "This Month";
  const [year = 0, month = 0] = thisMonth.split("-").map(Number);
  const last = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
  return key === last ? "Last Month" : "";
}

/** `1 min 15 s` for 75, as durations of calls are read. */
export function durationText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [hours > 0 ? `${hours} h` : "", minutes > 0 ? `${minutes} min` : "", seconds % 60 > 0 ? `${seconds % 60} s` : ""];
  return parts.filter((part) => part !== "").join(" ") || "0 s";
}
