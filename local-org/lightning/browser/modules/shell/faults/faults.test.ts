import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOf, isMissing } from "./faults.ts";

test("A refused write names its fields and what is wrong with the record", () => {
  const fault = faultOf({
    status: 400,
    body: [
      {
        errorCode: "INVALID_INPUT",
        message: "An error occurred while trying to update the record.",
        output: {
          errors: [{ message: "Close it first", errorCode: "X", field: null }],
          fieldErrors: { LastName: [{ field: "LastName", fieldLabel: "Last Name", message: "Complete this field." }] },
        },
      },
    ],
  });
  assert.deepEqual(fault, {
    message: "An error occurred while trying to update the record.",
    recordMessages: ["Close it first"],
    fields: [{ field: "LastName", label: "Last Name", message: "Complete this field." }],
    status: 400,
  });
});

test("Answers in other shapes, errors and texts keep their message", () => {
  assert.equal(faultOf({ status: 500, body: { message: "Boom" } }).message, "Boom");
  assert.equal(faultOf(new Error("No network")).message, "No network");
  assert.equal(faultOf("plain").message, "plain");
  assert.match(faultOf(undefined).message, /did not say/);
});

test("404 and 403 mean: not there for this user", () => {
  assert.ok(isMissing(faultOf({ status: 404, body: [] })));
  assert.ok(isMissing(faultOf({ status: 403, body: [] })));
  assert.ok(!isMissing(faultOf({ status: 500, body: [] })));
});
