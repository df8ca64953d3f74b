/** Integer and Long. */
import { definePlatformClass } from "../runtime/define.ts";
import { Decimal } from "../runtime/decimal.ts";
import type { ApexValue } from "../runtime/values.ts";
import { formatNumber, given, invalidNumber, numberOf, parseInteger, parseLong } from "./number-text.ts";

definePlatformClass("Integer", {
  statics: {
    /** A null Decimal or Object gives null; only a null String is refused. */
    "valueOf(Object)": (value: ApexValue) => {
      if (value === null) return null;
      if (typeof value === "string") return parseInteger(value);
      const number = numberOf(value);
      if (number === null) return invalidNumber("integer", value);
      if (typeof number === "number") return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(number)));
      return Number(BigInt.asIntN(32, number instanceof Decimal ? number.toBigInt() : number));
    },
    "valueOf(String)": (text: string | null) => parseInteger(given(text)),
  },
  members: {
    "format()": (self: number) => formatNumber(self),
  },
});

definePlatformClass("Long", {
  statics: {
    "valueOf(String)": (text: string | null) => parseLong(given(text)),
  },
  members: {
    "format()": (self: bigint) => formatNumber(self),
    "intValue()": (self: bigint) => Number(BigInt.asIntN(32, self)),
  },
});
