/** The `@salesforce/i18n/*` values that follow the user's locale; the others are those of lightning-base-components (US). */
import { orgContext } from "../org/org.ts";

type Style = "short" | "medium" | "long";

const DATE_STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  short: { year: "numeric", month: "numeric", day: "numeric" },
  medium: { year: "numeric", month: "short", day: "numeric" },
  long: { year: "numeric", month: "long", day: "numeric" },
};
const TIME_STYLES: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  short: { hour: "numeric", minute: "2-digit" },
  medium: { hour: "numeric", minute: "2-digit", second: "2-digit" },
  long: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** Any moment whose parts differ in width: the 4th, 1 digit, and the afternoon. */
const SAMPLE = new Date(Date.UTC(2026, 2, 4, 15, 5, 6));

/** A value by its name (`locale`, `dateTime.shortDateFormat`). Throws for a name that the build does not send here. */
export function i18n(name: string): string | number {
  const locale = orgContext().user.locale.replaceAll("_", "-");
  switch (name) {
    case "lang":
      return orgContext().user.language.replaceAll("_", "-").replace(/-US$/, "");
    case "dir":
      return "ltr";
    case "locale":
      return locale;
    case "timeZone":
      return orgContext().user.timeZone;
    case "firstDayOfWeek":
      return firstDayOfWeek(locale);
    case "number.decimalSeparator":
      return numberPart(locale, "decimal");
    case "number.groupingSeparator":
      return numberPart(locale, "group");
  }
  const found = /^dateTime\.(short|medium|long)(Date|DateTime|Time)Format$/.exec(name);
  if (found === null) throw new Error(`There is no @salesforce/i18n/${name} in the local org.`);
  const style = found[1] as Style;
  const date = pattern(locale, DATE_STYLES[style]);
  const time = pattern(locale, TIME_STYLES[style]);
  return { Date: date, Time: time, DateTime: `${date} ${time}` }[found[2] as "Date" | "Time" | "DateTime"];
}

/** A pattern in the letters of Unicode's date fields, read from what the browser writes for this locale. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(SAMPLE);
  const twelveHours = parts.some(({ type }) => type === "dayPeriod");
  return parts.map((part) => letters(part, options, twelveHours)).join("");
}

function letters({ type, value }: Intl.DateTimeFormatPart, { month }: Intl.DateTimeFormatOptions, twelveHours: boolean): string {
  switch (type) {
    case "year":
      return "yyyy";
    case "month":
      return month === "long" ? "MMMM" : month === "short" ? "MMM" : "M".repeat(value.length);
    case "day":
      return "d".repeat(value.length);
    case "hour":
      return (twelveHours ? "h" : "H").repeat(value.length);
    case "minute":
      return "mm";
    case "second":
      return "ss";
    case "dayPeriod":
      return "a";
    default:
      // Narrow spaces of newer locale data are spaces to everyone who parses; words stand in quotes.
      return value.replaceAll(/[\u202F\u00A0]/g, " ").replaceAll(/\p{L}+/gu, "'$&'");
  }
}

function numberPart(locale: string, type: "decimal" | "group"): string {
  const parts = new Intl.NumberFormat(locale, { useGrouping: "always" }).formatToParts(1234567.5);
  return parts.find((part) => part.type === type)?.value ?? (type === "decimal" ? "." : ",");
}

/** 1 is Sunday, as Salesforce counts; Intl counts from Monday. */
function firstDayOfWeek(locale: string): number {
  const info: unknown = Reflect.get(Intl.Locale.prototype, "getWeekInfo");
  const week: unknown = typeof info === "function" ? Reflect.apply(info, new Intl.Locale(locale), []) : undefined;
  const first: unknown = typeof week === "object" && week !== null ? Reflect.get(week, "firstDay") : undefined;
  return typeof first === "number" ? (first % 7) + 1 : 1;
}
