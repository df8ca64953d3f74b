/** Datetime. Parts without `Gmt` in their name are those of the user's time zone. */
import { formatInstant } from "../runtime/date-format.ts";
import { parseLocaleDatetime, parseWallClock } from "../runtime/date-parse.ts";
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS, daysFromCivil } from "../runtime/date-time.ts";
import { definePlatformClass, type InstanceMember } from "../runtime/define.ts";
import { nowMillis, userTimeZone } from "../runtime/environment.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { localeFormat } from "../runtime/locale-format.ts";
import { instantOf, isTimeZone, wallClock, zoneOffset, type WallClock } from "../runtime/time-zone.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { addMonths, localDate } from "./date.ts";
import { given } from "./number-text.ts";

type Count = number | null;
type Text = string | null;

const GMT = "GMT";

const parts: Record<string, InstanceMember> = {};
const PARTS: Readonly<Record<string, (clock: WallClock) => number>> = {
  day: (clock) => clock.day,
  dayOfYear: (clock) => daysFromCivil(clock.year, clock.month, clock.day) - daysFromCivil(clock.year, 1, 1) + 1,
  hour: (clock) => clock.hour,
  millisecond: (clock) => clock.millisecond,
  minute: (clock) => clock.minute,
  month: (clock) => clock.month,
  second: (clock) => clock.second,
  year: (clock) => clock.year,
};
for (const [name, read] of Object.entries(PARTS)) {
  parts[`${name}()`] = (self: ApexDatetime) => read(wallClock(self.millis, userTimeZone()));
  parts[`${name}Gmt()`] = (self: ApexDatetime) => read(wallClock(self.millis, GMT));
}

definePlatformClass("Datetime", {
  statics: {
    "newInstance(Date,Time)": (date: ApexDate | null, time: ApexTime | null) =>
      fromWall(argument(date).days * DAY_MILLIS + (time?.millis ?? 0), userTimeZone()),
    "newInstance(Integer,Integer,Integer)": (year: Count, month: Count, day: Count) => fromParts(userTimeZone(), [year, month, day]),
    "newInstance(Integer,Integer,Integer,Integer,Integer,Integer)": (...values: Count[]) => fromParts(userTimeZone(), values),
    "newInstance(Long)": (millis: bigint | null) => new ApexDatetime(Number(argument(millis))),
    "newInstanceGmt(Date,Time)": (date: ApexDate | null, time: ApexTime | null) =>
      new ApexDatetime(argument(date).days * DAY_MILLIS + (time?.millis ?? 0)),
    "newInstanceGmt(Integer,Integer,Integer)": (year: Count, month: Count, day: Count) => fromParts(GMT, [year, month, day]),
    "newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)": (...values: Count[]) => fromParts(GMT, values),
    "now()": () => new ApexDatetime(nowMillis()),
    "parse(String)": (text: Text) => {
      const wall = parseLocaleDatetime(given(text));
      return wall === null ? invalidDatetime(text) : fromWall(wall, userTimeZone());
    },
    "valueOf(Object)": (value: ApexValue) => (value === null ? null : datetimeOf(value)),
    "valueOf(String)": (text: Text) => parse(given(text), userTimeZone()),
    "valueOfGmt(String)": (text: Text) => parse(given(text), GMT),
  },
  members: {
    ...parts,
    "addDays(Integer)": (self: ApexDatetime, days: Count) => onWall(self, (date) => new ApexDate(date.days + argument(days))),
    "addHours(Integer)": (self: ApexDatetime, hours: Count) => later(self, argument(hours) * 3_600_000),
    "addMinutes(Integer)": (self: ApexDatetime, minutes: Count) => later(self, argument(minutes) * 60_000),
    "addMonths(Integer)": (self: ApexDatetime, months: Count) => onWall(self, (date) => addMonths(date, argument(months))),
    "addSeconds(Integer)": (self: ApexDatetime, seconds: Count) => later(self, argument(seconds) * 1000),
    "addYears(Integer)": (self: ApexDatetime, years: Count) => onWall(self, (date) => addMonths(date, argument(years) * 12)),
    "date()": localDate,
    "dateGmt()": (self: ApexDatetime) => new ApexDate(Math.floor(self.millis / DAY_MILLIS)),
    "format()": (self: ApexDatetime) => {
      const { date, separator, time } = localeFormat();
      return formatInstant(self.millis, userTimeZone(), `${date}'${separator}'${time}`);
    },
    "format(String)": (self: ApexDatetime, pattern: Text) => formatInstant(self.millis, userTimeZone(), argument(pattern)),
    "format(String,String)": (self: ApexDatetime, pattern: Text, zone: Text) =>
      formatInstant(self.millis, isTimeZone(argument(zone, 2)) ? argument(zone, 2) : GMT, argument(pattern)),
    "formatGmt(String)": (self: ApexDatetime, pattern: Text) => formatInstant(self.millis, GMT, argument(pattern)),
    "formatLong()": (self: ApexDatetime) => {
      const { date, separator, longTime } = localeFormat();
      return formatInstant(self.millis, userTimeZone(), `${date}'${separator}'${longTime}`);
    },
    "getTime()": (self: ApexDatetime) => BigInt(self.millis),
    "isSameDay(Datetime)": (self: ApexDatetime, other: ApexDatetime | null) => localDate(self).days === localDate(argument(other)).days,
    "time()": (self: ApexDatetime) => timeOf(wallClock(self.millis, userTimeZone())),
    "timeGmt()": (self: ApexDatetime) => timeOf(wallClock(self.millis, GMT)),
  },
});

