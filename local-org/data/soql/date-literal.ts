import { ApexDate, daysFromCivil } from "../../apex/runtime/date-time.ts";

/** Days covered by a date literal, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface CalendarSettings {
  /** 0 = Sunday (most locales of the Americas), 1 = Monday. */
  readonly firstDayOfWeek: number;
  /** 1 to 12; the fiscal year is named after the calendar year in which it starts. */
  readonly fiscalYearStartMonth: number;
}

type Unit = (today: number, shift: number, count: number, settings: CalendarSettings) => DayRange;

/** `count` whole units, the first of them `shift` units after the current one. */
const day: Unit = (today, shift, count) => ({ from: today + shift, to: today + shift + count - 1 });

const week: Unit = (today, shift, count, { firstDayOfWeek }) => {
  const weekday = (((today + 4) % 7) + 7) % 7;
  const start = today - ((weekday - firstDayOfWeek + 7) % 7) + shift * 7;
  return { from: start, to: start + count * 7 - 1 };
};

/** Units of `length` months, one of which starts in `startMonth`. */
function months(length: number, startMonth: (settings: CalendarSettings) => number): Unit {
  return (today, shift, count, settings) => {
    const { year, month } = new ApexDate(today);
    const sinceStart = (month - startMonth(settings) + 12) % length;
    const first = month - sinceStart + shift * length;
    return { from: daysFromCivil(year, first, 1), to: daysFromCivil(year, first + count * length, 1) - 1 };
  };
}

const january = (): number => 1;
const fiscal = (settings: CalendarSettings): number => settings.fiscalYearStartMonth;

const UNITS: Readonly<Record<string, Unit>> = {
  DAY: day,
  WEEK: week,
  MONTH: months(1, january),
  QUARTER: months(3, january),
  YEAR: months(12, january),
  FISCAL_QUARTER: months(3, fiscal),
  FISCAL_YEAR: months(12, fiscal),
};

const FIXED: Readonly<Record<string, (today: number) => DayRange>> = {
  YESTERDAY: (today) => ({ from: today - 1, to: today - 1 }),
  TODAY: (today) => ({ from: today, to: today }),
  TOMORROW: (today) => ({ from: today + 1, to: today + 1 }),
  LAST_90_DAYS: (today) => ({ from: today - 90, to: today }),
  NEXT_90_DAYS: (today) => ({ from: today + 1, to: today + 90 }),
};

const UNIT_NAMES = "WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR";
const SINGLE = new RegExp(`^(LAST|THIS|NEXT)_(${UNIT_NAMES})$`);
const COUNTED = new RegExp(`^(LAST|NEXT)_N_(DAY|${UNIT_NAMES})S$`);
const AGO = new RegExp(`^N_(DAY|${UNIT_NAMES})S_AGO$`);

/**
 * The days that a date literal such as `THIS_WEEK` or `LAST_N_DAYS` with `n` means on the day `today`; null when there is no such
 * literal. `LAST_N_DAYS:n` includes today, every other counted literal leaves the current unit out.
 */
export function dateLiteralRange(name: string, n: number | null, today: number, settings: CalendarSettings): DayRange | null {
  const literal = name.toUpperCase();
  const fixed = FIXED[literal];
  if (fixed !== undefined) return n === null ? fixed(today) : null;
  if (n === null) {
    const single = SINGLE.exec(literal);
    const shift = { LAST: -1, THIS: 0, NEXT: 1 }[single?.[1] ?? ""] ?? 0;
    return unit(single?.[2])?.(today, shift, 1, settings) ?? null;
  }
  const counted = COUNTED.exec(literal);
  if (counted !== null) {
    if (counted[2] === "DAY" && counted[1] === "LAST") return { from: today - n, to: today };
    return unit(counted[2])?.(today, counted[1] === "LAST" ? -n : 1, n, settings) ?? null;
  }
  return unit(AGO.exec(literal)?.[1])?.(today, -n, 1, settings) ?? null;
}

function unit(name: string | undefined): Unit | undefined {
  return name === undefined ? undefined : UNITS[name];
}
