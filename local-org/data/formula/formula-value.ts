/** Values inside formulas. Numbers are decimals; empty text is null. */
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";

export type FormulaValue = null | boolean | string | Decimal | ApexDate | ApexDatetime | ApexTime;

/** `any`: the type of NULL, which goes with every other. */
export type FormulaType = "text" | "number" | "boolean" | "date" | "datetime" | "time" | "any";

/** Null counts as false. */
export function isTrue(value: FormulaValue): boolean {
  return value === true;
}

/** Null counts as "". */
export function textOf(value: FormulaValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return `${value.toIso().slice(0, 19).replace("T", " ")}Z`;
  if (value instanceof ApexTime) return value.toIso();
  return value ? "true" : "false";
}

export function integer(value: number): Decimal {
  return Decimal.ofInteger(value);
}

/** A number as JavaScript counts; null as 0. */
export function numberOf(value: FormulaValue): number {
  return value instanceof Decimal ? value.toNumber() : 0;
}

/** A key by which values of one type compare; null for null and empty text. */
export function comparableOf(value: FormulaValue): string | number | Decimal | null {
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime || value instanceof ApexTime) return value.millis;
  return value;
}

export function equalValues(left: FormulaValue, right: FormulaValue): boolean {
  const [leftKey, rightKey] = [comparableOf(left), comparableOf(right)];
  if (leftKey instanceof Decimal && rightKey instanceof Decimal) return leftKey.equals(rightKey);
  return leftKey === rightKey;
}

/** Negative, 0 or positive; null when a value is missing. */
export function compareValues(left: FormulaValue, right: FormulaValue): number | null {
  const [leftKey, rightKey] = [comparableOf(left), comparableOf(right)];
  if (leftKey === null || rightKey === null) return null;
  if (leftKey instanceof Decimal && rightKey instanceof Decimal) return leftKey.compare(rightKey);
  return leftKey === rightKey ? 0 : leftKey < rightKey ? -1 : 1;
}
