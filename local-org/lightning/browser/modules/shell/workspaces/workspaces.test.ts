import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbourOf, parseTabs, withFacts, withoutRecord, withRecord } from "./workspaces.ts";

const two = withRecord(withRecord([], "001A", "Account"), "003B", null);

test("A record has one tab, however often it is opened", () => {
  assert.equal(withRecord(two, "001A", "Account"), two);
  assert.deepEqual(
    two.map((tab) => tab.recordId),
    ["001A", "003B"],
  );
});

test("The object of a tab is filled in when it gets known", () =>
  assert.equal(withRecord(two, "003B", "Contact")[1]?.objectApiName, "Contact"));

test("Facts of a record name its tab; the same facts change nothing", () => {
  const facts = { recordId: "001A", objectApiName: "Account", label: "Northwind", icon: "standard:account" };
  const named = withFacts(two, facts);
  assert.equal(named[0]?.label, "Northwind");
  assert.equal(withFacts(named, { ...facts }), named);
  assert.equal(withFacts(two, { ...facts, recordId: "00Q" }), two);
});

test("The right neighbour takes the place of a closed tab, the left one at the end, none when it was the last", () => {
  assert.equal(neighbourOf(two, "001A")?.recordId, "003B");
  assert.equal(neighbourOf(two, "003B")?.recordId, "001A");
  assert.equal(neighbourOf(withoutRecord(two, "001A"), "003B"), null);
});

test("Tabs survive storage, broken storage gives none", () => {
  assert.deepEqual(parseTabs(JSON.stringify(two)), two);
  assert.deepEqual(parseTabs(JSON.stringify([{ recordId: 1 }, two[0]])), [two[0]]);
  for (const broken of [null, "{", "7"]) assert.deepEqual(parseTabs(broken), []);
});
