import assert from "node:assert/strict";
import { test } from "node:test";
import { daysFromCivil } from "../../apex/runtime/date-time.ts";
import { applyDateFunction, type DateFunctionName } from "./date-function.ts";

const CASES: readonly (readonly [DateFunctionName, readonly [number, number, number], number])[] = [
  ["calendar_month", [2026, 12, 31], 12],
  ["calendar_quarter", [2026, 3, 31], 1],
  ["calendar_quarter", [2026, 10, 1], 4],
  ["calendar_year", [2009, 9, 22], 2009],
  ["day_in_month", [2026, 2, 20], 20],
  ["day_in_week", [2026, 5, 17], 1],
  ["day_in_week", [1969, 12, 27], 7],
  ["day_in_year", [2026, 2, 1], 32],
  ["day_only", [1970, 1, 2], 1],
  ["fiscal_month", [2026, 4, 1], 1],
  ["fiscal_month", [2026, 3, 1], 12],
  ["fiscal_quarter", [2026, 7, 1], 2],
  ["fiscal_year", [2026, 3, 31], 2025],
  ["fiscal_year", [2026, 4, 1], 2026],
  ["hour_in_day", [2026, 1, 1], 18],
  ["week_in_month", [2026, 4, 7], 1],
  ["week_in_month", [2026, 4, 8], 2],
  ["week_in_year", [2026, 1, 7], 1],
  ["week_in_year", [2026, 1, 8], 2],
];

for (const [name, [year, month, day], expected] of CASES)
  test(`${name} of ${year}-${month}-${day} at 18:23 is ${expected} where the fiscal year starts in April`, () => {
    assert.equal(applyDateFunction(name, daysFromCivil(year, month, day), (18 * 60 + 23) * 60_000, 4), expected);
  });