definePlatformClass("Time", {
  statics: {
    "newInstance(Integer,Integer,Integer,Integer)": (hour: Count, minute: Count, second: Count, millisecond: Count) =>
      ApexTime.of(argument(hour), argument(minute, 2), argument(second, 3), argument(millisecond, 4)),
  },
  members: {
    "addHours(Integer)": (self: ApexTime, hours: Count) => new ApexTime(self.millis + argument(hours) * 3_600_000),
    "addMilliseconds(Integer)": (self: ApexTime, millis: Count) => new ApexTime(self.millis + argument(millis)),
    "addMinutes(Integer)": (self: ApexTime, minutes: Count) => new ApexTime(self.millis + argument(minutes) * 60_000),
    "addSeconds(Integer)": (self: ApexTime, seconds: Count) => new ApexTime(self.millis + argument(seconds) * 1000),
    "hour()": (self: ApexTime) => self.hour,
    "millisecond()": (self: ApexTime) => self.millisecond,
    "minute()": (self: ApexTime) => self.minute,
    "second()": (self: ApexTime) => self.second,
  },
});

function fromWall(wall: number, zone: string): ApexDatetime {
  return new ApexDatetime(instantOf(wall, zone));
}

/** Year, month, day, hour, minute, second; parts outside their range roll over. */
function fromParts(zone: string, values: readonly Count[]): ApexDatetime {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = values.map((value, at) => argument(value, at + 1));
  return fromWall(daysFromCivil(year, month, day) * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000, zone);
}

function later(self: ApexDatetime, millis: number): ApexDatetime {
  return new ApexDatetime(self.millis + millis);
}

/** Another day at the same time of the user's wall clock. */
function onWall(self: ApexDatetime, move: (date: ApexDate) => ApexDate): ApexDatetime {
  const zone = userTimeZone();
  const wall = self.millis + zoneOffset(zone, self.millis);
  const day = Math.floor(wall / DAY_MILLIS);
  return fromWall(move(new ApexDate(day)).days * DAY_MILLIS + (wall - day * DAY_MILLIS), zone);
}

function timeOf(clock: WallClock): ApexTime {
  return ApexTime.of(clock.hour, clock.minute, clock.second, clock.millisecond);
}

function parse(text: string, zone: string): ApexDatetime {
  const wall = parseWallClock(text);
  return wall === null ? invalidDatetime(text) : fromWall(wall, zone);
}

function datetimeOf(value: Exclude<ApexValue, null>): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return fromWall(value.days * DAY_MILLIS, userTimeZone());
  // Milliseconds since 1970: undocumented, and relied on.
  if (typeof value === "bigint") return new ApexDatetime(Number(value));
  return typeof value === "string" ? parse(value, userTimeZone()) : invalidDatetime(toText(value));
}

function invalidDatetime(text: Text): never {
  throwApex("System.TypeException", `Invalid date/time: ${text ?? ""}`);
}
