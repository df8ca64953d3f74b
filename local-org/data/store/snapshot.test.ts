import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexBlob } from "../../apex/runtime/blob.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { memorySchema } from "../schema/memory-schema.ts";
import { exportSnapshot, importSnapshot, SnapshotError } from "./snapshot.ts";
import { Store } from "./store.ts";

const DRAFTS = [
  { name: "Thing__c", keyPrefix: "a00", fields: ["Name string name"] },
  { name: "Old__c", keyPrefix: "a01", fields: ["Name string name"] },
];
const SCHEMA = memorySchema(DRAFTS);
const VALUES: Readonly<Record<string, ApexValue>> = {
  Text__c: "é\n",
  Empty__c: null,
  Flag__c: true,
  Whole__c: -5,
  Long__c: 9_007_199_254_740_993n,
  Decimal__c: new Decimal(110n, 2),
  Double__c: new ApexDouble(1),
  Date__c: new ApexDate(20_000),
  Datetime__c: new ApexDatetime(1_234_567_890_123),
  Time__c: new ApexTime(3_600_001),
  File__c: ApexBlob.fromText("bytes"),
};

test("every kind of value, the recycle bin and the counters come back from a snapshot", () => {
  const store = new Store(SCHEMA);
  const [kept, gone] = [store.newId("Thing__c"), store.newId("Thing__c")];
  store.insert("Thing__c", new Map<string, ApexValue>([["Id", kept], ...Object.entries(VALUES)]));
  store.insert("Thing__c", new Map([["Id", gone]]));
  store.delete("Thing__c", gone);
  store.nextNumber("replay");
  const copy = new Store(SCHEMA);
  assert.deepEqual(importSnapshot(copy, exportSnapshot(store)), []);
  assert.deepEqual(copy.get(kept), store.get(kept));
  assert.equal(copy.table("Thing__c").getDeleted(gone)?.get("IsDeleted"), true);
  assert.equal(copy.newId("Thing__c"), store.newId("Thing__c"));
  assert.equal(copy.nextNumber("replay"), 2);
});

test("objects that are gone from the schema are left out and named", () => {
  const store = new Store(SCHEMA);
  store.insert("Old__c", new Map([["Id", store.newId("Old__c")]]));
  assert.deepEqual(importSnapshot(new Store(memorySchema(DRAFTS.slice(0, 1))), exportSnapshot(store)), ["Old__c"]);
});

test("what is no snapshot is refused with the reason", () => {
  for (const text of ["", "[]", '{"format":2}', '{"format":1,"counters":{},"objects":{"Thing__c":{"rows":[1],"deleted":[]}}}'])
    assert.throws(() => importSnapshot(new Store(SCHEMA), text), SnapshotError, text);
  const odd = '{"format":1,"counters":{},"objects":{"Thing__c":{"rows":[{"Id":"a00Qy0000000001AAA","X__c":{"odd":"1"}}],"deleted":[]}}}';
  assert.throws(() => importSnapshot(new Store(SCHEMA), odd), /X__c has a value of an unknown kind/);
});
