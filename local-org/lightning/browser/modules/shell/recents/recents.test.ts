import assert from "node:assert/strict";
import { test } from "node:test";
import { recentRecords, rememberRecent, type RecentRecord, type Store } from "./recents.ts";

function emptyStore(): Store {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

const record = (recordId: string): RecentRecord => ({ recordId, objectApiName: "Account", label: recordId, icon: "standard:account" });
const idsOf = (store: Store, user: string) => recentRecords(store, user).map(({ recordId }) => recordId);

test("The record opened last comes first, once", () => {
  const store = emptyStore();
  for (const id of ["a", "b", "a"]) rememberRecent(store, "005A", record(id));
  assert.deepEqual(idsOf(store, "005A"), ["a", "b"]);
});

test("Users have records of their own", () => {
  const store = emptyStore();
  rememberRecent(store, "005A", record("a"));
  assert.deepEqual(idsOf(store, "005B"), []);
});

test("Twenty records are kept", () => {
  const store = emptyStore();
  for (let index = 0; index < 25; index += 1) rememberRecent(store, "005A", record(String(index)));
  assert.equal(idsOf(store, "005A").length, 20);
  assert.equal(idsOf(store, "005A")[0], "24");
});

test("Broken storage gives none", () => {
  const store = emptyStore();
  store.setItem("shell.recent.005A", "{");
  assert.deepEqual(idsOf(store, "005A"), []);
  store.setItem("shell.recent.005A", '[{"recordId":1}]');
  assert.deepEqual(idsOf(store, "005A"), []);
});
