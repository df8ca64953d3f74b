import assert from "node:assert/strict";
import { test } from "node:test";
import { memorySchema } from "../schema/memory-schema.ts";
import { exactRecordId, makeRecordId, parseRecordId, withChecksum } from "./record-id.ts";
import { Store, type CommittedChange, type Row } from "./store.ts";

const SCHEMA = memorySchema([
  {
    name: "Contact",
    keyPrefix: "003",
    fields: ["Name string", "Email email", "AccountId reference Account Account -", "Code__c string unique caseSensitive"],
  },
  { name: "Account", keyPrefix: "001", fields: ["Name string"] },
]);

function contact(store: Store, fields: Record<string, string | null>): string {
  const id = store.newId("Contact");
  store.insert("Contact", new Map<string, string | null>([["Id", id], ...Object.entries(fields)]));
  return id;
}

function names(rows: Iterable<Row>): unknown[] {
  return [...rows].map((row) => row.get("Name"));
}

test("ids carry the key prefix, count up as text and end in the case checksum", () => {
  assert.equal(withChecksum("001A0000006Vm9r"), "001A0000006Vm9rIAC");
  const store = new Store(SCHEMA);
  const [first, second] = [store.newId("Contact"), store.newId("contact")];
  assert.match(first, /^003\w{15}$/);
  assert.ok(first < second);
  assert.ok(makeRecordId("003", "Qy0", 61) < makeRecordId("003", "Qy0", 62));
});

test("an id is read from 15 or 18 characters in any case; a wrong checksum does not matter", () => {
  assert.equal(parseRecordId("001A0000006Vm9r"), "001A0000006Vm9rIAC");
  assert.equal(parseRecordId("001a0000006vm9riac"), "001A0000006Vm9rIAC");
  assert.equal(parseRecordId("001A0000006Vm9r999"), "001A0000006Vm9r999");
  assert.equal(exactRecordId("001a0000006vm9riac"), "001a0000006vm9riac");
  for (const wrong of ["", "001", "001A0000006Vm9!", "001A0000006Vm9rIA"]) assert.equal(parseRecordId(wrong), null, wrong);
});

test("tables are found by name in any case, and rows by their id alone", () => {
  const store = new Store(SCHEMA);
  const id = contact(store, { Name: "A" });
  assert.equal(store.table("CONTACT"), store.table("Contact"));
  assert.equal(store.get(id)?.get("Name"), "A");
  assert.throws(() => store.table("Nothing__c"), /no object Nothing__c/);
});

test("a look-up ignores case except in case-sensitive fields and follows every write", () => {
  const store = new Store(SCHEMA);
  const contacts = store.table("Contact");
  assert.deepEqual(contacts.lookup("Email", "A@x.org"), []);
  const id = contact(store, { Name: "A", Email: "a@X.org", Code__c: "k" });
  contact(store, { Name: "B", Email: "A@x.ORG" });
  assert.deepEqual(names(contacts.lookup("Email", "A@x.org")), ["A", "B"]);
  assert.deepEqual(names(contacts.lookup("Code__c", "k")), ["A"]);
  assert.deepEqual(contacts.lookup("Code__c", "K"), []);
  store.update("Contact", new Map([...(store.get(id) ?? []), ["Email", "other@x.org"]]));
  assert.deepEqual(names(contacts.lookup("Email", "a@x.org")), ["B"]);
  assert.deepEqual(names(contacts.lookup("AccountId", null)), ["A", "B"]);
});

test("a deleted row is in the recycle bin alone until it is undeleted or purged", () => {
  const store = new Store(SCHEMA);
  const contacts = store.table("Contact");
  const id = contact(store, { Name: "A", Email: "a@x.org" });
  assert.equal(contacts.lookup("Email", "a@x.org").length, 1);
  store.delete("Contact", id, new Map([["Name", "stamped"]]));
  assert.equal(store.get(id), undefined);
  assert.deepEqual(contacts.lookup("Email", "a@x.org"), []);
  assert.equal(contacts.getDeleted(id)?.get("IsDeleted"), true);
  assert.equal(contacts.getDeleted(id)?.get("Name"), "stamped");
  store.undelete("Contact", id);
  assert.equal(contacts.lookup("Email", "a@x.org")[0]?.get("IsDeleted"), false);
  store.purge("Contact", id);
  assert.equal(store.get(id), undefined);
  assert.throws(() => {
    store.undelete("Contact", id);
  }, /not in the recycle bin/);
});

test("rows come in the order of their ids, also after a rollback has put some back", () => {
  const store = new Store(SCHEMA);
  const ids = ["A", "B", "C"].map((name) => contact(store, { Name: name }));
  const mark = store.mark();
  for (const id of ids.slice(0, 2)) store.purge("Contact", id);
  store.rollbackTo(mark);
  assert.deepEqual(names(store.table("Contact").rows()), ["A", "B", "C"]);
});

test("rolling back to a mark undoes inserts, updates, deletes and indexes, and can be done again", () => {
  const store = new Store(SCHEMA);
  const contacts = store.table("Contact");
  const kept = contact(store, { Name: "kept", Email: "kept@x.org" });
  contacts.lookup("Email", "kept@x.org");
  const outer = store.mark();
  for (let round = 0; round < 2; round++) {
    const inner = store.mark();
    store.update("Contact", new Map([...(store.get(kept) ?? []), ["Email", "new@x.org"]]));
    store.delete("Contact", kept);
    contact(store, { Name: "more", Email: "more@x.org" });
    store.rollbackTo(inner);
    assert.equal(store.isHeld(inner), true);
    store.rollbackTo(outer);
    assert.equal(store.isHeld(inner), false);
    assert.deepEqual(names(contacts.lookup("Email", "kept@x.org")), ["kept"]);
    assert.deepEqual([...contacts.lookup("Email", "new@x.org"), ...contacts.lookup("Email", "more@x.org"), ...contacts.deletedRows()], []);
  }
});

test("ids are not given again after a rollback unless the counters are restored", () => {
  const store = new Store(SCHEMA);
  const counters = store.counters();
  const mark = store.mark();
  const first = contact(store, { Name: "A" });
  store.rollbackTo(mark);
  assert.notEqual(store.newId("Contact"), first);
  store.restoreCounters(counters);
  assert.equal(store.newId("Contact"), first);
});

test("only the outermost commit is told to listeners, with the rows as they are then", () => {
  const store = new Store(SCHEMA);
  const seen: (readonly [CommittedChange[], number])[] = [];
  const outer = store.mark();
  store.onCommit((changes, at) => {
    seen.push([[...changes], at]);
  });
  const inner = store.mark();
  const kept = contact(store, { Name: "old" });
  store.update(
    "Contact",
    new Map([
      ["Id", kept],
      ["Name", "new"],
    ]),
  );
  store.commit(inner, 1);
  const gone = contact(store, { Name: "gone" });
  store.delete("Contact", gone);
  assert.equal(seen.length, 0);
  store.commit(outer, 5);
  assert.equal(seen.length, 1);
  const [changes, at] = seen[0] ?? [[], 0];
  assert.equal(at, 5);
  assert.deepEqual(
    changes.map(({ id, row }) => [id, row?.get("Name") ?? null]),
    [
      [kept, "new"],
      [gone, null],
    ],
  );
});

test("a write outside any mark counts as committed since ever", () => {
  const store = new Store(SCHEMA);
  const times: number[] = [];
  store.onCommit((_changes, at) => {
    times.push(at);
  });
  contact(store, { Name: "seed" });
  assert.deepEqual(times, [Number.NEGATIVE_INFINITY]);
});
