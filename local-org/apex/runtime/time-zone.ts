/** Time zones by the data of the JavaScript engine. */
import { throwApex } from "./exceptions.ts";

/** Date and time of day as a clock on a wall shows them. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

/** Null for a zone that does not exist. */
function formatterOf(zone: string): Intl.DateTimeFormat | null {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = createFormatter(zone);
    formatters.set(zone, formatter);
  }
  return formatter;
}

function createFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset", hourCycle: "h23", hour: "numeric" });
  } catch {
    return null;
  }
}

export function isTimeZone(zone: string): boolean {
  return fixedOffset(zone) !== null || formatterOf(zone) !== null;
}

/** `GMT`, `UTC`, `GMT+02:00`, `GMT-5`. */
function fixedOffset(zone: string): number | null {
  if (zone === "GMT" || zone === "UTC") return 0;
  const match = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? "0");
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

/** Milliseconds that a zone is ahead of GMT at an instant. Throws System.IllegalArgumentException for an unknown zone. */
export function zoneOffset(zone: string, instant: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  // Zones change at quarter hours, so that one look-up serves a quarter of an hour.
  const key = `${zone} ${Math.floor(instant / 900_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = lookUpOffset(zone, instant);
  if (offsets.size > 10_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function lookUpOffset(zone: string, instant: number): number {
  const formatter = formatterOf(zone) ?? throwApex("System.IllegalArgumentException", `Unknown time zone: ${zone}`);
  const name = formatter.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
  const seconds = Number(match?.[2] ?? 0) * 3600 + Number(match?.[3] ?? 0) * 60 + Number(match?.[4] ?? 0);
  return (match?.[1] === "-" ? -seconds : seconds) * 1000;
}

/** The wall clock of a zone at an instant. */
export function wallClock(instant: number, zone: string): WallClock {
  const date = new Date(instant + zoneOffset(zone, instant));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/**
 * The instant at which a zone's wall clock shows the given time (milliseconds as if it were GMT). A time that occurs
 * twice means the first (summer) one; a time skipped in spring means the same after the change.
 */
export function instantOf(local: number, zone: string): number {
  const before = zoneOffset(zone, local - 86_400_000);
  const first = local - before;
  if (zoneOffset(zone, first) === before) return first;
  const after = zoneOffset(zone, local + 86_400_000);
  const second = local - after;
  return zoneOffset(zone, second) === after ? second : first;
}
