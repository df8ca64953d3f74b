/** Days as numbers (0 = 1 January 1970) and the wall clock of time zones, for date literals and date functions. */
const DAY = 86_400_000;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The number of a day; months and days outside their range roll over (month 13 is January of the next year). */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function calendarDate(dayNumber: number): CalendarDate {
  const date = new Date(dayNumber * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const FIELDS = ["year", "month", "day", "hour", "minute", "second"] as const;

/** Milliseconds to add to UTC for the wall clock of a zone (`Europe/London`) at an instant. */
export function zoneOffset(instant: number, zone: string): number {
  if (zone === "GMT" || zone === "UTC") return 0;
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const parts = new Map(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = FIELDS.map((field) => parts.get(field));
  const seconds = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

/** The day it is in a zone at an instant. */
export function localDay(instant: number, zone: string): number {
  return Math.floor((instant + zoneOffset(instant, zone)) / DAY);
}

/** Milliseconds since midnight on the wall clock of a zone. */
export function localTime(instant: number, zone: string): number {
  const local = instant + zoneOffset(instant, zone);
  return local - Math.floor(local / DAY) * DAY;
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: number, zone: string): number {
  const utc = day * DAY;
  const first = utc - zoneOffset(utc, zone);
  const second = utc - zoneOffset(first, zone);
  return localDay(second, zone) < day ? first : second;
}
