import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexBlob } from "../../apex/runtime/blob.ts";
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { memorySchema } from "../schema/memory-schema.ts";
import { exportSnapshot, parseSnapshot, SnapshotError } from "./snapshot.ts";
import { Store } from "./store.ts";

const SCHEMA = memorySchema([{ name: "Thing__c", keyPrefix: "a00", fields: ["Name string name"] }]);
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
  const { counters, objects } = parseSnapshot(exportSnapshot(store));
  assert.deepEqual(objects.get("Thing__c")?.rows, [store.get(kept)]);
  assert.equal(objects.get("Thing__c")?.deleted[0]?.get("Id"), gone);
  assert.deepEqual(counters, new Map(store.counters()));
});

test("what is no snapshot is refused with the reason", () => {
  for (const text of ["", "[]", '{"format":2}', '{"format":1,"counters":{},"objects":{"Thing__c":{"rows":[1],"deleted":[]}}}'])
    assert.throws(() => parseSnapshot(text), SnapshotError, text);
  const odd = '{"format":1,"counters":{},"objects":{"Thing__c":{"rows":[{"Id":"a00Qy0000000001AAA","X__c":{"odd":"1"}}],"deleted":[]}}}';
  assert.throws(() => parseSnapshot(odd), /X__c has a value of an unknown kind/);
});
