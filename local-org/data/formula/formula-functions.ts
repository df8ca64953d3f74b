/** The functions of formulas. Arguments come as thunks, so that IF and CASE evaluate only what they choose. */
import { dateFunctions } from "./date-functions.ts";
import { logicFunctions } from "./logic-functions.ts";
import { mathFunctions } from "./math-functions.ts";
import { textFunctions } from "./text-functions.ts";
import type { FormulaType, FormulaValue } from "./formula-value.ts";

export type Thunk = () => FormulaValue;

export interface FormulaFunction {
  readonly least: number;
  /** Absent: as `least`. */
  readonly most?: number;
  /** The result's type, or how it follows from the arguments'. */
  readonly type: FormulaType | ((argumentTypes: readonly FormulaType[]) => FormulaType);
  readonly apply: (parts: readonly Thunk[], run: { readonly now: number; readonly timeZone: string }) => FormulaValue;
}

export const FORMULA_FUNCTIONS: Readonly<Record<string, FormulaFunction | undefined>> = {
  ...logicFunctions,
  ...textFunctions,
  ...mathFunctions,
  ...dateFunctions,
};
