/** Days as numbers (0 = 1 January 1970) on the wall clock of time zones, for date literals and date functions. */
import { DAY_MILLIS } from "../../apex/runtime/date-time.ts";
import { zoneOffset } from "../../apex/runtime/time-zone.ts";

/** The day it is in a zone at an instant. */
export function localDay(instant: number, zone: string): number {
  return Math.floor((instant + zoneOffset(zone, instant)) / DAY_MILLIS);
}

/** Milliseconds since midnight on the wall clock of a zone. */
export function localTime(instant: number, zone: string): number {
  const local = instant + zoneOffset(zone, instant);
  return local - Math.floor(local / DAY_MILLIS) * DAY_MILLIS;
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: number, zone: string): number {
  const utc = day * DAY_MILLIS;
  const first = utc - zoneOffset(zone, utc);
  const second = utc - zoneOffset(zone, first);
  return localDay(second, zone) < day ? first : second;
}
