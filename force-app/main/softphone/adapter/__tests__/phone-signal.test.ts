import { toSignal } from "../phone-signal.ts";

describe("a call's id", () => {
  it.each([
    [3811600102, "3811600102"],
    ["3811600102", "3811600102"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
  ])("%p is read as %p", (call_id, callId) => {
    expect(toSignal("outgoing_answered", { call_id })).toEqual({ kind: "outgoingAnswered", callId });
  });

  it.each([[undefined], [null], [0], [-1], [1.5], [""], ["12a"], ["0012"], [2 ** 60], [{}]])("%p makes the message void", (call_id) => {
    expect(toSignal("outgoing_answered", { call_id })).toBeNull();
  });
});

describe("a number", () => {
  it.each([["anonymous"], ["Restricted"], [""], [null], [undefined], [44], ["+4"]])("%p counts as withheld", (from) => {
    expect(toSignal("incoming_call", { call_id: 1, from, to: "+442079460123" })).toMatchObject({ from: null, to: "+442079460123" });
  });
});

it.each([["lost"], [undefined], [5]])("a ringing that ends in %p is no message", (answer_status) => {
  expect(toSignal("call_end_ringtone", { call_id: 1, answer_status })).toBeNull();
});

it.each([[undefined], [null], ["text"], [[]]])("an event without a body is no message: %p", (payload) => {
  expect(toSignal("incoming_call", payload)).toBeNull();
});

it.each([["12"], [-1], [Number.NaN], [undefined]])("a duration of %p is not known", (duration) => {
  expect(toSignal("call_ended", { call_id: 1, duration })).toMatchObject({ durationSeconds: null });
});
