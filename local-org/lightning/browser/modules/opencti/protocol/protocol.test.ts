import assert from "node:assert/strict";
import { test } from "node:test";
import { failed, readAnswer, readCall, succeeded, wrap, type CtiAnswer, type CtiCall } from "./protocol.ts";

const CALL: CtiCall = { kind: "call", id: 7, method: "screenPop", argument: { type: "sobject" } };
const RESULT: CtiAnswer = { kind: "result", id: 7, result: succeeded({ a: 1 }) };
const EVENT: CtiAnswer = { kind: "event", event: "navigationChange", payload: { url: "/" } };

test("calls and answers survive the way between windows", () => {
  assert.deepEqual(readCall(structuredClone(wrap(CALL))), CALL);
  for (const answer of [RESULT, EVENT]) assert.deepEqual(readAnswer(structuredClone(wrap(answer))), answer);
});

test("what others post is nothing", () => {
  const strange = [null, undefined, "call", 1, [], {}, { ...CALL }, { ...RESULT }, { localOrgOpenCti: 1 }, { localOrgOpenCti: 2, ...CALL }];
  for (const data of strange) assert.deepEqual([readCall(data), readAnswer(data)], [null, null]);
});

test("a message with parts of another type is nothing", () => {
  const broken = (part: object) => ({ ...(wrap(CALL) as object), ...part });
  for (const part of [{ id: "7" }, { method: 1 }, { argument: [] }, { argument: null }, { kind: "cal" }])
    assert.equal(readCall(broken(part)), null);
  assert.equal(readAnswer({ localOrgOpenCti: 1, kind: "event", event: "explode" }), null);
  assert.equal(readAnswer({ localOrgOpenCti: 1, kind: "result", id: 1, result: "done" }), null);
});

test("a call is no answer, and an answer no call", () => {
  assert.equal(readAnswer(wrap(CALL)), null);
  assert.equal(readCall(wrap(RESULT)), null);
});

test("a failure has one error; details only where there are any", () => {
  assert.deepEqual(failed("SERVER_ERROR", "no"), {
    success: false,
    returnValue: null,
    errors: [{ code: "SERVER_ERROR", description: "no" }],
  });
  assert.deepEqual(failed("GENERIC_ERROR", "no", ["why"]).errors, [{ code: "GENERIC_ERROR", description: "no", details: ["why"] }]);
});
