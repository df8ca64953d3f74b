/** Patterns of Java's SimpleDateFormat. */
import { DAY_MILLIS, daysFromCivil } from "./date-time.ts";
import { userLocale } from "./environment.ts";
import { throwApex } from "./exceptions.ts";
import { wallClock, zoneOffset, type WallClock } from "./time-zone.ts";

interface Moment extends WallClock {
  readonly instant: number;
  readonly zone: string;
  /** Days since 1970-01-01 on the wall. */
  readonly days: number;
}

/** The instant on a zone's wall clock, by a pattern. Throws System.IllegalArgumentException for a letter that Java does not know. */
export function formatInstant(instant: number, zone: string, pattern: string): string {
  const clock = wallClock(instant, zone);
  const moment = { ...clock, instant, zone, days: daysFromCivil(clock.year, clock.month, clock.day) };
  let result = "";
  for (const [kind, text] of tokens(pattern)) result += kind === "text" ? text : fieldText(moment, text.charAt(0), text.length);
  return result;
}

const parsed = new Map<string, readonly (readonly ["text" | "field", string])[]>();

function tokens(pattern: string): readonly (readonly ["text" | "field", string])[] {
  let known = parsed.get(pattern);
  if (known === undefined) {
    known = [...split(pattern)];
    parsed.set(pattern, known);
  }
  return known;
}

function* split(pattern: string): Generator<readonly ["text" | "field", string], void, undefined> {
  for (let at = 0; at < pattern.length;) {
    const char = pattern.charAt(at);
    let end = at + 1;
    if (char === "'") {
      const [text, next] = quotedText(pattern, at);
      yield ["text", text];
      end = next;
    } else if (/[A-Za-z]/.test(char)) {
      while (pattern.charAt(end) === char) end++;
      yield ["field", pattern.slice(at, end)];
    } else yield ["text", char];
    at = end;
  }
}

/** `'text'`, with `''` for a quote; also outside of quotes. */
function quotedText(pattern: string, start: number): [string, number] {
  if (pattern.charAt(start + 1) === "'") return ["'", start + 2];
  let text = "";
  for (let at = start + 1; at < pattern.length; at++) {
    if (pattern.charAt(at) !== "'") text += pattern.charAt(at);
    else if (pattern.charAt(at + 1) === "'") {
      text += "'";
      at++;
    } else return [text, at + 1];
  }
  throwApex("System.IllegalArgumentException", "Unterminated quote");
}

function pad(value: number, width: number): string {
  return value < 0 ? `-${pad(-value, width)}` : String(value).padStart(width, "0");
}

function fieldText(moment: Moment, letter: string, width: number): string {
  switch (letter) {
    case "G":
      return moment.year > 0 ? "AD" : "BC";
    case "y":
      return yearText(moment.year, width);
    case "Y":
      return yearText(weekOfYear(moment).year, width);
    case "M":
    case "L":
      return width >= 3 ? monthName(moment, width) : pad(moment.month, width);
    case "w":
      return pad(weekOfYear(moment).week, width);
    case "W":
      return pad(weekOfMonth(moment), width);
    case "D":
      return pad(moment.days - daysFromCivil(moment.year, 1, 1) + 1, width);
    case "d":
      return pad(moment.day, width);
    case "F":
      return pad(Math.ceil(moment.day / 7), width);
    case "E":
      return dayName(moment, width);
    case "u":
      return pad(isoWeekday(moment.days), width);
    default:
      return timeText(moment, letter, width);
  }
}

function timeText(moment: Moment, letter: string, width: number): string {
  switch (letter) {
    case "a":
      return dayPeriod(moment);
    case "H":
      return pad(moment.hour, width);
    case "k":
      return pad(moment.hour === 0 ? 24 : moment.hour, width);
    case "K":
      return pad(moment.hour % 12, width);
    case "h":
      return pad(moment.hour % 12 === 0 ? 12 : moment.hour % 12, width);
    case "m":
      return pad(moment.minute, width);
    case "s":
      return pad(moment.second, width);
    case "S":
      return pad(moment.millisecond, width);
    case "z":
      return zoneName(moment.instant, moment.zone, width >= 4);
    case "Z":
      return offsetText(zoneOffset(moment.zone, moment.instant), "");
    case "X":
      return isoOffset(zoneOffset(moment.zone, moment.instant), width);
    default:
      throwApex("System.IllegalArgumentException", `Illegal pattern character '${letter}'`);
  }
}

