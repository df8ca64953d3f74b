import assert from "node:assert/strict";
import { test } from "node:test";
import "../library/index.ts";
import { isRunnable, memberFor } from "./member-lookup.ts";
import { UnsupportedFeatureError } from "./exceptions.ts";

test("members of the library and of platform interfaces can be called", () => {
  assert.equal(isRunnable("String#contains(String)"), true);
  assert.equal(isRunnable("System.Queueable#execute(System.QueueableContext)"), true);
});

test("a member that nothing implements is refused by its name when it is called", () => {
  const key = "System.Answers.findSimilar(Object)";
  assert.equal(isRunnable(key), false);
  assert.throws(
    () => memberFor(key)(null),
    (error) => error instanceof UnsupportedFeatureError && error.feature === key,
  );
});
