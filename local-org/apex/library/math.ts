/** Math. Functions on Decimals go through Double, as the platform's do, except where the result is exact. */
import { randomBytes } from "node:crypto";
import { definePlatformClass, type StaticMember } from "../runtime/define.ts";
import { Decimal } from "../runtime/decimal.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { argument } from "./arguments.ts";
import { clampInteger, clampLong, roundHalfUp } from "./double.ts";
import { roundHalfEven } from "./rounding-mode.ts";

type Real = number | null;
type Exact = Decimal | null;
type Whole = bigint | null;

const REAL_FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

const realMembers: Record<string, StaticMember> = {};
for (const [name, compute] of Object.entries(REAL_FUNCTIONS)) {
  realMembers[`${name}(Double)`] = (value: Real) => compute(argument(value));
  realMembers[`${name}(Decimal)`] = (value: Exact) => Decimal.ofDouble(compute(argument(value).toNumber()));
}

definePlatformClass("System.Math", {
  statics: {
    ...realMembers,
    E: () => Math.E,
    PI: () => Math.PI,
    "abs(Decimal)": (value: Exact) => argument(value).abs(),
    "abs(Double)": (value: Real) => Math.abs(argument(value)),
    "abs(Integer)": (value: Real) => Math.abs(argument(value)) | 0,
    "abs(Long)": (value: Whole) => BigInt.asIntN(64, argument(value) < 0n ? -argument(value) : argument(value)),
    "atan2(Decimal,Decimal)": (y: Exact, x: Exact) => Decimal.ofDouble(Math.atan2(argument(y).toNumber(), argument(x, 2).toNumber())),
    "atan2(Double,Double)": (y: Real, x: Real) => Math.atan2(argument(y), argument(x, 2)),
    "ceil(Decimal)": (value: Exact) => argument(value).setScale(0, "CEILING"),
    "ceil(Double)": (value: Real) => Math.ceil(argument(value)),
    "floor(Decimal)": (value: Exact) => argument(value).setScale(0, "FLOOR"),
    "floor(Double)": (value: Real) => Math.floor(argument(value)),
    "max(Decimal,Decimal)": (a: Exact, b: Exact) => (argument(a).compare(argument(b, 2)) >= 0 ? a : b),
    "max(Double,Double)": (a: Real, b: Real) => Math.max(argument(a), argument(b, 2)),
    "max(Integer,Integer)": (a: Real, b: Real) => Math.max(argument(a), argument(b, 2)),
    "max(Long,Long)": (a: Whole, b: Whole) => (argument(a) >= argument(b, 2) ? a : b),
    "min(Decimal,Decimal)": (a: Exact, b: Exact) => (argument(a).compare(argument(b, 2)) <= 0 ? a : b),
    "min(Double,Double)": (a: Real, b: Real) => Math.min(argument(a), argument(b, 2)),
    "min(Integer,Integer)": (a: Real, b: Real) => Math.min(argument(a), argument(b, 2)),
    "min(Long,Long)": (a: Whole, b: Whole) => (argument(a) <= argument(b, 2) ? a : b),
    "mod(Integer,Integer)": (value: Real, divisor: Real) => {
      if (argument(divisor, 2) === 0) throwApex("System.MathException", "Divide by 0");
      return (argument(value) % argument(divisor, 2)) | 0;
    },
    "mod(Long,Long)": (value: Whole, divisor: Whole) => {
      if (argument(divisor, 2) === 0n) throwApex("System.MathException", "Divide by 0");
      return argument(value) % argument(divisor, 2);
    },
    "pow(Double,Double)": (base: Real, exponent: Real) => Math.pow(argument(base), argument(exponent, 2)),
    "random()": () => Number(randomBytes(8).readBigUInt64BE() >> 11n) / 2 ** 53,
    "rint(Decimal)": (value: Exact) => argument(value).setScale(0, "HALF_EVEN"),
    "rint(Double)": (value: Real) => (Number.isFinite(argument(value)) ? roundHalfEven(argument(value)) : value),
    "round(Decimal)": (value: Exact) => clampInteger(Number(argument(value).toBigInt("HALF_EVEN"))),
    "round(Double)": (value: Real) => clampInteger(roundHalfUp(argument(value))),
    "roundToLong(Decimal)": (value: Exact) => BigInt.asIntN(64, argument(value).toBigInt("HALF_EVEN")),
    "roundToLong(Double)": (value: Real) => clampLong(roundHalfUp(argument(value))),
    "signum(Decimal)": (value: Exact) => Decimal.ofInteger(argument(value).sign),
    "signum(Double)": (value: Real) => Math.sign(argument(value)),
  },
});