function yearText(year: number, width: number): string {
  return width === 2 ? pad(Math.abs(year) % 100, 2) : pad(year, width);
}

function intlPart(moment: Moment, options: Intl.DateTimeFormatOptions, part: Intl.DateTimeFormatPartTypes): string {
  const formatter = new Intl.DateTimeFormat(userLocale(), { ...options, timeZone: "UTC" });
  const wall = moment.days * DAY_MILLIS + moment.hour * 3_600_000;
  return formatter.formatToParts(wall).find(({ type }) => type === part)?.value ?? "";
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

function isEnglish(): boolean {
  return userLocale().startsWith("en");
}

function monthName(moment: Moment, width: number): string {
  if (!isEnglish()) return intlPart(moment, { month: width >= 4 ? "long" : "short", day: "numeric" }, "month");
  const name = MONTHS[moment.month - 1] ?? "";
  return width >= 4 ? name : name.slice(0, 3);
}

function dayName(moment: Moment, width: number): string {
  if (!isEnglish()) return intlPart(moment, { weekday: width >= 4 ? "long" : "short" }, "weekday");
  const name = DAYS[isoWeekday(moment.days) - 1] ?? "";
  return width >= 4 ? name : name.slice(0, 3);
}

function dayPeriod(moment: Moment): string {
  if (isEnglish()) return moment.hour < 12 ? "AM" : "PM";
  return intlPart(moment, { hour: "numeric", hour12: true }, "dayPeriod");
}

/** Monday 1 to Sunday 7. */
export function isoWeekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

interface WeekRules {
  /** Monday 1 to Sunday 7. */
  readonly firstDay: number;
  readonly minimalDays: number;
}

/** The first day of a week in the user's locale, and how many days of a year its first week needs. */
export function weekRules(): WeekRules {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number; minimalDays?: number } } = new Intl.Locale(userLocale());
  const info = locale.getWeekInfo?.();
  const firstDay = info?.firstDay ?? 7;
  return { firstDay, minimalDays: info?.minimalDays ?? (firstDay === 1 ? 4 : 1) };
}

/** First day of the first week of the period that starts on `start`. */
function firstWeekStart(start: number): number {
  const { firstDay, minimalDays } = weekRules();
  const offset = (isoWeekday(start) - firstDay + 7) % 7;
  return 7 - offset >= minimalDays ? start - offset : start - offset + 7;
}

function weekOfYear({ year, days }: Moment): { year: number; week: number } {
  let weekYear = year + 1;
  while (firstWeekStart(daysFromCivil(weekYear, 1, 1)) > days) weekYear--;
  return { year: weekYear, week: Math.floor((days - firstWeekStart(daysFromCivil(weekYear, 1, 1))) / 7) + 1 };
}

function weekOfMonth({ year, month, days }: Moment): number {
  return Math.floor((days - firstWeekStart(daysFromCivil(year, month, 1))) / 7) + 1;
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
}

function isoOffset(offset: number, width: number): string {
  if (offset === 0) return "Z";
  if (width === 1) return offsetText(offset, "").slice(0, 3);
  if (width > 3) throwApex("System.IllegalArgumentException", "invalid ISO 8601 format: length=4");
  return offsetText(offset, width === 3 ? ":" : "");
}

/** Locales whose data has the usual abbreviations of the zones of their region. */
const NAMING_LOCALES = ["en-US", "en-GB", "en-AU", "en-IN", "en-NZ", "en-ZA", "ja-JP"];

/** `PST` or `Pacific Standard Time`. */
export function zoneName(instant: number, zone: string, long: boolean): string {
  if (zone === "GMT" || zone === "UTC") return long ? "Greenwich Mean Time" : zone;
  for (const locale of long ? ["en-US"] : NAMING_LOCALES) {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: long ? "long" : "short" });
    const name = formatter.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
    if (name === "GMT" || !name.startsWith("GMT")) return name;
  }
  return `GMT${offsetText(zoneOffset(zone, instant), ":")}`;
}
