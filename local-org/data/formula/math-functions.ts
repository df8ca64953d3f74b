import { Decimal, type Rounding } from "../../apex/runtime/decimal.ts";
import type { FormulaFunction, Thunk } from "./formula-functions.ts";
import type { FormulaValue } from "./formula-value.ts";

const MANY = Number.POSITIVE_INFINITY;

/** A function of one number; null stays null. */
function ofNumber(apply: (value: Decimal) => Decimal | null): FormulaFunction {
  return {
    least: 1,
    type: "number",
    apply: ([part]) => {
      const value = part?.() ?? null;
      return value instanceof Decimal ? apply(value) : null;
    },
  };
}

function ofDouble(apply: (value: number) => number): FormulaFunction {
  return ofNumber((value) => {
    const result = apply(value.toNumber());
    return Number.isFinite(result) ? Decimal.ofDouble(result) : null;
  });
}

/** To the given number of digits after the point; negative digits round before it. */
function round([value, digits]: readonly Thunk[], rounding: Rounding): FormulaValue {
  const [number, places] = [value?.() ?? null, digits?.() ?? Decimal.ZERO];
  if (!(number instanceof Decimal) || !(places instanceof Decimal)) return null;
  const scale = places.toNumber();
  if (scale >= 0) return number.setScale(scale, rounding);
  const power = Decimal.ofInteger(10).pow(-scale);
  return number.divide(power, 0, rounding).multiply(power);
}

function extreme(parts: readonly Thunk[], sign: 1 | -1): FormulaValue {
  const values = parts.map((part) => part()).filter((value) => value instanceof Decimal);
  return values.reduce<Decimal | null>((best, value) => (best === null || sign * value.compare(best) > 0 ? value : best), null);
}

function modulo([value, divisor]: readonly Thunk[]): FormulaValue {
  const [left, right] = [value?.() ?? null, divisor?.() ?? null];
  if (!(left instanceof Decimal) || !(right instanceof Decimal) || right.sign === 0) return null;
  return left.subtract(left.divide(right, 0, "DOWN").multiply(right));
}

export const mathFunctions: Readonly<Record<string, FormulaFunction>> = {
  ABS: ofNumber((value) => value.abs()),
  ROUND: { least: 2, type: "number", apply: (parts) => round(parts, "HALF_UP") },
  TRUNC: { least: 1, most: 2, type: "number", apply: (parts) => round(parts, "DOWN") },
  // Towards zero and away from it; MFLOOR and MCEILING are the mathematical ones.
  FLOOR: ofNumber((value) => value.setScale(0, "DOWN")),
  CEILING: ofNumber((value) => value.setScale(0, "UP")),
  MFLOOR: ofNumber((value) => value.setScale(0, "FLOOR")),
  MCEILING: ofNumber((value) => value.setScale(0, "CEILING")),
  MAX: { least: 1, most: MANY, type: "number", apply: (parts) => extreme(parts, 1) },
  MIN: { least: 1, most: MANY, type: "number", apply: (parts) => extreme(parts, -1) },
  MOD: { least: 2, type: "number", apply: modulo },
  SQRT: ofDouble(Math.sqrt),
  EXP: ofDouble(Math.exp),
  LN: ofDouble(Math.log),
  LOG: ofDouble(Math.log10),
};
