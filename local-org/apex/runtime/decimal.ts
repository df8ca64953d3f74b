/** Decimal: an unscaled integer and a scale, as Java's BigDecimal. `1.10` is 110 with scale 2 and keeps its zero. */
import { throwApex } from "./exceptions.ts";

export type Rounding = "CEILING" | "DOWN" | "FLOOR" | "HALF_DOWN" | "HALF_EVEN" | "HALF_UP" | "UNNECESSARY" | "UP";

/** Significant digits of the quotient of `/` when it does not end before. */
const QUOTIENT_DIGITS = 34;
const POWERS: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  for (let at = POWERS.length; at <= Math.min(exponent, 200); at++) POWERS.push((POWERS[at - 1] ?? 1n) * 10n);
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

export class Decimal {
  readonly unscaled: bigint;
  /** Digits after the point; negative only after `stripTrailingZeros`. */
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  static readonly ZERO = new Decimal(0n, 0);

  static ofInteger(value: number): Decimal {
    return new Decimal(BigInt(value), 0);
  }

  static ofLong(value: bigint): Decimal {
    return new Decimal(value, 0);
  }

  /** By the shortest text of the Double: 1.1 gives 1.1, 3.0 gives 3.0, as BigDecimal.valueOf. Throws MathException for NaN and infinities. */
  static ofDouble(value: number): Decimal {
    if (!Number.isFinite(value)) throwApex("System.TypeException", "Invalid decimal");
    const text = String(value);
    return Decimal.parse(Number.isInteger(value) && !text.includes("e") ? `${text}.0` : text) ?? Decimal.ZERO;
  }

