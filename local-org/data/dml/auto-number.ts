/** Auto-number fields: `LOG-{00000}`, with `{YYYY}`, `{YY}`, `{MM}` and `{DD}` of the day the record is made. */
import { ApexDate } from "../../apex/runtime/date-time.ts";

/** The text of number `counter` under a display format. Default format: the bare number. */
export function autoNumber(format: string | null, counter: number, day: number): string {
  const { year, month, day: dayOfMonth } = new ApexDate(day);
  return (format ?? "{0}").replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, token: string) => {
    if (token === "YYYY") return String(year);
    if (token === "YY") return String(year % 100).padStart(2, "0");
    if (token === "MM") return String(month).padStart(2, "0");
    if (token === "DD") return String(dayOfMonth).padStart(2, "0");
    return String(counter).padStart(token.length, "0");
  });
}
