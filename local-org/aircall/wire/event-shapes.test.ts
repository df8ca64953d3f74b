/** The stand-in's webhook bodies have the keys, order and types of Aircall's own. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { payload, shapeOf } from "../payloads-fixture.ts";
import { type Received, startCall, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";

let standIn: TestStandIn;

before(async () => {
  standIn = await startStandIn();
  await standIn.api("POST", "/local/pace", {
    endedAfter: 0.1,
    voicemailAfter: 0.05,
    assetsAfter: 0.1,
    deliveredAfter: 0.05,
    insightsAfter: 0.05,
  });
});
after(() => standIn.close());

/** The first event of that name about that call. */
async function eventOf(id: number, event: string): Promise<Received["body"]> {
  const isIt = ({ body }: Received): boolean => body.event === event && body.data["id"] === id;
  const received = await standIn.waitFor((all) => all.some(isIt), `${event} of ${id}`);
  const found = received.find(isIt);
  assert.ok(found);
  return found.body;
}

async function play(plan: object): Promise<number> {
  return startCall(standIn, { from: "+447700900456", number: 510201, user: "avery.stone@example.com", ring: 0.1, talk: 0.4, ...plan });
}

const STRANGER = "+447700900999";

test("an answered call with a known contact", async () => {
  const id = await play({ outcome: "answered", tags: ["Follow Up"], comment: "Asked for an invoice copy." });
  for (const [event, sample] of [
    ["call.created", "call.created-inbound-known-contact"],
    ["call.ringing_on_agent", "call.ringing_on_agent"],
    ["call.answered", "call.answered-inbound"],
    ["call.ended", "call.ended-inbound-answered"],
  ] as const) {
    assert.deepEqual(shapeOf(await eventOf(id, event)), shapeOf(payload(sample)), event);
  }
});

