/** Webhooks as Aircall delivers them, and as the stand-in can be made to. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { eventsOf, pick, startCall, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";
import { randomNumbers, shuffled } from "./delivery-settings.ts";

const CALL = { from: "+447700900456", number: 510201, user: "avery.stone@example.com", outcome: "answered", ring: 0.05, talk: 0.05 };
const WEBHOOK = "/v1/webhooks/99999999-aaaa-4bbb-8ccc-dddddddddddd";
let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.api("POST", "/local/pace", { endedAfter: 0.05 });
});
afterEach(() => standIn.close());

/** Deliveries as `GET /local/webhooks` lists them. */
async function deliveries(query = ""): Promise<readonly unknown[]> {
  const { body } = await standIn.api("GET", `/local/webhooks${query}`);
  assert.ok(Array.isArray(body));
  return body as readonly unknown[];
}

test("a delivery is a JSON post with the webhook's token and Aircall's headers", async () => {
  const id = await startCall(standIn, CALL);
  const [first] = await standIn.waitFor((all) => eventsOf(all, id).includes("call.ended"), "call.ended");
  assert.equal(first?.headers["content-type"], "application/json");
  assert.match(String(first.headers["user-agent"]), /^axios\//);
  assert.equal(first.body.token, "00112233445566778899aabbccddeeff");
  assert.equal(first.body.resource, "call");
  assert.ok(Math.abs(first.body.timestamp - Date.now() / 1000) < 5);
});

test("deliveries are listed with their answers", async () => {
  standIn.answers.push(401);
  const id = await startCall(standIn, CALL);
  await standIn.waitFor((all) => eventsOf(all, id).includes("call.ended"), "call.ended");
  const [created] = await deliveries("?event=call.created");
  assert.deepEqual(
    ["event", "status", "attempt", "state", "answer", "subject"].map((key) => pick(created, key)),
    ["call.created", 401, 1, "failed", '{"status":"accepted"}', id],
  );
  assert.equal(pick(created, "body", "data", "id"), id);
  assert.equal(typeof pick(created, "ms"), "number");
});

test("what fails or does not answer in time comes again, later each time", async () => {
  await standIn.api("POST", "/local/webhooks", { retryAfter: 0.1, timeout: 0.2 });
  standIn.answers.push(500, null);
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "open" });
  await standIn.waitFor((all) => all.length === 3, "three attempts");
  const attempts = await deliveries();
  assert.deepEqual(
    attempts.slice(0, 2).map((entry) => [pick(entry, "attempt"), pick(entry, "status"), pick(entry, "answer")]),
    [
      [1, 500, '{"status":"accepted"}'],
      [2, null, "no answer within 0.2 s"],
    ],
  );
  const at = attempts.map((entry) => Date.parse(String(pick(entry, "at"))));
  assert.ok(Number(at[2]) - Number(at[1]) >= 380, "time-out and the doubled delay");
  assert.deepEqual(standIn.received[0]?.body, standIn.received[2]?.body);
});

test("too many failures in a row disable a webhook; a success of a retry revives it", async () => {
  await standIn.api("POST", "/local/webhooks", { retryAfter: 0.3, failuresAllowed: 1 });
  standIn.answers.push(503);
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "open" });
  await standIn.waitFor((all) => all.length === 1, "the failing attempt");
  // The answer is on its way back: what counts is the API's view.
  const isActive = async (): Promise<unknown> => pick((await standIn.api("GET", WEBHOOK)).body, "webhook", "active");
  while ((await isActive()) !== false);
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "closed" });
  await standIn.waitFor((all) => all.length === 2, "the retry");
  while ((await isActive()) !== true);
  assert.deepEqual(
    standIn.received.map(({ body }) => body.event),
    ["number.opened", "number.opened"],
  );
});

test("an inactive webhook gets nothing until it is activated", async () => {
  await standIn.api("PUT", WEBHOOK, { active: false, events: ["number.opened", "number.closed"] });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "open" });
  await standIn.api("PUT", WEBHOOK, { active: true, events: ["number.opened", "number.closed"] });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "closed" });
  const received = await standIn.waitFor((all) => all.length > 0, "an event");
  assert.deepEqual(
    received.map(({ body }) => body.event),
    ["number.closed"],
  );
});

test("events can be repeated, lost and kept back", async () => {
  await standIn.api("POST", "/local/webhooks", { repeat: 3 });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "open" });
  await standIn.waitFor((all) => all.length === 3, "three copies");
  await standIn.api("POST", "/local/webhooks", { repeat: 1, drop: 1 });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "closed" });
  assert.equal(pick((await deliveries()).at(-1), "state"), "lost");
  await standIn.api("POST", "/local/webhooks", { drop: 0, enabled: false });
  await standIn.api("POST", "/local/numbers", { number: 510201, availability: "open" });
  const { body } = await standIn.api("POST", "/local/webhooks", { enabled: true });
  assert.equal(pick(body, "pending"), 0);
  assert.equal(standIn.received.length, 3);
  assert.equal((await deliveries()).length, 4);
});

test("shuffled events go out together, in an order that the seed decides", async () => {
  await standIn.api("POST", "/local/webhooks", { shuffle: true, shuffleQuiet: 60, seed: 7 });
  const id = await startCall(standIn, CALL);
  while (pick((await standIn.api("GET", `/local/calls/${id}`)).body, "isFinished") !== true);
  assert.equal(standIn.received.length, 0);
  await standIn.api("POST", "/local/webhooks", { shuffle: false });
  // The wrap-up of the agent has events too.
  await standIn.waitFor((all) => eventsOf(all, id).length === 5, "the five events");
  const order = ["created", "ringing_on_agent", "answered", "hungup", "ended"];
  assert.deepEqual(
    eventsOf(standIn.received, id)
      .map((event) => event.replace("call.", ""))
      .sort(),
    [...order].sort(),
  );
  assert.deepEqual(shuffled(order, randomNumbers(7)), shuffled(order, randomNumbers(7)));
  assert.notDeepEqual(shuffled(order, randomNumbers(7)), order);
});

test("settings that do not fit are refused", async () => {
  for (const body of [{ drop: 2 }, { delay: [5, 1] }, { delay: 3 }, { enabled: "no" }, { unknown: 1 }]) {
    assert.equal((await standIn.api("POST", "/local/webhooks", body)).status, 400, JSON.stringify(body));
  }
});
