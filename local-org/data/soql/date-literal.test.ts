import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexDate, daysFromCivil } from "../../apex/runtime/date-time.ts";
import { localDay, localTime, startOfDay } from "./calendar.ts";
import { dateLiteralRange } from "./date-literal.ts";

const SETTINGS = { firstDayOfWeek: 0, fiscalYearStartMonth: 4 };
const TODAY = daysFromCivil(2026, 5, 14); // a Thursday

function text(day: number): string {
  return new ApexDate(day).toIso();
}

const CASES: readonly (readonly [string, number | null, string, string])[] = [
  ["YESTERDAY", null, "2026-05-13", "2026-05-13"],
  ["today", null, "2026-05-14", "2026-05-14"],
  ["TOMORROW", null, "2026-05-15", "2026-05-15"],
  ["LAST_WEEK", null, "2026-05-03", "2026-05-09"],
  ["THIS_WEEK", null, "2026-05-10", "2026-05-16"],
  ["NEXT_WEEK", null, "2026-05-17", "2026-05-23"],
  ["LAST_MONTH", null, "2026-04-01", "2026-04-30"],
  ["THIS_MONTH", null, "2026-05-01", "2026-05-31"],
  ["NEXT_MONTH", null, "2026-06-01", "2026-06-30"],
  ["LAST_90_DAYS", null, "2026-02-13", "2026-05-14"],
  ["NEXT_90_DAYS", null, "2026-05-15", "2026-08-12"],
  ["THIS_QUARTER", null, "2026-04-01", "2026-06-30"],
  ["LAST_QUARTER", null, "2026-01-01", "2026-03-31"],
  ["NEXT_QUARTER", null, "2026-07-01", "2026-09-30"],
  ["THIS_YEAR", null, "2026-01-01", "2026-12-31"],
  ["LAST_YEAR", null, "2025-01-01", "2025-12-31"],
  ["NEXT_YEAR", null, "2027-01-01", "2027-12-31"],
  ["THIS_FISCAL_QUARTER", null, "2026-04-01", "2026-06-30"],
  ["LAST_FISCAL_QUARTER", null, "2026-01-01", "2026-03-31"],
  ["THIS_FISCAL_YEAR", null, "2026-04-01", "2027-03-31"],
  ["LAST_FISCAL_YEAR", null, "2025-04-01", "2026-03-31"],
  ["NEXT_FISCAL_YEAR", null, "2027-04-01", "2028-03-31"],
  ["LAST_N_DAYS", 1, "2026-05-13", "2026-05-14"],
  ["NEXT_N_DAYS", 3, "2026-05-15", "2026-05-17"],
  ["N_DAYS_AGO", 3, "2026-05-11", "2026-05-11"],
  ["LAST_N_WEEKS", 2, "2026-04-26", "2026-05-09"],
  ["NEXT_N_WEEKS", 2, "2026-05-17", "2026-05-30"],
  ["N_WEEKS_AGO", 2, "2026-04-26", "2026-05-02"],
  ["LAST_N_MONTHS", 2, "2026-03-01", "2026-04-30"],
  ["NEXT_N_MONTHS", 2, "2026-06-01", "2026-07-31"],
  ["N_MONTHS_AGO", 14, "2025-03-01", "2025-03-31"],
  ["LAST_N_QUARTERS", 2, "2025-10-01", "2026-03-31"],
  ["NEXT_N_QUARTERS", 1, "2026-07-01", "2026-09-30"],
  ["N_QUARTERS_AGO", 2, "2025-10-01", "2025-12-31"],
  ["LAST_N_YEARS", 5, "2021-01-01", "2025-12-31"],
  ["NEXT_N_YEARS", 1, "2027-01-01", "2027-12-31"],
  ["N_YEARS_AGO", 2, "2024-01-01", "2024-12-31"],
  ["LAST_N_FISCAL_QUARTERS", 1, "2026-01-01", "2026-03-31"],
  ["N_FISCAL_YEARS_AGO", 1, "2025-04-01", "2026-03-31"],
];

for (const [name, n, from, to] of CASES) {
  test(`${name}${n === null ? "" : `:${n}`} on 14 May 2026 runs from ${from} to ${to}`, () => {
    const range = dateLiteralRange(name, n, TODAY, SETTINGS);
    assert.ok(range !== null);
    assert.deepEqual([text(range.from), text(range.to)], [from, to]);
  });
}

test("a literal with a count it does not take, or without one it needs, is unknown", () => {
  for (const [name, n] of [
    ["TODAY", 2],
    ["LAST_N_DAYS", null],
    ["THIS_DECADE", null],
    ["N_N_DAYS", 2],
  ] as const)
    assert.equal(dateLiteralRange(name, n, TODAY, SETTINGS), null, name);
});

test("the week starts on Monday where the locale says so", () => {
  const range = dateLiteralRange("THIS_WEEK", null, daysFromCivil(2026, 5, 17), { firstDayOfWeek: 1, fiscalYearStartMonth: 1 });
  assert.equal(range?.from, daysFromCivil(2026, 5, 11));
});

test("a day begins at midnight of the zone, summer time included", () => {
  const summer = daysFromCivil(2026, 7, 1);
  assert.equal(startOfDay(summer, "Europe/London"), Date.UTC(2026, 5, 30, 23));
  assert.equal(startOfDay(summer, "America/Los_Angeles"), Date.UTC(2026, 6, 1, 7));
  assert.equal(localDay(Date.UTC(2026, 6, 1, 3), "America/Los_Angeles"), summer - 1);
  assert.equal(localTime(Date.UTC(2026, 6, 1, 3), "America/Los_Angeles"), 20 * 3_600_000);
});

test("the day on which summer time begins starts at the old offset", () => {
  assert.equal(startOfDay(daysFromCivil(2026, 3, 8), "America/Los_Angeles"), Date.UTC(2026, 2, 8, 8));
  assert.equal(startOfDay(daysFromCivil(2026, 3, 9), "America/Los_Angeles"), Date.UTC(2026, 2, 9, 7));
});
