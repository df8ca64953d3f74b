import assert from "node:assert/strict";
import { test } from "node:test";
import { CronError, CronExpression } from "./cron-expression.ts";

function next(text: string, after: string, zone = "UTC"): string | null {
  const found = new CronExpression(text).next(Date.parse(after), zone);
  return found === null ? null : new Date(found).toISOString();
}

test("a daily expression fires at the next such time", () => {
  assert.equal(next("0 0 13 * * ?", "2026-03-01T12:59:59Z"), "2026-03-01T13:00:00.000Z");
  assert.equal(next("0 0 13 * * ?", "2026-03-01T13:00:00Z"), "2026-03-02T13:00:00.000Z");
});

test("weekdays may be names and ranges", () => {
  assert.equal(next("0 5 10 ? * MON-FRI", "2026-02-28T00:00:00Z"), "2026-03-02T10:05:00.000Z");
});

test("L is the last day of the month, 6L the last Friday, MON#2 the second Monday", () => {
  assert.equal(next("0 0 0 L * ?", "2026-02-10T00:00:00Z"), "2026-02-28T00:00:00.000Z");
  assert.equal(next("0 0 0 ? * 6L", "2026-02-10T00:00:00Z"), "2026-02-27T00:00:00.000Z");
  assert.equal(next("0 0 0 ? * MON#2", "2026-02-10T00:00:00Z"), "2026-03-09T00:00:00.000Z");
});

test("hours may be lists and steps", () => {
  assert.equal(next("0 30 8-18/5 * * ?", "2026-02-10T09:00:00Z"), "2026-02-10T13:30:00.000Z");
});

test("the wall clock of the zone counts, clock changes included", () => {
  assert.equal(next("0 0 9 * * ?", "2026-03-28T12:00:00Z", "Europe/London"), "2026-03-29T08:00:00.000Z");
  assert.equal(next("0 0 9 * * ?", "2026-03-27T12:00:00Z", "Europe/London"), "2026-03-28T09:00:00.000Z");
});

test("a year that is over never fires", () => {
  assert.equal(next("0 0 0 1 1 ? 2020", "2026-01-01T00:00:00Z"), null);
});

test("seconds and minutes are integers", () => {
  assert.throws(() => new CronExpression("0 0/5 * * * ?"), CronError);
});

test("day of month and day of week exclude each other", () => {
  assert.throws(() => new CronExpression("0 0 0 1 * MON"), /not implemented/);
});

test("an expression needs six fields", () => {
  assert.throws(() => new CronExpression("0 0 0"), /Unexpected end of expression/);
});

test("a year may be 2100, and no later", () => {
  assert.doesNotThrow(() => new CronExpression("0 0 0 1 1 ? 2100"));
  assert.throws(() => new CronExpression("0 0 0 1 1 ? 2101"));
});
