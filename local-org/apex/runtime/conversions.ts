/** Conversions of emitted code, by the names of the bound tree's `Conversion`. Null converts to null. */
import { exactRecordId } from "../../data/store/record-id.ts";
import { ApexList } from "./collections.ts";
import { ApexDatetime, DAY_MILLIS, type ApexDate } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { throwApex } from "./exceptions.ts";
import { SObjectRecord } from "./sobject.ts";
import { invalidConversion } from "./type-test.ts";
import type { ApexValue } from "./values.ts";

const INTEGER_MAX = 2_147_483_647;
const LONG_MAX = 9_223_372_036_854_775_807n;
const LONG_MIN = -LONG_MAX - 1n;

/** Towards zero; what does not fit becomes the nearest Integer, as in Java. */
function doubleToInteger(value: number | null): number | null {
  if (value === null) return null;
  if (Number.isNaN(value)) return 0;
  return Math.max(-INTEGER_MAX - 1, Math.min(INTEGER_MAX, Math.trunc(value))) | 0;
}

function doubleToLong(value: number | null): bigint | null {
  if (value === null) return null;
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return value > 0 ? LONG_MAX : LONG_MIN;
  const whole = BigInt(Math.trunc(value));
  return whole > LONG_MAX ? LONG_MAX : whole < LONG_MIN ? LONG_MIN : whole;
}

/** Validates and lengthens to 18 characters. Throws System.StringException for a text that is no id. */
export function stringToId(text: string | null): string | null {
  if (text === null) return null;
  return exactRecordId(text.trim()) ?? throwApex("System.StringException", `Invalid id: ${text}`);
}

/** Midnight GMT of the day. */
function dateToDatetime(value: ApexDate | null): ApexDatetime | null {
  return value === null ? null : new ApexDatetime(value.days * DAY_MILLIS);
}

/** The only row. Throws System.QueryException for none or several. */
function listToRow(rows: ApexList | null): SObjectRecord | null {
  if (rows === null) return null;
  if (rows.items.length === 0) throwApex("System.QueryException", "List has no rows for assignment to SObject");
  if (rows.items.length > 1) throwApex("System.QueryException", "List has more than 1 row for assignment to SObject");
  const row = rows.items[0];
  return row instanceof SObjectRecord ? row : null;
}

export const conversions = {
  integerToLong: (value: number | null): bigint | null => (value === null ? null : BigInt(value)),
  integerToDecimal: (value: number | null): Decimal | null => (value === null ? null : Decimal.ofInteger(value)),
  longToInteger: (value: bigint | null): number | null => (value === null ? null : Number(BigInt.asIntN(32, value))),
  longToDouble: (value: bigint | null): number | null => (value === null ? null : Number(value)),
  longToDecimal: (value: bigint | null): Decimal | null => (value === null ? null : Decimal.ofLong(value)),
  doubleToInteger,
  doubleToLong,
  doubleToDecimal: (value: number | null): Decimal | null => (value === null ? null : Decimal.ofDouble(value)),
  decimalToInteger: (value: Decimal | null): number | null => (value === null ? null : Number(BigInt.asIntN(32, value.toBigInt()))),
  decimalToLong: (value: Decimal | null): bigint | null => (value === null ? null : BigInt.asIntN(64, value.toBigInt())),
  decimalToDouble: (value: Decimal | null): number | null => (value === null ? null : value.toNumber()),
  stringToId,
  dateToDatetime,
  boxDouble: (value: number | null): ApexDouble | null => (value === null ? null : new ApexDouble(value)),
  unboxDouble,
  listToRow,
  /** Before `?.` and `??`, where no row is no fault. */
  listToRowOrNull: (rows: ApexList | null): SObjectRecord | null => (rows?.items.length === 0 ? null : listToRow(rows)),
  /** `Integer n = [SELECT COUNT() ...]` already is a number; a list counts its rows. */
  queryToCount: (value: ApexValue): ApexValue => (value instanceof ApexList ? value.items.length : value),
} as const;

/** Any number that a cast to Double accepts. Throws System.TypeException for another value. */
function unboxDouble(value: ApexValue): number | null {
  if (value === null || typeof value === "number") return value;
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof Decimal) return value.toNumber();
  if (typeof value === "bigint") return Number(value);
  invalidConversion(value, "Double");
}