  /** Reads `12`, `-1.50`, `.5`, `1.`, `1e3`. Null when the text is no number. */
  static parse(text: string): Decimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text);
    if (match === null) return null;
    const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
    if (whole === "" && fraction === "") return null;
    const unscaled = BigInt(whole + fraction);
    const scale = fraction.length - Number(exponent);
    const value = new Decimal(sign === "-" ? -unscaled : unscaled, scale);
    return scale < 0 ? value.#rescale(0) : value;
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.unscaled < 0n ? -1 : this.unscaled > 0n ? 1 : 0;
  }

  /** Number of digits of the unscaled value; 1 for zero. */
  get precision(): number {
    return digitCount(this.unscaled);
  }

  add(other: Decimal): Decimal {
    if (this.scale === other.scale) return new Decimal(this.unscaled + other.unscaled, this.scale);
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.#rescale(scale).unscaled + other.#rescale(scale).unscaled, scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  /** `/`: exact when the quotient ends, else 34 significant digits. Throws MathException for a zero divisor. */
  quotient(divisor: Decimal): Decimal {
    if (divisor.unscaled === 0n) throwApex("System.MathException", "Divide by 0");
    const preferred = Math.max(this.scale - divisor.scale, 0);
    if (this.unscaled === 0n) return new Decimal(0n, preferred);
    const lift = Math.max(QUOTIENT_DIGITS + 3 + divisor.precision - this.precision, 0);
    const lifted = this.unscaled * powerOfTen(lift);
    const whole = lifted / divisor.unscaled;
    const scale = this.scale - divisor.scale + lift;
    if (whole * divisor.unscaled === lifted) {
      const exact = new Decimal(whole, scale).roundTo(QUOTIENT_DIGITS, "HALF_UP");
      return exact.scale < preferred ? exact.#rescale(preferred) : exact.#strip(preferred);
    }
    // One more digit that is not zero stands for all that follow, so that rounding sees more than a half.
    return new Decimal(whole * 10n + BigInt(this.sign * divisor.sign), scale + 1).roundTo(QUOTIENT_DIGITS, "HALF_UP");
  }

  /** Quotient with the given scale. Throws MathException for a zero divisor. */
  divide(divisor: Decimal, scale: number, rounding: Rounding): Decimal {
    if (divisor.unscaled === 0n) throwApex("System.MathException", "Divide by 0");
    const shift = scale + divisor.scale - this.scale;
    const numerator = shift >= 0 ? this.unscaled * powerOfTen(shift) : this.unscaled;
    const denominator = shift >= 0 ? divisor.unscaled : divisor.unscaled * powerOfTen(-shift);
    return new Decimal(divideRounded(numerator, denominator, rounding), scale);
  }

  setScale(scale: number, rounding: Rounding): Decimal {
    if (scale >= this.scale) return this.#rescale(scale);
    return new Decimal(divideRounded(this.unscaled, powerOfTen(this.scale - scale), rounding), scale);
  }

  /** To so many significant digits. */
  roundTo(digits: number, rounding: Rounding): Decimal {
    const drop = this.precision - digits;
    return drop <= 0 ? this : this.setScale(this.scale - drop, rounding).#carry(digits, rounding);
  }

  #carry(digits: number, rounding: Rounding): Decimal {
    return this.precision > digits ? this.setScale(this.scale - 1, rounding) : this;
  }

  /** The integral part, rounded. */
  toBigInt(rounding: Rounding = "DOWN"): bigint {
    return this.setScale(0, rounding).unscaled;
  }

  toNumber(): number {
    return Number(this.toString());
  }

  pow(exponent: number): Decimal {
    return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  stripTrailingZeros(): Decimal {
    return this.unscaled === 0n ? Decimal.ZERO : this.#strip(Number.NEGATIVE_INFINITY);
  }

  #strip(minimum: number): Decimal {
    let { unscaled, scale } = this;
    while (scale > minimum && unscaled % 10n === 0n && unscaled !== 0n) {
      unscaled /= 10n;
      scale--;
    }
    return scale === this.scale ? this : new Decimal(unscaled, scale);
  }

  /** By value: 1.0 equals 1.00. Negative, 0 or positive. */
  compare(other: Decimal): number {
    if (this.scale === other.scale) return this.unscaled < other.unscaled ? -1 : this.unscaled > other.unscaled ? 1 : 0;
    const scale = Math.max(this.scale, other.scale);
    return this.#rescale(scale).compare(other.#rescale(scale));
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  #rescale(scale: number): Decimal {
    return scale === this.scale ? this : new Decimal(this.unscaled * powerOfTen(scale - this.scale), scale);
  }

  /** Without an exponent: `1.10`, `1000`. */
  toPlainString(): string {
    if (this.scale <= 0) return this.#rescale(0).unscaled.toString();
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, "0");
    const point = digits.length - this.scale;
    return `${this.unscaled < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  /** With an exponent where Java prints one: scale below 0, or the first digit more than six places after the point. */
  toString(): string {
    const adjusted = this.precision - this.scale - 1;
    if (this.scale >= 0 && adjusted >= -6) return this.toPlainString();
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString();
    const mantissa = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits;
    return `${this.unscaled < 0n ? "-" : ""}${mantissa}${adjusted === 0 ? "" : `E${adjusted > 0 ? "+" : ""}${adjusted}`}`;
  }
}

function digitCount(value: bigint): number {
  return value < 0n ? value.toString().length - 1 : value.toString().length;
}

function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const negative = numerator < 0n !== denominator < 0n;
  return roundsAway(quotient, remainder, denominator, negative, rounding) ? quotient + (negative ? -1n : 1n) : quotient;
}

function roundsAway(quotient: bigint, remainder: bigint, denominator: bigint, negative: boolean, rounding: Rounding): boolean {
  switch (rounding) {
    case "UP":
      return true;
    case "DOWN":
      return false;
    case "CEILING":
      return !negative;
    case "FLOOR":
      return negative;
    case "UNNECESSARY":
      return throwApex("System.MathException", "Rounding necessary");
  }
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  const size = denominator < 0n ? -denominator : denominator;
  if (twice !== size) return twice > size;
  if (rounding === "HALF_EVEN") return quotient % 2n !== 0n;
  return rounding === "HALF_UP";
}
