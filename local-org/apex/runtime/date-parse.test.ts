import assert from "node:assert/strict";
import { test } from "node:test";
import { parseIsoDate, parseWallClock } from "./date-parse.ts";

test("a date may have a time and an offset behind it, which do not count", () => {
  for (const tail of ["", " 23:00:00", "T23:00:00", "T23:00:00-0800", "T23:00:00.000Z"]) {
    assert.equal(parseIsoDate(`2026-03-01${tail}`)?.days, 20_513, tail);
  }
  for (const tail of ["x", "T", "T23", " tomorrow"]) assert.equal(parseIsoDate(`2026-03-01${tail}`), null, tail);
});

test("a wall clock ignores the offset behind it", () => {
  assert.equal(parseWallClock("2026-03-01 10:00:00-0800"), parseWallClock("2026-03-01 10:00:00"));
  assert.equal(parseWallClock("2026-03-01T10:00:00"), null);
});
