import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { recordFacts } from "./recordFacts.ts";

afterEach(() => mock.restoreAll());

/** The org answers with one record. */
function answer(apiName: string, fields: Readonly<Record<string, unknown>>, nameFields = ["Name"]): void {
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, displayValue: null }]));
  const body = { records: { "001000000000001AAA": { apiName, fields: values } }, objectInfos: { [apiName]: { nameFields } } };
  mock.method(globalThis, "fetch", () => Promise.resolve(Response.json(body)));
}

test("a record has a name and an object, and nothing about people where there are no person accounts", async () => {
  answer("Account", { Name: "Acme" });
  assert.deepEqual(await recordFacts("001000000000001AAA"), { recordName: "Acme", objectType: "Account" });
});

test("an object without Name has its own field for it", async () => {
  answer("Case", { CaseNumber: "00001000" }, ["CaseNumber"]);
  assert.deepEqual(await recordFacts("500000000000001AAA"), { recordName: "00001000", objectType: "Case" });
});

test("a person account tells of its contact, a person's contact of its account", async () => {
  answer("Account", { Name: "Wile Coyote", IsPersonAccount: true, PersonContactId: "003000000000001AAA" });
  assert.deepEqual(await recordFacts("001000000000001AAA"), {
    recordName: "Wile Coyote",
    objectType: "Account",
    personAccount: true,
    contactId: "003000000000001AAA",
  });
  answer("Contact", { Name: "Wile Coyote", IsPersonAccount: true, AccountId: "001000000000001AAA" });
  assert.deepEqual(await recordFacts("003000000000001AAA"), {
    recordName: "Wile Coyote",
    objectType: "Contact",
    personAccount: true,
    accountId: "001000000000001AAA",
  });
});

test("where there are person accounts, other accounts say that they are none", async () => {
  answer("Account", { Name: "Acme", IsPersonAccount: false, PersonContactId: null });
  assert.deepEqual(await recordFacts("001000000000001AAA"), { recordName: "Acme", objectType: "Account", personAccount: false });
});

test("a record that is not there rejects", async () => {
  mock.method(globalThis, "fetch", () => Promise.resolve(Response.json([{ message: "gone" }], { status: 404 })));
  await assert.rejects(recordFacts("001000000000001AAA"), /gone/);
});
