/** Numbers read from and written as text. */
import { Decimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { userLocale } from "../runtime/environment.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";

const INTEGER_LIMIT = 2n ** 31n;
const LONG_LIMIT = 2n ** 63n;
const DOUBLE = /^\s*[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)\s*$/;

/** Throws System.NullPointerException for null, as the `valueOf` methods do. */
export function given<T>(value: T | null): T {
  return value ?? throwApex("System.NullPointerException", "Argument cannot be null.");
}

export function parseInteger(text: string): number {
  const value = parseWhole(text, INTEGER_LIMIT);
  return value === null ? throwApex("System.TypeException", `Invalid integer: ${text}`) : Number(value);
}

export function parseLong(text: string): bigint {
  return parseWhole(text, LONG_LIMIT) ?? throwApex("System.TypeException", `Invalid long: ${text}`);
}

export function parseDouble(text: string): number {
  if (!DOUBLE.test(text)) throwApex("System.TypeException", `Invalid double: ${text}`);
  return Number(text.trim().replace(/[fFdD]$/, ""));
}

export function parseDecimal(text: string): Decimal {
  return Decimal.parse(text.trim()) ?? throwApex("System.TypeException", `Invalid decimal: ${text}`);
}

function parseWhole(text: string, limit: bigint): bigint | null {
  if (!/^[+-]?\d+$/.test(text)) return null;
  const value = BigInt(text.startsWith("+") ? text.slice(1) : text);
  return value >= -limit && value < limit ? value : null;
}

/** The number an Object stands for: numbers as they are, text parsed as a Decimal. Null: something else. */
export function numberOf(value: ApexValue): number | bigint | Decimal | null {
  if (typeof value === "number" || typeof value === "bigint" || value instanceof Decimal) return value;
  return value instanceof ApexDouble ? value.value : null;
}

export function invalidNumber(kind: string, value: ApexValue): never {
  throwApex("System.TypeException", `Invalid ${kind}: ${toText(value)}`);
}

/** With the separators of the user's locale and at most three digits after the point. */
export function formatNumber(value: number | bigint | Decimal): string {
  const formatter = new Intl.NumberFormat(userLocale(), { maximumFractionDigits: 3, roundingMode: "halfEven" });
  return value instanceof Decimal ? formatter.format(value.toPlainString() as Intl.StringNumericLiteral) : formatter.format(value);
}
