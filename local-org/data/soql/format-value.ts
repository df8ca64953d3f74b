import { ApexDate, ApexDatetime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { toText } from "../../apex/runtime/to-string.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";

interface FormatContext {
  readonly locale: string;
  readonly timeZone: string;
}

/** FORMAT(): numbers, dates and datetimes as the user's locale writes them; other values as text. */
export function formatValue(field: FieldSchema): (value: ApexValue, context: FormatContext) => string | null {
  if (field.type === "currency") unsupported(`FORMAT() of the currency field ${field.name}`);
  return (value, { locale, timeZone }) => {
    if (value === null) return null;
    if (typeof value === "number" || typeof value === "bigint") return value.toLocaleString(locale);
    if (value instanceof Decimal) return formatDecimal(value, locale, field.scale);
    if (value instanceof ApexDate) return formatDate(value.days * 86_400_000, locale, "GMT", false);
    if (value instanceof ApexDatetime) return formatDate(value.millis, locale, timeZone, true);
    return toText(value);
  };
}

function formatDecimal(value: Decimal, locale: string, scale: number): string {
  return value.toNumber().toLocaleString(locale, { minimumFractionDigits: Math.min(value.scale, scale), maximumFractionDigits: scale });
}

function formatDate(instant: number, locale: string, timeZone: string, withTime: boolean): string {
  const date = { timeZone, year: "numeric", month: "numeric", day: "numeric" } as const;
  const options = withTime ? ({ ...date, hour: "numeric", minute: "2-digit" } as const) : date;
  return new Intl.DateTimeFormat(locale, options).format(instant).replaceAll("\u202F", " ");
}
