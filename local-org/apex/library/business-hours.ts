/**
 * BusinessHours: hours of the week in the record's own time zone. A day whose start equals its end (both midnight) is open
 * all day; a day without times is closed. Holidays are refused: the local org cannot attach them to hours.
 */
import { currentTransaction } from "../../transaction/context.ts";
import type { Row } from "../../data/store/store.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { instantOf, wallClock } from "../runtime/time-zone.ts";
import { ApexDatetime, ApexTime } from "../runtime/values.ts";
import { argument } from "./arguments.ts";

type Text = string | null;
type When = ApexDatetime | null;

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const DAY = 86_400_000;
/** Hours that never open would be searched for ever. */
const HORIZON_DAYS = 3660;

/** An open stretch, milliseconds since 1970; the end is exclusive. */
interface Opening {
  readonly start: number;
  readonly end: number;
}

definePlatformClass("System.BusinessHours", {
  statics: {
    "isWithin(String,Datetime)": (id: Text, at: When) => {
      const { millis } = argument(at, 2);
      const [opening] = openings(hoursOf(id), millis);
      return opening !== undefined && opening.start <= millis;
    },
    "nextStartDate(Id,Datetime)": (id: Text, at: When) => {
      const { millis } = argument(at, 2);
      const [opening] = openings(hoursOf(id), millis);
      return opening === undefined ? null : new ApexDatetime(Math.max(opening.start, millis));
    },
    "diff(String,Datetime,Datetime)": (id: Text, from: When, to: When) => difference(hoursOf(id), argument(from, 2), argument(to, 3)),
    "add(Id,Datetime,Long)": (id: Text, from: When, interval: bigint | null) => add(hoursOf(id), argument(from, 2), argument(interval, 3)),
    "addGmt(Id,Datetime,Long)": (id: Text, from: When, interval: bigint | null) =>
      add(hoursOf(id), argument(from, 2), argument(interval, 3)),
  },
});

function hoursOf(id: Text): Row {
  const row = currentTransaction().org.store.table("BusinessHours").get(argument(id));
  return row ?? throwApex("System.InvalidParameterValueException", `Invalid business hours id: ${id}`);
}

/** Open stretches that end after `from`, in order. */
function* openings(hours: Row, from: number): Generator<Opening> {
  const zone = hours.get("TimeZoneSidKey");
  if (typeof zone !== "string") throw new Error("business hours without a time zone");
  const today = wallClock(from, zone);
  for (let offset = -1; offset <= HORIZON_DAYS; offset++) {
    const day = new Date(Date.UTC(today.year, today.month - 1, today.day) + offset * DAY);
    const name = DAYS[day.getUTCDay()];
    const start = hours.get(`${name}StartTime`);
    const end = hours.get(`${name}EndTime`);
    if (!(start instanceof ApexTime) || !(end instanceof ApexTime)) continue;
    const instant = (millis: number): number => instantOf(day.getTime() + millis, zone);
    const opening = { start: instant(start.millis), end: instant(end.millis <= start.millis ? end.millis + DAY : end.millis) };
    if (opening.end > from) yield opening;
  }
}

/** Business milliseconds between two instants, negative when `to` comes first. */
function difference(hours: Row, from: ApexDatetime, to: ApexDatetime): bigint {
  if (to.millis < from.millis) return -difference(hours, to, from);
  let total = 0;
  for (const { start, end } of openings(hours, from.millis)) {
    if (start >= to.millis) break;
    total += Math.min(end, to.millis) - Math.max(start, from.millis);
  }
  return BigInt(total);
}

function add(hours: Row, from: ApexDatetime, interval: bigint): ApexDatetime | null {
  let rest = Number(interval);
  if (rest < 0) throwApex("System.InvalidParameterValueException", "The interval must not be negative");
  for (const { start, end } of openings(hours, from.millis)) {
    const begin = Math.max(start, from.millis);
    if (begin + rest <= end) return new ApexDatetime(begin + rest);
    rest -= end - begin;
  }
  return null;
}
