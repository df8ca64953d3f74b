import type { SoqlDateFunction } from "../../apex/syntax/soql-ast.ts";
import { ApexDate, daysFromCivil } from "../../apex/runtime/date-time.ts";

export type DateFunctionName = SoqlDateFunction["function"];

/**
 * The number a date function gives for a day and, for HOUR_IN_DAY, the milliseconds since midnight. DAY_ONLY gives the day's number.
 * `fiscalYearStartMonth`: 1 to 12; a fiscal year is named after the calendar year in which it starts.
 */
export function applyDateFunction(name: DateFunctionName, day: number, time: number, fiscalYearStartMonth: number): number {
  const { year, month, day: dayOfMonth } = new ApexDate(day);
  const dayOfYear = day - daysFromCivil(year, 1, 1) + 1;
  const fiscalMonth = ((month - fiscalYearStartMonth + 12) % 12) + 1;
  switch (name) {
    case "calendar_month":
      return month;
    case "calendar_quarter":
      return Math.ceil(month / 3);
    case "calendar_year":
      return year;
    case "day_in_month":
      return dayOfMonth;
    case "day_in_week":
      return ((((day + 4) % 7) + 7) % 7) + 1;
    case "day_in_year":
      return dayOfYear;
    case "day_only":
      return day;
    case "fiscal_month":
      return fiscalMonth;
    case "fiscal_quarter":
      return Math.ceil(fiscalMonth / 3);
    case "fiscal_year":
      return month < fiscalYearStartMonth ? year - 1 : year;
    case "hour_in_day":
      return Math.floor(time / 3_600_000);
    case "week_in_month":
      return Math.ceil(dayOfMonth / 7);
    case "week_in_year":
      return Math.ceil(dayOfYear / 7);
  }
}
