import assert from "node:assert/strict";
import { test } from "node:test";
import { create, get, refusal, uiOrg } from "./ui-fixture.ts";
import type { Timeline } from "./wire.ts";

const engine = uiOrg();
const accountId = create(engine, "Account", { Name: "Northwind" });
const contactId = create(engine, "Contact", { LastName: "Marsh", AccountId: accountId });
const now = engine.org.clock.now();
const day = (days: number): string => new Date(now + days * 86_400_000).toISOString();
const date = (days: number): string => day(days).slice(0, 10);
const timeline = (id: string): Timeline => get(engine, `/lightning/api/timeline/${id}`) as Timeline;

create(engine, "Task", { Subject: "Overdue", WhoId: contactId, ActivityDate: date(-10) });
create(engine, "Task", { Subject: "Some day", WhoId: contactId });
create(engine, "Task", { Subject: "Next week", WhoId: contactId, ActivityDate: date(7) });
create(engine, "Event", { Subject: "Meeting", WhoId: contactId, StartDateTime: day(3), DurationInMinutes: 30 });
create(engine, "Event", { Subject: "Met", WhoId: contactId, StartDateTime: day(-3), DurationInMinutes: 30 });
create(engine, "Task", {
  Subject: "Inbound call",
  WhoId: contactId,
  WhatId: accountId,
  Status: "Completed",
  ActivityDate: date(-5),
  TaskSubtype: "Call",
  CallType: "Inbound",
  CallDurationInSeconds: 75,
  Description: "Asked for a quote",
  Recording__c: "https://example.com/recording",
});
create(engine, "Task", { Subject: "E-mail", WhoId: contactId, Status: "Completed", ActivityDate: date(-20), TaskSubtype: "Email" });

test("open activities stand soonest first, those without a date last", () => {
  assert.deepEqual(
    timeline(contactId).upcoming.map(({ subject, kind, isOverdue }) => [subject, kind, isOverdue]),
    [
      ["Overdue", "task", true],
      ["Meeting", "event", false],
      ["Next week", "task", false],
      ["Some day", "task", false],
    ],
  );
});

test("past activities stand newest first", () => {
  assert.deepEqual(
    timeline(contactId).past.map(({ subject, kind }) => [subject, kind]),
    [
      ["Met", "event"],
      ["Inbound call", "call"],
      ["E-mail", "email"],
    ],
  );
});

test("a call tells who it was with, who owns it and what its fields hold", () => {
  const call = timeline(contactId).past.find(({ subject }) => subject === "Inbound call") ?? assert.fail();
  assert.deepEqual(call.who, { id: contactId, name: "Marsh", objectApiName: "Contact" });
  assert.deepEqual(call.what, { id: accountId, name: "Northwind", objectApiName: "Account" });
  assert.equal(call.owner?.name, "Admin User");
  assert.equal(call.description, "Asked for a quote");
  const value = (name: string): unknown => call.details.find(({ apiName }) => apiName === name)?.value;
  assert.equal(value("CallDurationInSeconds"), "75");
  assert.equal(value("Recording__c"), "https://example.com/recording");
  assert.equal(value("Missed__c"), undefined);
});

test("an account shows the activities of its contacts", () => {
  assert.equal(timeline(accountId).past.length, 3);
});

test("days near today have words", () => {
  const id = create(engine, "Lead", { LastName: "Vale", Company: "x" });
  create(engine, "Task", { Subject: "Done", WhoId: id, Status: "Completed" });
  assert.deepEqual(
    timeline(id).past.map(({ displayDate }) => displayDate),
    ["Today"],
  );
});

test("a text that is no id is refused", () => {
  assert.deepEqual(refusal(engine, "/lightning/api/timeline/nope!").slice(0, 2), [400, "INVALID_ID_FIELD"]);
});
