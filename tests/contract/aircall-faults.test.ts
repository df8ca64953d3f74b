/** However badly Aircall's messages travel, the org ends in the same state; and the stand-in's own faults. */
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { localRequest } from "../../local-org/http/local-request.ts";
import { endCalls, property, ring, setPace, taskWith } from "../support/calls.ts";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";
import { until } from "../support/until.ts";

const USUAL = { repeat: 1, drop: 0, delay: [0, 0], shuffle: false, shuffleQuiet: 0.3, seed: 1, enabled: true, retryAfter: 0.2 };
const SUBJECT = /^Inbound answered call from Jordan Marsh on UK Support Line answered by Avery Stone$/;

let org: StartedOrg;
before(async () => {
  org = await startLocalOrg();
  await setPace(org, { endedAfter: 0.1, voicemailAfter: 0.1 });
});
after(() => org.stop());
beforeEach(async () => {
  await org.json("api.test", "POST", "/local/webhooks", USUAL);
  await org.json("api.test", "POST", "/local/faults", { rest: null, latencyMs: 0, refuseAvailability: false });
});

/** An answered call, over and told, with all deliveries made. */
async function answeredCall(): Promise<number> {
  const id = await ring(org, { outcome: "answered", ring: 0.2, talk: 0.3 });
  await until(`call ${id} is over`, async () => property(await org.json("api.test", "GET", `/local/calls/${id}`), "isFinished") === true);
  await until("nothing is on its way", async () => property(await org.json("api.test", "POST", "/local/webhooks", {}), "pending") === 0);
  await endCalls(org);
  return id;
}

/** What the call left: everything but ids and times. */
async function endState(id: number) {
  const task = await taskWith(org, id, "Call_Recording__c", /./);
  assert.match(String(task["Subject"]), SUBJECT);
  const logs = await org.query(
    `SELECT Outcome__c, Decision__c, Direction__c, External_Number__c, Contact__c FROM Aircall_Log__c WHERE Interaction_Key__c = 'call:${id}'`,
  );
  assert.deepEqual(await org.query("SELECT Id FROM Failed_Event__c"), []);
  const { Subject, WhoId, Detailed_Type__c } = task;
  return { Subject, WhoId, Detailed_Type__c, logs: logs.map(({ attributes: _attributes, ...log }) => log) };
}

for (const [what, settings] of [
  ["each three times", { repeat: 3 }],
  ["in random order", { shuffle: true, seed: 7 }],
  ["late, by a random time", { delay: [0, 0.8], seed: 3 }],
  ["twice, late and in random order", { repeat: 2, delay: [0, 0.4], shuffle: true, seed: 11 }],
] as const) {
  test(`Webhooks that come ${what} leave what undisturbed ones leave`, async () => {
    const undisturbed = await endState(await answeredCall());
    await org.json("api.test", "POST", "/local/webhooks", settings);
    assert.deepEqual(await endState(await answeredCall()), undisturbed);
  });
}

test("Lost webhooks are lost, and are in the list of deliveries as such", async () => {
  await org.json("api.test", "POST", "/local/webhooks", { drop: 1 });
  const id = await answeredCall();
  await org.drain();
  assert.deepEqual(await org.query(`SELECT Id FROM Task WHERE Aircall_Call_Id__c = '${id}'`), []);
  const deliveries = await org.json("api.test", "GET", "/local/webhooks");
  assert.ok(Array.isArray(deliveries));
  const own = deliveries.filter((delivery: unknown) => property(delivery, "subject") === id);
  assert.ok(own.length >= 3, `${own.length} deliveries`);
  assert.ok(own.every((delivery) => property(delivery, "state") === "lost"));
});

test("Some webhooks lost leave one Task with the right outcome, as long as the end of the call is told", async () => {
  await org.json("api.test", "POST", "/local/webhooks", { drop: 0.4, seed: 5 });
  const id = await answeredCall();
  const deliveries = await org.json("api.test", "GET", "/local/webhooks?event=call.ended");
  assert.ok(Array.isArray(deliveries));
  const end: unknown = deliveries.find((delivery: unknown) => property(delivery, "subject") === id);
  await org.drain();
  const tasks = await org.query(`SELECT Subject FROM Task WHERE Aircall_Call_Id__c = '${id}'`);
  if (property(end, "state") === "delivered") assert.match(String(tasks[0]?.["Subject"]), SUBJECT);
  assert.ok(tasks.length <= 1);
});

test("Aircall switched off sends nothing", async () => {
  await org.json("api.test", "POST", "/local/webhooks", { enabled: false });
  const id = await answeredCall();
  await org.drain();
  assert.deepEqual(await org.query(`SELECT Id FROM Aircall_Log__c WHERE Interaction_Key__c = 'call:${id}'`), []);
});

test("The REST API fails as often as it is told, and works again", async () => {
  const authorization = `Basic ${Buffer.from("local-id:local-token").toString("base64")}`;
  const ping = () => localRequest(org.at("api.test", "/v1/ping"), { headers: { authorization } });
  assert.equal((await ping()).status, 200);
  await org.json("api.test", "POST", "/local/faults", { rest: { status: 429, count: 2, retryAfter: 10 } });
  const refused = await ping();
  assert.deepEqual([refused.status, refused.headers["retry-after"]], [429, "10"]);
  assert.equal((await ping()).status, 429);
  assert.equal((await ping()).status, 200);
  assert.equal((await localRequest(org.at("api.test", "/v1/ping"))).status, 401);
});

test("What the stand-in does not understand is said", async () => {
  for (const [path, body] of [
    ["/local/calls", { direction: "sideways" }],
    ["/local/calls", { direction: "inbound", from: "07700", number: 510201 }],
    ["/local/calls", { direction: "inbound", from: "+447700900456", number: 1 }],
    ["/local/webhooks", { drop: 2 }],
    ["/local/webhooks", { nonsense: true }],
    ["/local/faults", { rest: { status: 200 } }],
  ] as const) {
    const { status, text } = await localRequest(org.at("api.test", path), { method: "POST", body: JSON.stringify(body) });
    assert.equal(status, 400, `${path} ${JSON.stringify(body)}`);
    assert.equal(typeof property(JSON.parse(text), "error"), "string");
  }
});