test("tags and comments", async () => {
  const id = await play({ outcome: "answered" });
  await eventOf(id, "call.answered");
  await standIn.api("POST", `/local/calls/${id}`, { action: "comment", comment: "Call back on Friday." });
  assert.deepEqual(shapeOf(await eventOf(id, "call.commented")), shapeOf(payload("call.commented")));
  await standIn.api("POST", `/local/calls/${id}`, { action: "tag", tag: "Follow Up" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.tagged")), shapeOf(payload("call.tagged")));
  await eventOf(id, "call.ended");
  await standIn.api("POST", `/local/calls/${id}`, { action: "untag", tag: "Follow Up" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.untagged")), shapeOf(payload("call.untagged")));
});

test("holding a call", async () => {
  const id = await play({ outcome: "answered" });
  await eventOf(id, "call.answered");
  for (const action of ["hold", "unhold"]) {
    await standIn.api("POST", `/local/calls/${id}`, { action });
    assert.deepEqual(shapeOf(await eventOf(id, `call.${action}`)), shapeOf(payload(`call.${action}`)));
  }
});

test("a missed call with a voicemail from a stranger", async () => {
  const id = await play({ from: STRANGER, outcome: "voicemail" });
  for (const [event, sample] of [
    ["call.created", "call.created-inbound"],
    ["call.hungup", "call.hungup-inbound-missed"],
    ["call.ended", "call.ended-inbound-missed-voicemail"],
    ["call.voicemail_left", "call.voicemail_left"],
  ] as const) {
    assert.deepEqual(shapeOf(await eventOf(id, event)), shapeOf(payload(sample)), event);
  }
  await standIn.api("POST", `/local/calls/${id}`, { action: "assign", user: "robin.vale@example.com" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.assigned")), shapeOf(payload("call.assigned")));
});

test("missed calls without a voicemail", async () => {
  const missed = await play({ outcome: "missed" });
  assert.deepEqual(shapeOf(await eventOf(missed, "call.ended")), shapeOf(payload("call.ended-inbound-missed-no-voicemail")));
  const anonymous = await play({ from: "anonymous", outcome: "abandoned" });
  const created = await eventOf(anonymous, "call.created");
  assert.deepEqual(shapeOf(created), shapeOf(payload("call.created-inbound-anonymous")));
  assert.equal(created.data["raw_digits"], "anonymous");
  const ivr = await play({ from: STRANGER, outcome: "abandoned", missedReason: "abandoned_in_ivr" });
  assert.deepEqual(shapeOf(await eventOf(ivr, "call.ended")), shapeOf(payload("call.ended-inbound-missed-abandoned-ivr")));
});

test("a declined call", async () => {
  const id = await play({ outcome: "missed" });
  await standIn.api("POST", `/local/calls/${id}`, { action: "decline" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.agent_declined")), shapeOf(payload("call.agent_declined")));
});

test("outbound calls to a stranger", async () => {
  const plan = { direction: "outbound", from: undefined, to: "+12025550199", number: 510202 };
  const answered = await play({ ...plan, outcome: "answered" });
  for (const [event, sample] of [
    ["call.created", "call.created-outbound"],
    ["call.answered", "call.answered-outbound"],
    ["call.hungup", "call.hungup-outbound-answered"],
    ["call.ended", "call.ended-outbound-answered"],
  ] as const) {
    assert.deepEqual(shapeOf(await eventOf(answered, event)), shapeOf(payload(sample)), event);
  }
  const unanswered = await play({ ...plan, outcome: "missed" });
  const ended = await eventOf(unanswered, "call.ended");
  assert.deepEqual(shapeOf(ended), shapeOf(payload("call.ended-outbound-unanswered")));
});

test("a transfer inside, taken and not taken", async () => {
  const id = await play({ outcome: "transferred", transferTo: "robin.vale@example.com" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.transferred")), shapeOf(payload("call.transferred")));
  const ended = await eventOf(id, "call.ended");
  const names = (keys: readonly string[]): string[] => [...keys].sort();
  assert.deepEqual(names(shapeOf(ended)), names(shapeOf(payload("call.ended-inbound-transferred"))));
  const other = await play({ outcome: "answered", talk: 1 });
  await eventOf(other, "call.answered");
  await standIn.api("POST", `/local/calls/${other}`, { action: "transfer", to: "robin.vale@example.com" });
  await standIn.api("POST", `/local/calls/${other}`, { action: "decline", user: "robin.vale@example.com" });
  assert.deepEqual(shapeOf(await eventOf(other, "call.unsuccessful_transfer")), shapeOf(payload("call.unsuccessful_transfer")));
});

test("a transfer to a number outside", async () => {
  const id = await play({ from: STRANGER, outcome: "transferred", transferTo: "+442079460188" });
  assert.deepEqual(shapeOf(await eventOf(id, "call.external_transferred")), shapeOf(payload("call.external_transferred")));
  const known = await play({ outcome: "transferred", transferTo: "+442079460188" });
  const [ended, sample] = [shapeOf(await eventOf(known, "call.ended")), shapeOf(payload("call.ended-inbound-external-transferred"))];
  assert.deepEqual(ended, sample);
});

test("media that come late", async () => {
  const id = await play({ outcome: "answered", lateMedia: true, tags: ["Follow Up"], comment: "Asked for an invoice copy." });
  assert.deepEqual(shapeOf(await eventOf(id, "call.ended")), shapeOf(payload("call.ended-inbound-answered-recording-late")));
  assert.deepEqual(shapeOf(await eventOf(id, "call.comm_assets_generated")), shapeOf(payload("call.comm_assets_generated-recording")));
});

test("messages received and sent", async () => {
  await standIn.api("POST", "/local/messages", { from: "+447700900456", number: 510202, body: "Hello, is my order ready?" });
  await standIn.api("POST", "/local/messages", {
    direction: "outbound",
    to: "+447700900456",
    number: 510202,
    body: "Yes.",
    user: "avery.stone@example.com",
  });
  await standIn.api("POST", "/local/messages", { from: "+447700900456", number: 510202, body: "Hi there", channel: "whatsapp" });
  const isMessage = ({ body }: Received): boolean => body.resource === "message";
  const received = await standIn.waitFor((all) => all.filter(isMessage).length === 4, "four message events");
  const find = (event: string, channel: string | null): unknown =>
    received.find(({ body }) => body.event === event && body.data["channel"] === channel)?.body;
  for (const [event, channel, sample] of [
    ["message.received", null, "message.received"],
    ["message.sent", null, "message.sent"],
    ["message.status_updated", null, "message.status_updated"],
    ["message.received", "whatsapp", "message.received-whatsapp"],
  ] as const) {
    assert.deepEqual(shapeOf(find(event, channel)), shapeOf(payload(sample)), sample);
  }
});

test("availability, lines and contacts", async () => {
  // The captured v1 user has the six sounds of 2022 in its numbers; the stand-in has today's nine.
  const opaque = ["messages"];
  await standIn.api("POST", "/local/agents", { user: "avery.stone@example.com", availability: "unavailable", substatus: "out_for_lunch" });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "closed" });
  await standIn.api("POST", "/v1/contacts/480300401", { company_name: "Northwind Test Ltd" });
  const last =
    (event: string) =>
    (all: readonly Received[]): unknown =>
      all.findLast(({ body }) => body.event === event)?.body;
  const received = await standIn.waitFor(
    (all) =>
      all.filter(({ body }) => body.event.startsWith("user.closed")).length === 4 &&
      last("contact.updated")(all) !== undefined &&
      last("number.closed")(all) !== undefined,
    "events of user, number and contact",
  );
  assert.deepEqual(shapeOf(last("user.closed")(received), opaque), shapeOf(payload("user.closed"), opaque));
  assert.deepEqual(shapeOf(last("user.closed.v2")(received)), shapeOf(payload("user.closed.v2-substatus")));
  const v2 = received.filter(({ body }) => body.event === "user.closed.v2").map(({ body }) => body.data["substatus"]);
  assert.deepEqual([...v2].sort(), ["always_closed", "out_for_lunch"]);
  assert.deepEqual(shapeOf(last("number.closed")(received), opaque), shapeOf(payload("number.opened-current-keys"), opaque));
  assert.deepEqual(shapeOf(last("contact.updated")(received)), shapeOf(payload("contact.updated")));
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "custom" });
});

test("results of conversation intelligence go to a webhook that listens to them", async () => {
  const { body } = await standIn.api("POST", "/v1/webhooks", {
    url: `http://site.org.localhost:${standIn.port}/intelligence`,
    events: ["transcription.created", "summary.created", "topics.created", "sentiment.created", "action_item.created"],
  });
  assert.ok(body);
  const id = await play({ outcome: "answered", insights: true });
  const isAboutCall = ({ body: event }: Received): boolean => event.data["call_id"] === id;
  const received = await standIn.waitFor((all) => all.filter(isAboutCall).length === 5, "five results");
  for (const [event, sample] of [
    ["transcription.created", "transcription.created"],
    ["summary.created", "summary.created-numeric-ids"],
    ["topics.created", "topics.created"],
    ["sentiment.created", "sentiment.created"],
    ["action_item.created", "action_item.created"],
  ] as const) {
    const found = received.filter(isAboutCall).find((entry) => entry.body.event === event)?.body;
    assert.deepEqual(shapeOf(found), shapeOf(payload(sample)), event);
  }
});
