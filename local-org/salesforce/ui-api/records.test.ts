import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../engine-fixture.ts";
import { create, get, refusal, UI_API, uiOrg } from "./ui-fixture.ts";
import type { RecordDefaults, RecordRepresentation, RecordUi, UiApiError } from "./wire.ts";

const engine = uiOrg();
const accountId = create(engine, "Account", { Name: "Northwind", AnnualRevenue: 1234567, NumberOfEmployees: 1200 });
const contactId = create(engine, "Contact", {
  FirstName: "Jordan",
  LastName: "Marsh",
  AccountId: accountId,
  Phone: "07700 900456",
  Birthdate: "1990-03-01",
});
const lineId = create(engine, "Line__c", { Name: "A", Fee__c: 12.5, Contact__c: contactId });

const read = (id: string, query: string): RecordRepresentation => get(engine, `${UI_API}/records/${id}?${query}`) as RecordRepresentation;

test("a record gives the fields asked for, with what people read", () => {
  const { fields } = read(contactId, "fields=Contact.Name,Contact.Phone,Contact.Birthdate,Contact.DoNotCall");
  assert.deepEqual(fields, {
    Birthdate: { displayValue: "3/1/1990", value: "1990-03-01" },
    DoNotCall: { displayValue: null, value: false },
    Id: { displayValue: null, value: contactId },
    Name: { displayValue: null, value: "Jordan Marsh" },
    Phone: { displayValue: null, value: "07700 900456" },
  });
});

test("numbers, currency and picklists read as in the user's locale", () => {
  assert.equal(read(accountId, "fields=Account.AnnualRevenue").fields["AnnualRevenue"]?.displayValue, "$1,234,567");
  assert.equal(read(accountId, "fields=Account.NumberOfEmployees").fields["NumberOfEmployees"]?.displayValue, "1,200");
  const line = read(lineId, "fields=Line__c.Fee__c,Line__c.Kind__c").fields;
  assert.deepEqual(line["Fee__c"], { displayValue: "$12.50", value: 12.5 });
  assert.deepEqual(line["Kind__c"], { displayValue: "Main line", value: "Main" });
});

test("a field over relationships comes as nested records that carry their names", () => {
  const { fields } = read(lineId, "fields=Line__c.Contact__r.Account.Phone");
  const contact = fields["Contact__r"];
  assert.equal(contact?.displayValue, "Jordan Marsh");
  const nested = contact.value as RecordRepresentation;
  assert.equal(nested.apiName, "Contact");
  assert.equal(nested.fields["Account"]?.displayValue, "Northwind");
  assert.equal((nested.fields["Account"].value as RecordRepresentation).id, accountId);
});

test("an empty relationship is null, not an error", () => {
  const orphan = create(engine, "Contact", { LastName: "Alone" });
  assert.deepEqual(read(orphan, "fields=Contact.Account.Name").fields["Account"], { displayValue: null, value: null });
});

test("unknown fields are refused, unknown optional fields are left out", () => {
  assert.deepEqual(refusal(engine, `${UI_API}/records/${contactId}?fields=Contact.Nope`).slice(0, 2), [400, "INVALID_FIELD"]);
  assert.deepEqual(refusal(engine, `${UI_API}/records/${contactId}?fields=Lead.Name`).slice(0, 2), [400, "INVALID_FIELD"]);
  assert.equal(refusal(engine, `${UI_API}/records/${contactId}`)[0], 400);
  assert.deepEqual(Object.keys(read(contactId, "optionalFields=Contact.Nope,Contact.Title").fields), ["Id", "Title"]);
});

test("a record that there is not answers 404, an id that is none 400", () => {
  assert.equal(refusal(engine, `${UI_API}/records/003000000000001AAA?fields=Contact.Name`)[0], 404);
  assert.deepEqual(refusal(engine, `${UI_API}/records/nope!?fields=Contact.Name`).slice(0, 2), [400, "INVALID_ID_FIELD"]);
});

test("a batch answers for each of its ids", () => {
  const batch = get(engine, `${UI_API}/records/batch/${contactId},003000000000001AAA?fields=Contact.Name`) as {
    hasErrors: boolean;
    results: { statusCode: number }[];
  };
  assert.equal(batch.hasErrors, true);
  assert.deepEqual(
    batch.results.map(({ statusCode }) => statusCode),
    [200, 404],
  );
});

test("a change comes back as saved and is refused after somebody else's", () => {
  const id = create(engine, "Contact", { LastName: "Stone" });
  const path = `${UI_API}/records/${id}`;
  const changed = get(engine, path, { method: "PATCH", body: { fields: { Title: "Buyer" } } }) as RecordRepresentation;
  assert.equal(changed.fields["Title"]?.value, "Buyer");
  const early = { method: "PATCH", body: { fields: { Title: "x" } }, headers: { "if-unmodified-since": "Thu, 01 Jan 2026 00:00:00 GMT" } };
  assert.deepEqual(refusal(engine, path, early).slice(0, 2), [412, "CONDITION_NOT_MET"]);
  assert.equal(ask(engine, path, { method: "DELETE" }).status, 204);
  assert.equal(refusal(engine, `${path}?fields=Contact.Name`)[0], 404);
});

test("a refused record names its fields, parts of a name under the name", () => {
  const answer = ask(engine, `${UI_API}/records`, { body: { apiName: "Contact", fields: { FirstName: "x" } } });
  assert.equal(answer.status, 400);
  const [error] = answer.json() as UiApiError[];
  assert.equal(error?.enhancedErrorType, "RecordError");
  assert.deepEqual(
    error.output?.fieldErrors["Name"]?.map(({ errorCode, constituentField }) => [errorCode, constituentField]),
    [["REQUIRED_FIELD_MISSING", "LastName"]],
  );
});

test("unknown parts of a request body are refused by name", () => {
  const body = { apiName: "Contact", fields: { LastName: "x" }, ruleset: 1 };
  assert.match(refusal(engine, `${UI_API}/records`, { body })[2], /"ruleset"/);
  assert.match(refusal(engine, `${UI_API}/records`, { body: { fields: {} } })[2], /apiName is missing/);
});

test("record-ui gives records with their layouts and objects", () => {
  const ui = get(engine, `${UI_API}/record-ui/${contactId}?layoutTypes=Full,Compact&modes=View`) as RecordUi;
  assert.deepEqual(Object.keys(ui.objectInfos), ["Contact"]);
  const layouts = Object.values(ui.layouts["Contact"] ?? {})[0];
  assert.deepEqual(Object.keys(layouts ?? {}), ["Full", "Compact"]);
  const { fields } = ui.records[contactId] ?? assert.fail();
  assert.equal(fields["Account"]?.displayValue, "Northwind");
  assert.equal(fields["Owner"]?.displayValue, "Admin User");
});

test("a new record starts with its defaults", () => {
  const { record, layout } = get(engine, `${UI_API}/record-defaults/create/Line__c?optionalFields=Line__c.OwnerId`) as RecordDefaults;
  assert.equal(record.id, null);
  assert.equal(record.fields["Kind__c"]?.value, "Main");
  assert.match(String(record.fields["OwnerId"]?.value), /^005/);
  assert.equal(layout.mode, "Create");
});
