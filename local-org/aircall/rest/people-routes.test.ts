/** Users, contacts, webhooks, messages and dialler campaigns over REST. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { payload, shapeOf } from "../payloads-fixture.ts";
import { pick, type Received, startCall, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

const sorted = (lines: string[]): string[] => [...lines].sort();

test("a user is found by id and by e-mail", async () => {
  const byId = await standIn.api("GET", "/v2/users/640101");
  const byEmail = await standIn.api("GET", "/v2/users/avery.stone%40example.com");
  assert.deepEqual(byId.body, byEmail.body);
  const ignored = (line: string): boolean => !line.includes("default_number_id");
  assert.deepEqual(shapeOf(byId.body).filter(ignored), shapeOf(payload("rest-user-v2")).filter(ignored));
  const list = await standIn.api("GET", "/v2/users");
  assert.deepEqual(sorted(shapeOf(list.body).filter(ignored)), sorted(shapeOf(payload("rest-users-v2-list")).filter(ignored)));
  assert.equal(pick((await standIn.api("GET", "/v1/users/640101")).body, "user", "numbers", 0, "id"), 510201);
});

test("availability is live, and can be set or refused", async () => {
  assert.deepEqual((await standIn.api("GET", "/v1/users/640101/availability")).body, payload("rest-user-availability"));
  assert.deepEqual(
    sorted(shapeOf((await standIn.api("GET", "/v1/users/availabilities")).body)),
    sorted(shapeOf(payload("rest-users-availabilities"))),
  );
  const set = await standIn.api("PUT", "/v2/users/640101", { availability_status: "unavailable", substatus: "on_a_break" });
  assert.deepEqual([pick(set.body, "user", "availability_status"), pick(set.body, "user", "substatus")], ["unavailable", "on_a_break"]);
  await standIn.waitFor((all) => all.filter(({ body }) => body.event === "user.closed.v2").length === 2, "user.closed.v2 twice");
  await standIn.api("POST", "/local/faults", { refuseAvailability: true });
  assert.equal((await standIn.api("PUT", "/v2/users/640101", { availability_status: "available" })).status, 400);
  assert.equal((await standIn.api("PUT", "/v2/users/640101", { wrap_up_time: 5 })).status, 200);
  const id = await startCall(standIn, { from: "+447700900456", number: 510201, user: "avery.stone@example.com" });
  await standIn.api("POST", `/local/calls/${id}`, { action: "answer" });
  assert.deepEqual((await standIn.api("GET", "/v1/users/640101/availability")).body, { availability: "in_call" });
});

test("nobody dials for a user whose phone is closed", async () => {
  for (const [path, body] of [
    ["dial", { to: "+12025550173" }],
    ["calls", { to: "+12025550173", number_id: 510201 }],
  ] as const) {
    const answer = await standIn.api("POST", `/v1/users/640101/${path}`, body);
    assert.deepEqual([answer.status, answer.body], [405, payload("rest-error-405-user-unavailable")]);
  }
});

test("contacts are made, found, changed and deleted", async () => {
  const made = await standIn.api("POST", "/v1/contacts", {
    first_name: "Lee",
    phone_numbers: [{ label: "Work", value: "+44 7700 900300" }],
    emails: [{ label: "Work", value: "lee@example.com" }],
  });
  assert.equal(made.status, 201);
  assert.equal(pick(made.body, "contact", "phone_numbers", 0, "value"), "+447700900300");
  assert.deepEqual(
    sorted(shapeOf((await standIn.api("GET", "/v1/contacts/480300401")).body)).map((line) =>
      line.replace("company_name: string", "company_name: null"),
    ),
    sorted(shapeOf(payload("rest-contact"))),
  );
  const id = String(pick(made.body, "contact", "id"));
  for (const query of ["phone_number=%2B447700900300", "phone_number=+447700900300", "email=LEE@example.com"]) {
    assert.equal(String(pick((await standIn.api("GET", `/v1/contacts/search?${query}`)).body, "contacts", 0, "id")), id, query);
  }
  assert.equal(pick((await standIn.api("POST", `/v1/contacts/${id}`, { last_name: "Park" })).body, "contact", "last_name"), "Park");
  assert.equal((await standIn.api("POST", `/v1/contacts/${id}`, { last_name: " " })).status, 400);
  const added = await standIn.api("POST", `/v1/contacts/${id}/phone_details`, { label: "Home", value: "+447700900301" });
  assert.equal(added.status, 201);
  const detail = String(pick(added.body, "contact", "phone_numbers", 1, "id"));
  const renamed = await standIn.api("PUT", `/v1/contacts/${id}/phone_details/${detail}`, { label: "Mobile" });
  assert.deepEqual(
    [pick(renamed.body, "contact", "phone_numbers", 1, "label"), pick(renamed.body, "contact", "phone_numbers", 1, "value")],
    ["Mobile", "+447700900301"],
  );
  assert.equal((await standIn.api("DELETE", `/v1/contacts/${id}/phone_details/${detail}`)).status, 204);
  assert.equal((await standIn.api("DELETE", `/v1/contacts/${id}`)).status, 204);
  assert.equal((await standIn.api("GET", `/v1/contacts/${id}`)).status, 404);
  assert.equal((await standIn.api("POST", "/v1/contacts", { first_name: "Nobody" })).status, 400);
  const isContact = ({ body }: Received): boolean => body.resource === "contact";
  await standIn.waitFor((all) => all.filter(isContact).length === 6, "six contact events");
});

test("webhooks are made, listed with their tokens, changed and deleted", async () => {
  const made = await standIn.api("POST", "/v1/webhooks", { ...(payload("rest-webhook-create-request") as object) });
  assert.deepEqual(sorted(shapeOf(made.body)), sorted(shapeOf(payload("rest-webhook"))));
  assert.match(String(pick(made.body, "webhook", "token")), /^[0-9a-f]{32}$/);
  assert.deepEqual(sorted(shapeOf((await standIn.api("GET", "/v1/webhooks")).body)), sorted(shapeOf(payload("rest-webhooks-list"))));
  const path = `/v1/webhooks/${String(pick(made.body, "webhook", "webhook_id"))}`;
  const events = async (query: string, body: object): Promise<unknown> =>
    pick((await standIn.api("PUT", path + query, body)).body, "webhook", "events");
  assert.deepEqual(await events("?events_action=add", { events: ["call.answered"] }), ["call.created", "call.ended", "call.answered"]);
  assert.deepEqual(await events("?events_action=remove", { events: ["call.created"] }), ["call.ended", "call.answered"]);
  const all = await events("", { custom_name: "Other" });
  assert.ok(Array.isArray(all) && all.length === 67, "leaving the events out subscribes to all");
  assert.equal((await standIn.api("DELETE", path)).status, 204);
  assert.equal((await standIn.api("POST", "/v1/webhooks", { url: "http://example.com/" })).status, 400);
  assert.equal((await standIn.api("POST", "/v1/webhooks", { url: "https://example.com/", events: ["call.begun"] })).status, 400);
  for (let count = 1; count < 100; count++)
    await standIn.api("POST", "/v1/webhooks", { url: "https://example.com/", events: ["call.created"] });
  assert.equal((await standIn.api("POST", "/v1/webhooks", { url: "https://example.com/" })).status, 400);
});

test("a message is sent from a line and reported as delivered", async () => {
  const path = "/v1/numbers/510202/messages/native/send";
  const sent = await standIn.api("POST", path, { to: "+12025550173", body: "Yes, ready for pickup." });
  assert.deepEqual(shapeOf(sent.body), shapeOf(payload("rest-message-send-response")));
  await standIn.waitFor((all) => all.some(({ body }) => body.event === "message.status_updated"), "the delivery");
  assert.equal(pick((await standIn.api("POST", path, { to: "+14155550142", body: "x" })).body, "error"), "SameDestinationAsSender");
  assert.equal(pick((await standIn.api("POST", path, { to: "12", body: "x" })).body, "error"), "InvalidPayload");
});

test("a number stands in a dialler campaign only once until it is called", async () => {
  const path = "/v1/users/640101/dialer_campaign";
  assert.equal((await standIn.api("GET", path)).status, 404);
  assert.equal((await standIn.api("POST", path, { phone_numbers: ["+442079460188"] })).status, 204);
  assert.deepEqual(shapeOf((await standIn.api("GET", path)).body), shapeOf(payload("rest-dialer-campaign")));
  assert.deepEqual(
    shapeOf((await standIn.api("GET", `${path}/phone_numbers`)).body),
    shapeOf(payload("rest-dialer-campaign-phone-numbers")),
  );
  const again = await standIn.api("POST", path, { phone_numbers: ["+442079460188"] });
  assert.deepEqual([again.status, again.body], [422, payload("rest-error-422-dialer-campaign")]);
});
