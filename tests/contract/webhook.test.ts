import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localRequest } from "../../local-org/http/local-request.ts";
import { deliver } from "../support/deliveries.ts";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";
import { asCall, payload, payloadNames } from "../support/payloads.ts";

let org: StartedOrg;
before(async () => {
  org = await startLocalOrg();
});
after(() => org.stop());

const TASK_FIELDS =
  "Id, Subject, Status, TaskSubtype, CallType, CallDisposition, CallDurationInSeconds, Who.Name, Owner.Username, Description, " +
  "Call_Recording__c, Waiting_Time__c, Detailed_Type__c, Answered_By__c, Line__c, Aircall_Call_Id__c";

async function tasksOf(callId: number) {
  await org.drain();
  return org.query(`SELECT ${TASK_FIELDS} FROM Task WHERE Aircall_Call_Id__c = '${callId}'`);
}

async function onlyTask(callId: number) {
  const tasks = await tasksOf(callId);
  assert.equal(tasks.length, 1, `Tasks of call ${callId}`);
  return tasks[0] ?? {};
}

async function post(name: string, callId: number): Promise<void> {
  const answer = await org.webhook(JSON.stringify(asCall(payload(name), callId)));
  assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { status: "accepted" }], name);
}

function nameOf(reference: unknown): unknown {
  return typeof reference === "object" && reference !== null ? Reflect.get(reference, "Name") : null;
}

test("An answered call becomes one Task of the agent who answered, on the caller's Contact", async () => {
  for (const name of ["call.created-inbound", "call.ringing_on_agent", "call.answered-inbound", "call.ended-inbound-answered"])
    await post(name, 3900000001);
  const task = await onlyTask(3900000001);
  assert.equal(task["Subject"], "Inbound answered call from Jordan Marsh on UK Support Line answered by Avery Stone");
  assert.equal(task["Status"], "Completed");
  assert.equal(task["TaskSubtype"], "Call");
  assert.equal(task["CallType"], "Inbound");
  assert.equal(task["CallDisposition"], "[aircall, Follow Up, inbound, answered_call, 442079460123]");
  assert.equal(task["CallDurationInSeconds"], 140);
  assert.equal(task["Waiting_Time__c"], 12);
  assert.equal(task["Detailed_Type__c"], "Inbound answered");
  assert.equal(task["Answered_By__c"], "Avery Stone");
  assert.equal(nameOf(task["Who"]), "Jordan Marsh");
  assert.equal(task["Call_Recording__c"], "https://assets.aircall.io/calls/3900000001/recording");
  assert.match(String(task["Description"]), /https:\/\/assets\.aircall\.io\/calls\/3900000001\/recording/);
});

test("A missed call and a voicemail say so", async () => {
  await post("call.ended-inbound-missed-no-voicemail", 3900000002);
  assert.equal((await onlyTask(3900000002))["Subject"], "Missed call from Jordan Marsh on UK Support Line");
  await post("call.ended-inbound-missed-voicemail", 3900000003);
  await post("call.voicemail_left", 3900000003);
  const voicemail = await onlyTask(3900000003);
  assert.equal(voicemail["Subject"], "Voicemail from Jordan Marsh on UK Support Line");
  assert.equal(voicemail["CallDurationInSeconds"], 0);
  assert.match(String(voicemail["Call_Recording__c"]), /\/calls\/3900000003\/voicemail$/);
});

test("An outbound call that nobody answers has no duration and the number as its record name", async () => {
  await post("call.ended-outbound-unanswered", 3900000004);
  const task = await onlyTask(3900000004);
  assert.match(String(task["Subject"]), /^Outbound unanswered call via .+ made by .+ to .+$/);
  assert.equal(task["CallDurationInSeconds"], 0);
  assert.equal(task["CallType"], "Outbound");
});

test("The same webhook three times makes one Task", async () => {
  for (let time = 0; time < 3; time++) await post("call.ended-inbound-answered", 3900000005);
  await onlyTask(3900000005);
  await post("call.ended-inbound-answered", 3900000005);
  await onlyTask(3900000005);
});

test("The end may come before the beginning", async () => {
  await post("call.ended-inbound-answered", 3900000006);
  const first = await onlyTask(3900000006);
  await post("call.answered-inbound", 3900000006);
  await post("call.created-inbound", 3900000006);
  assert.deepEqual(await onlyTask(3900000006), first);
});

test("Every sample of a call is accepted in any order", async () => {
  const names = payloadNames("call.");
  assert.ok(names.length > 30);
  for (const order of [names, names.toReversed()])
    for (const name of order) assert.equal((await org.webhook(JSON.stringify(payload(name)))).status, 200, name);
  await org.drain();
  assert.deepEqual(await org.query("SELECT Id, Reason__c, Message__c FROM Failed_Event__c"), []);
});

test("A wrong token is refused and leaves nothing", async () => {
  for (const token of ["00112233445566778899aabbccddeefe", "", undefined, 17]) {
    const body = JSON.stringify({ ...asCall(payload("call.ended-inbound-answered"), 3900000007), token });
    const answer = await org.webhook(body);
    assert.equal(answer.status, 401);
    assert.ok(!answer.text.includes("ddeef"), "the answer repeats no token");
  }
  assert.deepEqual(await tasksOf(3900000007), []);
});

test("What is no event is refused with its status", async () => {
  for (const body of ["", "call", "[]", "{}", '{"token":"00112233445566778899aabbccddeeff"}', "null", '"x"'])
    assert.equal((await org.webhook(body)).status, 400, body);
  const large = JSON.stringify({ ...payload("call.tagged"), padding: "x".repeat(1_048_576) });
  assert.equal((await org.webhook(large)).status, 413);
  for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
    const answer = await localRequest(org.at("site.org", "/services/apexrest/aircall/webhook"), { method });
    assert.equal(answer.status, 405, method);
  }
});

test("A large body is kept and processed all the same", async () => {
  const body = asCall(payload("call.ended-inbound-answered"), 3900000008);
  const comments = [{ id: 1, content: "long ".repeat(30_000), posted_by: null, posted_at: 1790000745 }];
  const answer = await org.webhook(JSON.stringify({ ...body, data: { ...body.data, comments } }));
  assert.equal(answer.status, 200);
  assert.match(String((await onlyTask(3900000008))["Subject"]), /^Inbound answered call from Jordan Marsh/);
});

test("200 events released together cost as many statements as 20, and one search per 50 numbers at most", async () => {
  const few = await deliver(org, 20, 3900010000);
  const many = await deliver(org, 200, 3900020000);
  assert.deepEqual([many.soql, many.dml], [few.soql, few.dml]);
  assert.ok(few.sosl <= 1, `${few.sosl} searches for 20 numbers`);
  assert.ok(many.sosl <= 4, `${many.sosl} searches for 200 numbers`);
});
