/** Date. */
import { formatInstant, isoWeekday, weekRules } from "../runtime/date-format.ts";
import { parseIsoDate, parseLocaleDate } from "../runtime/date-parse.ts";
import { ApexDate, ApexDatetime, DAY_MILLIS, daysFromCivil } from "../runtime/date-time.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { userTimeZone } from "../runtime/environment.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { localeFormat } from "../runtime/locale-format.ts";
import { toText } from "../runtime/to-string.ts";
import { zoneOffset } from "../runtime/time-zone.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { given } from "./number-text.ts";
import { today } from "./system.ts";

type Count = number | null;

definePlatformClass("Date", {
  statics: {
    "daysInMonth(Integer,Integer)": (year: Count, month: Count) => daysInMonth(argument(year), argument(month, 2)),
    "isLeapYear(Integer)": (year: Count) => daysInMonth(argument(year), 2) === 29,
    "newInstance(Integer,Integer,Integer)": (year: Count, month: Count, day: Count) =>
      ApexDate.of(argument(year), argument(month, 2), argument(day, 3)),
    "parse(String)": (text: string | null) => parseLocaleDate(given(text)) ?? invalidDate(text),
    "today()": today,
    "valueOf(Object)": (value: ApexValue) => (value === null ? null : dateOf(value)),
    "valueOf(String)": (text: string | null) => parseIsoDate(given(text)) ?? invalidDate(text),
  },
  members: {
    "addDays(Integer)": (self: ApexDate, days: Count) => new ApexDate(self.days + argument(days)),
    "addMonths(Integer)": (self: ApexDate, months: Count) => addMonths(self, argument(months)),
    "addYears(Integer)": (self: ApexDate, years: Count) => addMonths(self, argument(years) * 12),
    "day()": (self: ApexDate) => self.day,
    "dayOfYear()": (self: ApexDate) => self.days - daysFromCivil(self.year, 1, 1) + 1,
    "daysBetween(Date)": (self: ApexDate, other: ApexDate | null) => argument(other).days - self.days,
    "format()": (self: ApexDate) => formatInstant(self.days * DAY_MILLIS, "GMT", localeFormat().date),
    "isSameDay(Date)": (self: ApexDate, other: ApexDate | null) => argument(other).days === self.days,
    "month()": (self: ApexDate) => self.month,
    "monthsBetween(Date)": (self: ApexDate, other: ApexDate | null) =>
      (argument(other).year - self.year) * 12 + argument(other).month - self.month,
    "toStartOfMonth()": (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
    "toStartOfWeek()": (self: ApexDate) => new ApexDate(self.days - ((isoWeekday(self.days) - weekRules().firstDay + 7) % 7)),
    "year()": (self: ApexDate) => self.year,
  },
});

/** The same day of another month, or its last day when it has no such day. */
export function addMonths(date: ApexDate, months: number): ApexDate {
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return ApexDate.of(year, month, Math.min(date.day, daysInMonth(year, month)));
}

function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

function dateOf(value: Exclude<ApexValue, null>): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return localDate(value);
  return (typeof value === "string" ? parseIsoDate(value) : null) ?? invalidDate(toText(value));
}

/** The day in the user's time zone. */
export function localDate(value: ApexDatetime): ApexDate {
  return new ApexDate(Math.floor((value.millis + zoneOffset(userTimeZone(), value.millis)) / DAY_MILLIS));
}

function invalidDate(text: string | null): never {
  throwApex("System.TypeException", `Invalid date: ${text ?? ""}`);
}
