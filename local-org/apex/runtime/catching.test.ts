import assert from "node:assert/strict";
import { test } from "node:test";
import { Script } from "node:vm";
import { asApexError, caught, runsFinally } from "./catching.ts";
import { ApexException, AssertionFailed, LimitExceeded } from "./exceptions.ts";

/** What JavaScript in a file of that name throws. */
function thrownIn(filename: string, code: string): unknown {
  try {
    new Script(code, { filename }).runInThisContext();
  } catch (error) {
    return error;
  }
  return null;
}

test("reading through null in an Apex file is a NullPointerException", () => {
  const error = asApexError(thrownIn("classes/A.cls", "null.f_x"));
  assert.ok(error instanceof ApexException);
  assert.equal(error.typeName, "System.NullPointerException");
  assert.match(error.stack ?? "", /classes\/A\.cls:1/);
});

test("the same in a file of the engine is a fault of the engine", () => {
  const error = thrownIn("engine.ts", "null.f_x");
  assert.equal(asApexError(error), error);
  assert.throws(() => caught(error), TypeError);
});

test("reading through undefined is never Apex's doing", () => {
  const error = thrownIn("classes/A.cls", "undefined.f_x");
  assert.equal(asApexError(error), error);
});

test("running out of stack is a limit", () => {
  assert.ok(asApexError(thrownIn("classes/A.cls", "(function down() { return down() + 1; })()")) instanceof LimitExceeded);
});

test("finally runs for exceptions only", () => {
  assert.equal(runsFinally(new ApexException("System.DmlException")), true);
  assert.equal(runsFinally(new AssertionFailed("x")), false);
  assert.equal(runsFinally(new LimitExceeded("x")), false);
});
