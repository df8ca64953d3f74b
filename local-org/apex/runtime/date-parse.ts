/** Dates read from text. */
import { ApexDate, DAY_MILLIS } from "./date-time.ts";
import { localeFormat } from "./locale-format.ts";

/** `yyyy-MM-dd`, with or without a time after a blank or `T`, whose offset does not count. Null for anything else and for days that do not exist. */
export function parseIsoDate(text: string): ApexDate | null {
  const match = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:(?:\s+|T)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(text);
  return match === null ? null : checkedDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `yyyy-MM-dd HH:mm:ss` as milliseconds of a wall clock; an offset behind it does not count. */
export function parseWallClock(text: string): number | null {
  const match = /^\s*(\d{1,4}-\d{1,2}-\d{1,2})\s+(\d{1,2}):(\d{1,2}):(\d{1,2})(?:Z|[+-]\d{2}:?\d{2})?\s*$/.exec(text);
  const date = match === null ? null : parseIsoDate(match[1] ?? "");
  return date === null ? null : atTime(date, Number(match?.[2]), Number(match?.[3]), Number(match?.[4]));
}

/** In the user's locale: `12/27/2009`. */
export function parseLocaleDate(text: string): ApexDate | null {
  const order = [...localeFormat().date.matchAll(/([dMy])+/g)].map(([, letter]) => letter);
  const separators = /[^dMy]/.exec(localeFormat().date)?.[0] ?? "/";
  const parts = text.trim().split(separators);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const value = (letter: string): number => Number(parts[order.indexOf(letter)]);
  return checkedDate(twoDigitYear(value("y")), value("M"), value("d"));
}

/** In the user's locale: `10/14/2011 11:46 AM`, with or without a comma. */
export function parseLocaleDatetime(text: string): number | null {
  const match = /^\s*(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp][Mm]))?\s*$/.exec(text);
  const date = match === null ? null : parseLocaleDate(match[1] ?? "");
  if (match === null || date === null) return null;
  const twelve = localeFormat().time.includes("a");
  if (twelve !== (match[5] !== undefined)) return null;
  const hour = Number(match[2]);
  if (twelve && (hour < 1 || hour > 12)) return null;
  const shifted = twelve ? (hour % 12) + (match[5]?.toLowerCase() === "pm" ? 12 : 0) : hour;
  return atTime(date, shifted, Number(match[3]), Number(match[4] ?? 0));
}

/** ISO 8601 with an offset or `Z` (none: GMT), as JSON carries it. Null for anything else. */
export function parseIsoInstant(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const date = match === null ? null : parseIsoDate(match[1] ?? "");
  if (match === null || date === null) return null;
  const wall = atTime(date, Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0));
  if (wall === null) return null;
  return wall + Math.floor(Number(`0.${match[5] ?? 0}`) * 1000 + 1e-6) - offsetMillis(match[6] ?? "Z");
}

function offsetMillis(text: string): number {
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

function checkedDate(year: number, month: number, day: number): ApexDate | null {
  const date = ApexDate.of(year, month, day);
  return date.month === month && date.day === day ? date : null;
}

function atTime(date: ApexDate, hour: number, minute: number, second: number): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  return date.days * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000;
}

function twoDigitYear(year: number): number {
  return year < 100 ? year + (year < 50 ? 2000 : 1900) : year;
}
