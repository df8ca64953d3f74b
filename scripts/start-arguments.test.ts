import assert from "node:assert/strict";
import { test } from "node:test";
import { startArguments } from "./start-arguments.ts";

test("the port is 8100 unless something else is said", () => {
  assert.deepEqual(startArguments([], undefined), ["start", ".", "--port", "8100"]);
  assert.deepEqual(startArguments([], ""), ["start", ".", "--port", "8100"]);
});

test("PORT chooses the port", () => {
  assert.deepEqual(startArguments(["--seed", "none"], "9000"), ["start", ".", "--port", "9000", "--seed", "none"]);
});

test("an argument goes before PORT", () => {
  assert.deepEqual(startArguments(["--port", "9001"], "9000"), ["start", ".", "--port", "9001"]);
  assert.deepEqual(startArguments(["--port=9001"], "9000"), ["start", ".", "--port=9001"]);
});
