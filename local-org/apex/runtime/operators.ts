/** Operators and null checks of emitted code, where a JavaScript operator alone would not do what Apex does. */
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { doubleToString } from "./double.ts";
import { apexEquals, idsEqual, textEqualsIgnoreCase } from "./equality.ts";
import { throwApex, throwNullPointer } from "./exceptions.ts";
import { toText } from "./to-string.ts";
import type { ApexValue } from "./values.ts";

function present<T>(value: T | null): T {
  if (value === null) throwNullPointer();
  return value;
}

function divideByZero(): never {
  throwApex("System.MathException", "Divide by 0");
}

function integerDivide(left: number, right: number): number {
  return right === 0 ? divideByZero() : (left / right) | 0;
}

function longDivide(left: bigint, right: bigint): bigint {
  return right === 0n ? divideByZero() : BigInt.asIntN(64, left / right);
}

function doubleDivide(left: number, right: number): number {
  return right === 0 ? divideByZero() : left / right;
}

/** The right operand may be Integer or Long; like Java, only its low six bits count. */
function longShift(operator: "<<" | ">>" | ">>>", left: bigint, right: bigint | number): bigint {
  const bits = BigInt(right) & 63n;
  if (operator === "<<") return BigInt.asIntN(64, left << bits);
  return BigInt.asIntN(64, (operator === ">>" ? left : BigInt.asUintN(64, left)) >> bits);
}

function decimalDivide(left: Decimal, right: Decimal): Decimal {
  return right.sign === 0 ? divideByZero() : left.quotient(right);
}

// Comparisons with null are false; NaN compares false with everything.

function less(left: number | bigint | null, right: number | bigint | null): boolean {
  return left !== null && right !== null && left < right;
}

function greater(left: number | bigint | null, right: number | bigint | null): boolean {
  return left !== null && right !== null && left > right;
}

function atMost(left: number | bigint | null, right: number | bigint | null): boolean {
  return left !== null && right !== null && left <= right;
}

function atLeast(left: number | bigint | null, right: number | bigint | null): boolean {
  return left !== null && right !== null && left >= right;
}

function compareDecimals(left: Decimal | null, right: Decimal | null): number {
  return left === null || right === null ? Number.NaN : left.compare(right);
}

/** Without regard to case; a text that is there is greater than none. */
function compareTexts(left: string | null, right: string | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareIds(left: string | null, right: string | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (idsEqual(left, right)) return 0;
  return left < right ? -1 : 1;
}

type Moment = ApexDate | ApexDatetime | ApexTime;

function millisOf(moment: Moment): number {
  return moment instanceof ApexDate ? moment.days * DAY_MILLIS : moment.millis;
}

function compareMoments(left: Moment | null, right: Moment | null): number {
  return left === null || right === null ? Number.NaN : millisOf(left) - millisOf(right);
}

function equalDecimals(left: Decimal | null, right: Decimal | null): boolean {
  if (left === null || right === null) return left === right;
  return left.compare(right) === 0;
}

/** `==` where neither the type nor the kind of the operands is known before: texts ignore case even here. */
function equal(left: ApexValue, right: ApexValue): boolean {
  if (typeof left === "string" && typeof right === "string") return textEqualsIgnoreCase(left, right) || idsEqual(left, right);
  return apexEquals(left, right);
}

/** `===`: the same object; values without identity are the same when they are equal. */
function identical(left: ApexValue, right: ApexValue): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  const isPlain =
    typeof left !== "object" ||
    left instanceof Decimal ||
    left instanceof ApexDate ||
    left instanceof ApexDatetime ||
    left instanceof ApexTime;
  return isPlain && equal(left, right);
}

/** Days are added to a Date or Datetime (fractions of a day too), milliseconds to a Time. */
function dateArithmetic(operator: "+" | "-", left: Moment, right: number | bigint | Decimal): Moment {
  const amount = (operator === "-" ? -1 : 1) * (right instanceof Decimal ? right.toNumber() : Number(right));
  if (left instanceof ApexDate) return new ApexDate(left.days + Math.trunc(amount));
  if (left instanceof ApexDatetime) return new ApexDatetime(Math.round(left.millis + amount * DAY_MILLIS));
  return new ApexTime(left.millis + amount);
}

export const operators = {
  present,
  integerDivide,
  longDivide,
  doubleDivide,
  longShift,
  decimal: (text: string): Decimal => Decimal.parse(text) ?? Decimal.ZERO,
  decimalAdd: (left: Decimal, right: Decimal): Decimal => left.add(right),
  decimalSubtract: (left: Decimal, right: Decimal): Decimal => left.subtract(right),
  decimalMultiply: (left: Decimal, right: Decimal): Decimal => left.multiply(right),
  decimalDivide,
  decimalNegate: (operand: Decimal): Decimal => operand.negate(),
  lessInteger: less,
  lessLong: less,
  lessDouble: less,
  greaterInteger: greater,
  greaterLong: greater,
  greaterDouble: greater,
  atMostInteger: atMost,
  atMostLong: atMost,
  atMostDouble: atMost,
  atLeastInteger: atLeast,
  atLeastLong: atLeast,
  atLeastDouble: atLeast,
  compareDecimals,
  compareTexts,
  compareIds,
  compareMoments,
  equalDecimals,
  equalTexts: textEqualsIgnoreCase,
  equalIds: idsEqual,
  equal,
  identical,
  dateArithmetic,
  text: toText,
  doubleText: (value: number | null): string => (value === null ? "null" : doubleToString(value)),
} as const;
