/** What `POST /local/calls` plays: events in Aircall's order, with the times that were asked for. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventsOf, pick, type Received, startCall, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";

const PLAN = { from: "+447700900456", number: 510201, user: "avery.stone@example.com", ring: 1, talk: 2 };
let standIn: TestStandIn;

before(async () => {
  standIn = await startStandIn();
  await standIn.api("POST", "/local/pace", { endedAfter: 0.2, voicemailAfter: 0.1 });
});
after(() => standIn.close());

/** Plays a call to its last event; gives the events and the `data` of that last one. */
async function play(plan: object, last: string): Promise<{ readonly events: string[]; readonly data: Received["body"]["data"] }> {
  const id = await startCall(standIn, { ...PLAN, ...plan });
  const received = await standIn.waitFor((all) => eventsOf(all, id).includes(last), `${last} of ${id}`);
  const data = received.findLast(({ body }) => body.data["id"] === id)?.body.data ?? {};
  return { events: eventsOf(received, id), data };
}

/** Ring and talk as the wire has them, in seconds. */
function spans(data: Received["body"]["data"]): readonly unknown[] {
  const at = (key: string): number => Number(data[key]);
  return [data["answered_at"] === null ? null : at("answered_at") - at("started_at"), at("ended_at") - at("started_at"), data["duration"]];
}

test("the first call has the id 3811600200", async () => {
  const id = await startCall(standIn, { ...PLAN, outcome: "answered", ring: 0, talk: 0 });
  assert.equal(id, 3_811_600_200);
});

test("calls of every outcome", { timeout: 20_000 }, async () => {
  const [answered, missed, voicemail, abandoned, out, unanswered] = await Promise.all([
    play({ outcome: "answered", tags: ["Billing"], comment: ["One", "Two"] }, "call.ended"),
    play({ outcome: "missed" }, "call.ended"),
    play({ outcome: "voicemail" }, "call.voicemail_left"),
    play({ outcome: "abandoned" }, "call.ended"),
    play({ direction: "outbound", from: undefined, to: "+12025550173", number: 510202, outcome: "answered" }, "call.ended"),
    play({ direction: "outbound", from: undefined, to: "+12025550173", number: 510202, outcome: "missed" }, "call.ended"),
  ]);
  assert.deepEqual(answered.events, [
    "call.created",
    "call.ringing_on_agent",
    "call.answered",
    "call.commented",
    "call.commented",
    "call.tagged",
    "call.hungup",
    "call.ended",
  ]);
  assert.deepEqual(spans(answered.data), [1, 3, 3]);
  assert.equal(pick(answered.data, "user", "id"), 640101);
  assert.deepEqual(missed.events, ["call.created", "call.ringing_on_agent", "call.hungup", "call.ended"]);
  assert.deepEqual(
    [missed.data["missed_call_reason"], "user" in missed.data, ...spans(missed.data)],
    ["agents_did_not_answer", false, null, 1, 1],
  );
  assert.deepEqual(voicemail.events, ["call.created", "call.ringing_on_agent", "call.hungup", "call.ended", "call.voicemail_left"]);
  assert.match(String(voicemail.data["asset"]), /\/voicemail$/);
  assert.equal(abandoned.data["missed_call_reason"], "short_abandoned");
  assert.deepEqual(out.events, ["call.created", "call.answered", "call.hungup", "call.ended"]);
  assert.deepEqual(unanswered.events, ["call.created", "call.hungup", "call.ended"]);
  assert.deepEqual([unanswered.data["missed_call_reason"], ...spans(unanswered.data)], [null, null, 1, 1]);
});

test("a transferred call ends with the colleague, one sent outside with the agent", async () => {
  const [inside, outside] = await Promise.all([
    play({ outcome: "transferred", transferTo: "robin.vale@example.com", talk: 1 }, "call.ended"),
    play({ outcome: "transferred", transferTo: "+442079460188", talk: 1 }, "call.ended"),
  ]);
  assert.deepEqual(inside.events, [
    "call.created",
    "call.ringing_on_agent",
    "call.answered",
    "call.transferred",
    "call.hungup",
    "call.ended",
  ]);
  assert.deepEqual(
    ["user", "transferred_by", "transferred_to"].map((key) => pick(inside.data, key, "id")),
    [640102, 640101, 640102],
  );
  assert.equal(outside.events[3], "call.external_transferred");
  assert.equal(outside.data["external_transferred_to"], "+442079460188");
});

test("a closed line rings at nobody", async () => {
  await standIn.api("POST", "/local/numbers", { number: 510202, availability: "closed" });
  const { events, data } = await play({ number: 510202, outcome: "missed", ring: 0.1 }, "call.ended");
  assert.deepEqual(events, ["call.created", "call.hungup", "call.ended"]);
  assert.equal(data["missed_call_reason"], "out_of_opening_hours");
});

test("a call that does not fit is refused with what would", async () => {
  for (const [plan, problem] of [
    [{ from: "12" }, /"from" must be an international number/],
    [{ number: 1 }, /"number" must be the id of a line: 510201/],
    [{ user: "nobody@example.com" }, /no user has the e-mail nobody@example.com; there are admin@local.org/],
    [{ outcome: "lost" }, /"outcome" must be one of answered, missed/],
    [{ outcome: "transferred" }, /"transferTo" must be/],
    [{ tags: ["Nothing"] }, /no tag is called Nothing/],
    [{ colour: 1 }, /"colour" is not known/],
  ] as const) {
    const { status, body } = await standIn.api("POST", "/local/calls", { ...PLAN, outcome: "answered", ...plan });
    assert.equal(status, 400);
    assert.match(String(pick(body, "error")), problem);
  }
});

test("a call without an outcome waits for people, and says what its state forbids", async () => {
  const id = await startCall(standIn, PLAN);
  const act = (body: object): ReturnType<TestStandIn["api"]> => standIn.api("POST", `/local/calls/${id}`, body);
  assert.equal((await act({ action: "hold" })).status, 409);
  assert.equal(pick((await act({ action: "answer" })).body, "status"), "answered");
  assert.equal(pick((await act({ action: "answer" })).body, "error"), `call ${id} is already answered`);
  for (let index = 1; index <= 5; index++) assert.equal((await act({ action: "comment", comment: `Note ${index}` })).status, 200);
  assert.equal(pick((await act({ action: "comment", comment: "Note 6" })).body, "error"), "Maximum of 5 notes can be added to a Call.");
  assert.equal(pick((await act({ action: "hangUp" })).body, "status"), "done");
});
