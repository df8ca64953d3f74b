/** Decimal. */
import { definePlatformClass } from "../runtime/define.ts";
import { Decimal } from "../runtime/decimal.ts";
import { throwApex } from "../runtime/exceptions.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { formatNumber, given, parseDecimal } from "./number-text.ts";
import { DEFAULT_ROUNDING, roundingMode } from "./rounding-mode.ts";

type Count = number | null;

/** Largest exponent and, both ways, scale that the platform takes. */
const MAXIMUM_EXPONENT = 32_767;
const MAXIMUM_SCALE = 33;

definePlatformClass("Decimal", {
  statics: {
    "valueOf(Double)": (value: number | null) => Decimal.ofDouble(given(value)),
    "valueOf(Long)": (value: bigint | null) => Decimal.ofLong(given(value)),
    "valueOf(String)": (text: string | null) => parseDecimal(given(text)),
  },
  members: {
    "abs()": (self: Decimal) => self.abs(),
    "divide(Decimal,Integer)": (self: Decimal, divisor: Decimal | null, scale: Count) =>
      self.divide(argument(divisor), validScale(scale, 2), DEFAULT_ROUNDING),
    "divide(Decimal,Integer,System.RoundingMode)": (self: Decimal, divisor: Decimal | null, scale: Count, mode: ApexValue) =>
      self.divide(argument(divisor), validScale(scale, 2), roundingMode(mode)),
    "doubleValue()": (self: Decimal) => self.toNumber(),
    "format()": (self: Decimal) => formatNumber(self),
    "intValue()": (self: Decimal) => Number(BigInt.asIntN(32, self.toBigInt())),
    "longValue()": (self: Decimal) => BigInt.asIntN(64, self.toBigInt()),
    "pow(Integer)": (self: Decimal, exponent: Count) => power(self, argument(exponent)),
    "precision()": (self: Decimal) => self.precision,
    "round()": (self: Decimal) => BigInt.asIntN(64, self.toBigInt(DEFAULT_ROUNDING)),
    "round(System.RoundingMode)": (self: Decimal, mode: ApexValue) => BigInt.asIntN(64, self.toBigInt(roundingMode(mode))),
    "scale()": (self: Decimal) => self.scale,
    "setScale(Integer)": (self: Decimal, scale: Count) => self.setScale(validScale(scale), DEFAULT_ROUNDING),
    "setScale(Integer,System.RoundingMode)": (self: Decimal, scale: Count, mode: ApexValue) =>
      self.setScale(validScale(scale), roundingMode(mode)),
    "stripTrailingZeros()": (self: Decimal) => self.stripTrailingZeros(),
    "toPlainString()": (self: Decimal) => self.toPlainString(),
  },
});

function validScale(scale: Count, position = 1): number {
  const value = argument(scale, position);
  if (Math.abs(value) > MAXIMUM_SCALE) throwApex("System.MathException", `Invalid scale, must be between -33 and 33: ${value}`);
  return value;
}

function power(base: Decimal, exponent: number): Decimal {
  if (exponent < 0 || exponent > MAXIMUM_EXPONENT)
    throwApex("System.MathException", `Invalid exponent, must be between 0 and 32767: ${exponent}`);
  return base.pow(exponent);
}
