import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";

/** What two values of one field share exactly when SOQL and unique constraints take them for equal. Ordered as SOQL orders. */
export type IndexKey = string | number | boolean | bigint | null;

/**
 * Text compares without case, except ids and fields declared case-sensitive; empty text is null, an empty checkbox false.
 * Dates count days, datetimes and times milliseconds. Throws for values that cannot be compared (files).
 */
export function indexKey(field: FieldSchema, value: ApexValue): IndexKey {
  if (typeof value === "string") return textKey(field, value);
  if (value === null) return field.type === "boolean" ? false : null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return scalarKey(value, field);
}

function textKey(field: FieldSchema, value: string): IndexKey {
  if (value === "") return null;
  const isId = field.type === "id" || (field.type === "reference" && field.apexType !== "String");
  return isId || field.caseSensitive ? value : value.toLowerCase();
}

function scalarKey(value: Exclude<ApexValue, null | string | number | boolean>, field: FieldSchema): IndexKey {
  if (typeof value === "bigint") return longKey(value);
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.millis;
  if (value instanceof ApexDate) return value.days;
  if (value instanceof Decimal) return value.scale === 0 ? longKey(value.unscaled) : value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  throw new Error(`${field.name} has a value that cannot be compared`);
}

function longKey(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
