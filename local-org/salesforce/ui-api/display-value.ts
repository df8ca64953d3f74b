/** How people read a field's value: in the locale and time zone of the running user. */
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { userLocale, userTimeZone } from "../../apex/runtime/environment.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../../data/schema/schema.ts";
import { formatValue } from "../../data/soql/format-value.ts";

/** The org has one currency. */
const CURRENCY = "USD";

/** Null where the value itself is what people read: text, phone, e-mail, checkbox, id. Runs inside a transaction. */
export function displayValue(field: FieldSchema, value: ApexValue): string | null {
  if (value === null) return null;
  switch (field.type) {
    case "picklist":
    case "combobox":
      return typeof value === "string" ? labelOf(field, value) : null;
    case "multipicklist":
      return typeof value === "string"
        ? value
            .split(";")
            .map((one) => labelOf(field, one))
            .join(";")
        : null;
    case "currency":
      return number(field, value, { style: "currency", currency: CURRENCY, currencyDisplay: "narrowSymbol" });
    case "percent": {
      const text = number(field, value, {});
      return text === null ? null : `${text}%`;
    }
    case "double":
      // Latitudes and their like are stored with more digits than anybody reads.
      return field.custom ? number(field, value, {}) : plain(field, value);
    case "int":
    case "long":
    case "date":
    case "datetime":
      return plain(field, value);
    case "time":
      return value instanceof ApexTime ? time(value) : null;
    default:
      return null;
  }
}

/** Date and time of an instant as the running user reads it. */
export function displayInstant(millis: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(userLocale(), { timeZone: userTimeZone(), ...options }).format(millis).replaceAll("\u202F", " ");
}

/** A day without a zone. */
export function displayDay(date: ApexDate, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(userLocale(), { timeZone: "GMT", ...options }).format(date.days * 86_400_000);
}

function plain(field: FieldSchema, value: ApexValue): string | null {
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof Decimal || typeof value !== "object") {
    return formatValue(field)(value, { locale: userLocale(), timeZone: userTimeZone() });
  }
  return null;
}

function number(field: FieldSchema, value: ApexValue, options: Intl.NumberFormatOptions): string | null {
  if (!(value instanceof Decimal)) return null;
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  return value.toNumber().toLocaleString(userLocale(), { ...options, ...digits });
}

function time(value: ApexTime): string {
  const instant = Date.UTC(1970, 0, 1, value.hour, value.minute, value.second);
  const format = new Intl.DateTimeFormat(userLocale(), { timeZone: "GMT", hour: "numeric", minute: "2-digit" });
  return format.format(instant).replaceAll("\u202F", " ");
}

function labelOf({ picklistValues }: FieldSchema, value: string): string {
  return picklistValues.find((one) => one.value === value)?.label ?? value;
}
