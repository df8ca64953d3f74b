import { Decimal, type Rounding } from "../runtime/decimal.ts";
import { EnumValue } from "../runtime/enum-value.ts";
import { throwApex } from "../runtime/exceptions.ts";
import type { ApexValue } from "../runtime/values.ts";

const MODES = new Set<string>(["CEILING", "DOWN", "FLOOR", "HALF_DOWN", "HALF_EVEN", "HALF_UP", "UNNECESSARY", "UP"]);

/** The mode that a System.RoundingMode constant names. */
export function roundingMode(value: ApexValue): Rounding {
  if (value === null) throwApex("System.NullPointerException", "Argument cannot be null.");
  if (value instanceof EnumValue && isRounding(value.name)) return value.name;
  throwApex("System.TypeException", "Invalid rounding mode");
}

function isRounding(name: string): name is Rounding {
  return MODES.has(name);
}

/** Half-even without a mode, as the reference says of `round` and `setScale`. */
export const DEFAULT_ROUNDING: Rounding = "HALF_EVEN";

/** The nearest whole number; of two equally near ones the even one. */
export function roundHalfEven(value: number): number {
  return Number(Decimal.ofDouble(value).toBigInt("HALF_EVEN"));
}
