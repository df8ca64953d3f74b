import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "../../apex/runtime/date-time.ts";
import { localDay, localTime, startOfDay } from "../soql/calendar.ts";
import type { FormulaFunction, Thunk } from "./formula-functions.ts";
import { integer, numberOf, textOf, type FormulaValue } from "./formula-value.ts";

const number = (part: Thunk | undefined): number => Math.trunc(numberOf(part?.() ?? null));

/** A number read off a date; null stays null. */
function ofDate(read: (date: ApexDate) => number): FormulaFunction {
  return {
    least: 1,
    type: "number",
    apply: ([part]) => {
      const value = part?.() ?? null;
      return value instanceof ApexDate ? integer(read(value)) : null;
    },
  };
}

function ofTime(read: (time: ApexTime) => number): FormulaFunction {
  return {
    least: 1,
    type: "number",
    apply: ([part]) => {
      const value = part?.() ?? null;
      return value instanceof ApexTime ? integer(read(value)) : null;
    },
  };
}

/** DATEVALUE of a datetime is the day in the user's zone; of a text the day it says. */
function dateValue([part]: readonly Thunk[], timeZone: string): FormulaValue {
  const value = part?.() ?? null;
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return new ApexDate(localDay(value.millis, timeZone));
  const day = Date.parse(`${textOf(value)}T00:00:00Z`);
  return Number.isNaN(day) ? null : new ApexDate(day / DAY_MILLIS);
}

function datetimeValue([part]: readonly Thunk[], timeZone: string): FormulaValue {
  const value = part?.() ?? null;
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(startOfDay(value.days, timeZone));
  const instant = Date.parse(`${textOf(value).trim().replace(" ", "T")}Z`);
  return Number.isNaN(instant) ? null : new ApexDatetime(instant);
}

function timeValue([part]: readonly Thunk[], timeZone: string): FormulaValue {
  const value = part?.() ?? null;
  if (value instanceof ApexTime) return value;
  if (value instanceof ApexDatetime) return new ApexTime(localTime(value.millis, timeZone));
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?$/.exec(textOf(value));
  if (match === null) return null;
  return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? "0").padEnd(3, "0")));
}

/** A day that no month has (31 April) is an error, which reads as null. */
function date([year, month, day]: readonly Thunk[]): FormulaValue {
  const [y, m, d] = [number(year), number(month), number(day)];
  const made = ApexDate.of(y, m, d);
  return made.year === y && made.month === m && made.day === d ? made : null;
}

/** The last day of a month stays the last day. */
function addMonths([part, count]: readonly Thunk[]): FormulaValue {
  const value = part?.() ?? null;
  const months = number(count);
  if (value instanceof ApexDate) return monthsLater(value, months);
  if (!(value instanceof ApexDatetime)) return null;
  const day = new ApexDate(Math.floor(value.millis / DAY_MILLIS));
  return new ApexDatetime(value.millis + (monthsLater(day, months).days - day.days) * DAY_MILLIS);
}

function monthsLater(value: ApexDate, months: number): ApexDate {
  const last = ApexDate.of(value.year, value.month + months + 1, 0);
  const wasLast = ApexDate.of(value.year, value.month + 1, 0).day === value.day;
  return wasLast || value.day > last.day ? last : ApexDate.of(value.year, value.month + months, value.day);
}

export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  TODAY: { least: 0, type: "date", apply: (_parts, run) => new ApexDate(localDay(run.now, run.timeZone)) },
  NOW: { least: 0, type: "datetime", apply: (_parts, run) => new ApexDatetime(run.now) },
  TIMENOW: { least: 0, type: "time", apply: (_parts, run) => new ApexTime(localTime(run.now, run.timeZone)) },
  DATE: { least: 3, type: "date", apply: date },
  DATEVALUE: { least: 1, type: "date", apply: (parts, run) => dateValue(parts, run.timeZone) },
  DATETIMEVALUE: { least: 1, type: "datetime", apply: (parts, run) => datetimeValue(parts, run.timeZone) },
  TIMEVALUE: { least: 1, type: "time", apply: (parts, run) => timeValue(parts, run.timeZone) },
  ADDMONTHS: { least: 2, type: ([type = "date"]) => type, apply: addMonths },
  YEAR: ofDate((value) => value.year),
  MONTH: ofDate((value) => value.month),
  DAY: ofDate((value) => value.day),
  WEEKDAY: ofDate((value) => ((((value.days + 4) % 7) + 7) % 7) + 1),
  DAYOFYEAR: ofDate((value) => value.days - ApexDate.of(value.year, 1, 1).days + 1),
  HOUR: ofTime((value) => value.hour),
  MINUTE: ofTime((value) => value.minute),
  SECOND: ofTime((value) => value.second),
  MILLISECOND: ofTime((value) => value.millisecond),
};
