/** A caller is found by the number of their record, in whatever form somebody wrote it there. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";
import { asCall, payload, type Payload } from "../support/payloads.ts";

let org: StartedOrg;
before(async () => {
  org = await startLocalOrg();
});
after(() => org.stop());

/** A number, and how a record holds it. The demo's default country and line are British. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ["+44 7400 123401", "07400 123401"],
  ["+44 7400 123402", "+44 (0)7400 123402"],
  ["+44 7400 123403", "0044 7400 123403"],
  ["+44 7400 123404", "00447400123404"],
  ["+44 7400 123405", "7400123405"],
  ["+44 7400 123406", "(07400) 123-406 ext. 27"],
  ["+44 7400 123407", "+447400123407x27"],
  ["+44 20 7946 0408", "020.7946.0408"],
  ["+33 6 12 34 56 09", "0033 6 12 34 56 09"],
  ["+54 9 343 555 1210", "+54 9 343 555-1210"],
];

test("every way of writing a number is found by the call's own form of it", async () => {
  for (const [index, [, phone]] of WRITTEN.entries()) {
    await org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Contact", { LastName: `Stored ${index}`, Phone: phone });
  }
  for (const [index, [caller]] of WRITTEN.entries()) {
    const answer = await org.webhook(JSON.stringify(callFrom(caller, 3901000000 + index)));
    assert.equal(answer.status, 200);
  }
  await org.drain();
  const logs = await org.query(
    "SELECT External_Number__c, Contact__r.LastName FROM Aircall_Log__c WHERE Interaction_Key__c LIKE 'call:3901%'",
  );
  const found = logs.map((log) => [log["External_Number__c"], nameOf(log["Contact__r"])]).sort();
  assert.deepEqual(found, WRITTEN.map(([caller], index) => [caller.replaceAll(" ", ""), `Stored ${index}`]).sort());
});

test("a number that only ends alike, or is written in another country's form, is not found", async () => {
  const others = ["+33 7400 123499", "123499", "0 7400 123499 9", "020 7946 0123 / 07400 123499"];
  for (const phone of others) {
    await org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Contact", { LastName: "Other", Phone: phone });
  }
  await org.webhook(JSON.stringify(callFrom("+44 7400 123499", 3902000000)));
  await org.drain();
  const [log] = await org.query("SELECT Contact__c, Decision_Reason__c FROM Aircall_Log__c WHERE Interaction_Key__c = 'call:3902000000'");
  assert.equal(log?.["Contact__c"], null);
  assert.match(String(log["Decision_Reason__c"]), /not.found/i);
});

function callFrom(caller: string, callId: number): Payload {
  const call = asCall(payload("call.ended-inbound-answered"), callId);
  return { ...call, data: { ...call.data, raw_digits: caller } };
}

function nameOf(reference: unknown): unknown {
  return typeof reference === "object" && reference !== null ? Reflect.get(reference, "LastName") : null;
}
