/** Double and Boolean. */
import { definePlatformClass } from "../runtime/define.ts";
import { Decimal } from "../runtime/decimal.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { toText } from "../runtime/to-string.ts";
import type { ApexValue } from "../runtime/values.ts";
import { formatNumber, given, invalidNumber, numberOf, parseDouble } from "./number-text.ts";

definePlatformClass("Double", {
  statics: {
    "valueOf(Object)": (value: ApexValue) => {
      if (value === null) return null;
      if (typeof value === "string") return parseDouble(value);
      const number = numberOf(value) ?? invalidNumber("double", value);
      return number instanceof Decimal ? number.toNumber() : Number(number);
    },
    "valueOf(String)": (text: string | null) => parseDouble(given(text)),
  },
  members: {
    "format()": (self: number) => formatNumber(self),
    "intValue()": (self: number) => clampInteger(Math.trunc(self)),
    "longValue()": (self: number) => clampLong(Math.trunc(self)),
    "round()": (self: number) => clampLong(roundHalfUp(self)),
  },
});

definePlatformClass("Boolean", {
  statics: {
    "valueOf(Object)": (value: ApexValue) => {
      const known = given(value);
      if (typeof known === "boolean") return known;
      if (typeof known === "string") return known.toLowerCase() === "true";
      throwApex("System.TypeException", `Invalid boolean: ${toText(known)}`);
    },
  },
});

/** As Java's `Math.round`: a half goes up. */
export function roundHalfUp(value: number): number {
  return Math.abs(value) >= 2 ** 52 ? value : Math.floor(value + 0.5);
}

/** As a Java cast to int: NaN is 0, what does not fit is the nearest. */
export function clampInteger(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value));
}

export function clampLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  if (value <= -(2 ** 63)) return -(2n ** 63n);
  return BigInt(value);
}
