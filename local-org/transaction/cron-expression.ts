/** Cron expressions of `System.schedule`: `Seconds Minutes Hours Day_of_month Month Day_of_week Optional_year`. */
import { ApexDate, daysFromCivil } from "../apex/runtime/date-time.ts";
import { localDay, localTime, startOfDay } from "../data/soql/calendar.ts";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** The documentation says 2099; packages schedule jobs for 2100, as what never runs, and the platform takes them. */
const LAST_YEAR = 2100;

/** Why an expression is refused; becomes System.StringException. */
export class CronError extends Error {}

type DayTest = (day: { readonly day: number; readonly weekday: number; readonly lastDay: number }) => boolean;

export class CronExpression {
  readonly text: string;
  readonly #second: number;
  readonly #minute: number;
  readonly #hours: ReadonlySet<number>;
  readonly #months: ReadonlySet<number>;
  readonly #years: ReadonlySet<number>;
  readonly #day: DayTest;

  /** Throws CronError. */
  constructor(text: string) {
    this.text = text;
    const parts = text.trim().split(/\s+/);
    const [second = "", minute = "", hours = "", dayOfMonth = "", month = "", dayOfWeek = "", year = "*"] = parts;
    if (parts.length < 6) throw new CronError("Unexpected end of expression.");
    if (parts.length > 7) throw new CronError(`Illegal cron expression format (${text})`);
    if (!/^\d+$/.test(second) || !/^\d+$/.test(minute)) {
      throw new CronError(`Seconds and minutes must be specified as integers: ${second} ${minute}`);
    }
    this.#second = bounded(second, 0, 59, "Minute and Second values must be between 0 and 59");
    this.#minute = bounded(minute, 0, 59, "Minute and Second values must be between 0 and 59");
    this.#hours = values(hours, 0, 23, [], "Hour values must be between 0 and 23");
    this.#months = values(month, 1, 12, MONTHS, "Month values must be between 1 and 12");
    this.#years = values(year, 1970, LAST_YEAR, [], "Year values must be between 1970 and 2100");
    if (dayOfMonth !== "?" && dayOfWeek !== "?") {
      throw new CronError("Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.");
    }
    if (dayOfMonth === "?" && dayOfWeek === "?") throw new CronError("'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
    this.#day = dayOfWeek === "?" ? dayOfMonthTest(dayOfMonth) : dayOfWeekTest(dayOfWeek);
  }

  /** The first instant after `after` (epoch milliseconds) at which the expression fires on the wall clock of a zone; null: never. */
  next(after: number, zone: string): number | null {
    const firstDay = localDay(after, zone);
    const lastDay = daysFromCivil(LAST_YEAR, 12, 31);
    for (let day = firstDay; day <= lastDay; day++) {
      const date = new ApexDate(day);
      if (!this.#years.has(date.year)) {
        day = daysFromCivil(date.year + 1, 1, 1) - 1;
        continue;
      }
      if (!this.#months.has(date.month)) {
        day = daysFromCivil(date.year, date.month + 1, 1) - 1;
        continue;
      }
      const lastOfMonth = daysFromCivil(date.year, date.month + 1, 1) - daysFromCivil(date.year, date.month, 1);
      if (!this.#day({ day: date.day, weekday: weekdayOf(day), lastDay: lastOfMonth })) continue;
      const found = this.#onDay(day, after, zone);
      if (found !== null) return found;
    }
    return null;
  }

  #onDay(day: number, after: number, zone: string): number | null {
    const midnight = startOfDay(day, zone);
    for (let hour = 0; hour < 24; hour++) {
      if (!this.#hours.has(hour)) continue;
      const wanted = ((hour * 60 + this.#minute) * 60 + this.#second) * 1000;
      let instant = midnight + wanted;
      // A clock change between midnight and now shifts the wall clock.
      instant += wanted - localTime(instant, zone);
      if (instant > after && localDay(instant, zone) === day) return instant;
    }
    return null;
  }
}

/** 1 = Sunday to 7 = Saturday. */
function weekdayOf(day: number): number {
  return ((((day + 4) % 7) + 7) % 7) + 1;
}

function bounded(text: string, low: number, high: number, message: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) throw new CronError(message);
  return value;
}

function values(text: string, low: number, high: number, names: readonly string[], message: string): Set<number> {
  const number = (part: string): number => {
    const named = names.indexOf(part.toUpperCase());
    return named >= 0 ? named + low : bounded(part, low, high, message);
  };
  const result = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step] = part.split("/");
    const every = step === undefined ? 1 : bounded(step, 1, high, `Increment > ${high} : ${step}`);
    let [from, to] = [low, high];
    if (range !== "*") {
      const [start = "", end] = range.split("-");
      from = number(start);
      to = end !== undefined ? number(end) : step === undefined ? from : high;
    }
    // A range may run over the end: FRI-MON.
    const span = to >= from ? to - from : to + (high - low + 1) - from;
    for (let offset = 0; offset <= span; offset += every) result.add(low + ((from - low + offset) % (high - low + 1)));
  }
  return result;
}

function dayOfMonthTest(text: string): DayTest {
  if (text === "L") return ({ day, lastDay }) => day === lastDay;
  if (text === "LW") return ({ day, weekday, lastDay }) => day === nearestWeekday(lastDay, day, weekday, lastDay);
  const nearest = /^(\d+)W$/i.exec(text)?.[1];
  if (nearest !== undefined) {
    const wanted = bounded(nearest, 1, 31, "Day of month values must be between 1 and 31");
    return ({ day, weekday, lastDay }) => wanted <= lastDay && day === nearestWeekday(wanted, day, weekday, lastDay);
  }
  const days = values(text, 1, 31, [], "Day of month values must be between 1 and 31");
  return ({ day }) => days.has(day);
}

/** The weekday (Monday to Friday) nearest to a day of the month, without leaving the month. `day` and `weekday`: any known pair of it. */
function nearestWeekday(wanted: number, day: number, weekday: number, lastDay: number): number {
  const weekdayOfWanted = ((((weekday - 1 + wanted - day) % 7) + 7) % 7) + 1;
  if (weekdayOfWanted === 7) return wanted === 1 ? 3 : wanted - 1;
  if (weekdayOfWanted === 1) return wanted === lastDay ? wanted - 2 : wanted + 1;
  return wanted;
}

function dayOfWeekTest(text: string): DayTest {
  const message = "Day-of-Week values must be between 1 and 7";
  const single = (part: string): number => {
    const [value] = values(part, 1, 7, DAYS, message);
    if (value === undefined) throw new CronError(message);
    return value;
  };
  const ordinal = /^(\w+)#([1-5])$/.exec(text);
  if (ordinal !== null) {
    const wanted = single(ordinal[1] ?? "");
    const week = Number(ordinal[2]);
    return ({ day, weekday }) => weekday === wanted && Math.ceil(day / 7) === week;
  }
  if (text.toUpperCase() === "L") return ({ weekday }) => weekday === 7;
  const last = /^(\w+)L$/i.exec(text)?.[1];
  if (last !== undefined) {
    const wanted = single(last);
    return ({ day, weekday, lastDay }) => weekday === wanted && day + 7 > lastDay;
  }
  const days = values(text, 1, 7, DAYS, message);
  return ({ weekday }) => days.has(weekday);
}
