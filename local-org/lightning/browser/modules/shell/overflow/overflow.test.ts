import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingCount } from "./overflow.ts";

test("All items are shown while they fit, without room for the button", () => {
  assert.equal(fittingCount([50, 50], 100, 40), 2);
  assert.equal(fittingCount([], 0, 40), 0);
});

test("The button's own width counts once there is a rest", () => assert.equal(fittingCount([50, 50, 50], 140, 40), 2));

test("The item in use keeps its place", () => {
  assert.equal(fittingCount([50, 50, 50, 50], 190, 40, 3), 2);
  assert.equal(fittingCount([50, 50, 50, 50], 190, 40, 0), 3);
});

test("Nothing but the button is shown when there is no room", () => assert.equal(fittingCount([50, 50], 30, 40), 0));
