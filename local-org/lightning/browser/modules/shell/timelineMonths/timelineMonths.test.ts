import assert from "node:assert/strict";
import { test } from "node:test";
import { durationText, groupByMonth } from "./timelineMonths.ts";

const JANUARY = new Date("2026-01-15T12:00:00Z");
const grouped = (...dates: (string | null)[]) =>
  groupByMonth(
    dates.map((date) => ({ date })),
    JANUARY,
    "Europe/London",
  );

test("Items stand under their months, in the order given", () => {
  const groups = grouped("2026-01-10", "2026-01-02", "2025-12-31", "2025-10-01");
  assert.deepEqual(
    groups.map(({ label, note, items }) => [label, note, items.length]),
    [
      ["January • 2026", "This Month", 2],
      ["December • 2025", "Last Month", 1],
      ["October • 2025", "", 1],
    ],
  );
});

test("A time belongs to its date in the user's zone", () => {
  const late = { date: "2026-01-31T23:30:00Z" };
  assert.equal(groupByMonth([late], JANUARY, "Europe/Berlin")[0]?.key, "2026-02");
  assert.equal(groupByMonth([late], JANUARY, "America/New_York")[0]?.key, "2026-01");
});

test("What has no date stands under a heading of its own", () => assert.equal(grouped(null)[0]?.label, "No due date"));

test("Durations are read in hours, minutes and seconds", () => {
  assert.equal(durationText(75), "1 min 15 s");
  assert.equal(durationText(3600), "1 h");
  assert.equal(durationText(0), "0 s");
});
