import type { FormulaFunction, Thunk } from "./formula-functions.ts";
import { equalValues, isTrue, textOf, type FormulaType, type FormulaValue } from "./formula-value.ts";

const MANY = Number.POSITIVE_INFINITY;

const isBlank = (value: FormulaValue | undefined): boolean => value === null || value === undefined || value === "";

/** The type of the first argument that has one. */
const typeOf = (types: readonly FormulaType[]): FormulaType => types.find((type) => type !== "any") ?? "any";

/** Results of `CASE(value, case, result, ..., default)`. */
const caseType = (types: readonly FormulaType[]): FormulaType =>
  typeOf(types.filter((_type, at) => (at > 0 && at % 2 === 0) || at === types.length - 1));

function chooseCase(parts: readonly Thunk[]): FormulaValue {
  const subject = parts[0]?.() ?? null;
  for (let at = 1; at + 1 < parts.length; at += 2) {
    if (equalValues(subject, parts[at]?.() ?? null)) return parts[at + 1]?.() ?? null;
  }
  return parts.at(-1)?.() ?? null;
}

function ifBlank([value, otherwise]: readonly Thunk[]): FormulaValue {
  const found = value?.() ?? null;
  return isBlank(found) ? (otherwise?.() ?? null) : found;
}

export const logicFunctions: Readonly<Record<string, FormulaFunction>> = {
  AND: { least: 1, most: MANY, type: "boolean", apply: (parts) => parts.every((part) => isTrue(part())) },
  OR: { least: 1, most: MANY, type: "boolean", apply: (parts) => parts.some((part) => isTrue(part())) },
  NOT: { least: 1, type: "boolean", apply: ([part]) => !isTrue(part?.() ?? null) },
  IF: {
    least: 3,
    type: ([, ...results]) => typeOf(results),
    apply: ([test, then, otherwise]) => (isTrue(test?.() ?? null) ? (then?.() ?? null) : (otherwise?.() ?? null)),
  },
  CASE: { least: 4, most: MANY, type: caseType, apply: chooseCase },
  ISBLANK: { least: 1, type: "boolean", apply: ([part]) => isBlank(part?.()) },
  ISNULL: { least: 1, type: "boolean", apply: ([part]) => isBlank(part?.()) },
  BLANKVALUE: { least: 2, type: typeOf, apply: ifBlank },
  NULLVALUE: { least: 2, type: typeOf, apply: ifBlank },
  ISPICKVAL: { least: 2, type: "boolean", apply: ([value, wanted]) => textOf(value?.() ?? null) === textOf(wanted?.() ?? null) },
  INCLUDES: {
    least: 2,
    type: "boolean",
    apply: ([value, wanted]) =>
      textOf(value?.() ?? null)
        .split(";")
        .includes(textOf(wanted?.() ?? null)),
  },
};
