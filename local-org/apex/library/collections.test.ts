import assert from "node:assert/strict";
import test from "node:test";
import { ApexException } from "../runtime/exceptions.ts";
import { UserObject } from "../runtime/user-object.ts";
import { ApexDate, ApexList, ApexMap, ApexSet, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { memorySchema } from "../../data/schema/memory-schema.ts";
import { call, decimal, messageOf, show, strings } from "./member-fixture.ts";

const account = memorySchema([{ name: "Account", keyPrefix: "001", fields: ["Name string name", "Phone phone"] }]).object("Account");
const record = (...values: [string, ApexValue][]): SObjectRecord => new SObjectRecord(account ?? assert.fail("no Account"), values);

/** A class of the project with `equals`, `hashCode` and `compareTo`. */
class Point extends UserObject {
  readonly x: number;
  constructor(x: number) {
    super();
    this.x = x;
  }
  $equals$1(other: ApexValue): boolean {
    return other instanceof Point && other.x === this.x;
  }
  $hashcode$0(): number {
    return this.x;
  }
  $compareto$1(other: ApexValue): number {
    return other instanceof Point ? this.x - other.x : 0;
  }
}

test("keys keep case, compare dates, decimals and records by value, and objects by their equals", () => {
  const set = new ApexSet("Set<Object>", ["a", "A", "a", 1, ApexDate.of(2020, 1, 1), ApexDate.of(2020, 1, 1)]);
  assert.equal(set.size, 4);
  assert.ok(new ApexSet("Set<Decimal>", [decimal("1.0")]).has(decimal("1.00")));
  assert.ok(new ApexSet("Set<Account>", [record(["Name", "x"])]).has(record(["Name", "x"])));
  assert.ok(new ApexSet("Set<Point>", [new Point(1)]).has(new Point(1)));
  assert.ok(!new ApexSet("Set<Point>", [new Point(1)]).has(new Point(2)));
  assert.ok(new ApexSet("Set<List<String>>", [strings("a", null)]).has(strings("a", null)));
});

test("removing an object key leaves no trace of it", () => {
  const set = new ApexSet("Set<Point>", [new Point(1), new Point(2)]);
  assert.equal(set.delete(new Point(1)), true);
  assert.equal(set.delete(new Point(1)), false);
  set.add(new Point(1));
  assert.deepEqual(
    set.toArray().map((point) => (point instanceof Point ? point.x : null)),
    [2, 1],
  );
});

test("a record changed after it became a key is not found any more", () => {
  const key = record(["Name", "x"]);
  const set = new ApexSet("Set<Account>", [key]);
  key.set("Name", "y");
  assert.ok(!set.has(key));
});

test("maps keep the order of insertion and allow a null key; their text is sorted", () => {
  const map = new ApexMap("Map<String,Integer>", [
    ["b", 1],
    [null, 2],
    ["a", 3],
    ["b", 4],
  ]);
  assert.deepEqual([...map.keys()], ["b", null, "a"]);
  assert.equal(show("Map#toString()", map), "{null=2, a=3, b=4}");
  assert.equal(call("Map#put(Object,Object)", map, "a", 5), 3);
  assert.equal(call("Map#remove(Object)", map, "zzz"), null);
});

test("a key set stays connected with its map, values are a copy", () => {
  const map = new ApexMap("Map<String,Integer>", [
    ["a", 1],
    ["b", 2],
  ]);
  const keys = call("Map#keySet()", map);
  assert.ok(keys instanceof ApexSet && keys.type === "Set<String>");
  call("Set#remove(Object)", keys, "a");
  assert.equal(map.size, 1);
  const values = call("Map#values()", map);
  assert.ok(values instanceof ApexList && values.type === "List<Integer>");
  values.items.length = 0;
  assert.equal(map.size, 1);
});

test("a list refuses indexes outside and changes while it is walked through", () => {
  const list = strings("a", "b");
  const message = (run: () => unknown): string => messageOf("System.ListException", run);
  assert.equal(
    message(() => call("List#get(Integer)", list, 3)),
    "List index out of bounds: 3",
  );
  assert.equal(
    message(() => call("List#set(Integer,Object)", list, -1, "x")),
    "List index out of bounds: -1",
  );
  assert.equal(
    messageOf("System.FinalException", () => {
      for (const item of list) list.add(item);
    }),
    "Cannot modify a collection while it is being iterated.",
  );
  list.add("c");
  assert.equal(list.size, 3);
});

test("a set and a map refuse changes while they are walked through, also after a break", () => {
  const set = new ApexSet("Set<String>", ["a", "b"]);
  assert.throws(() => {
    for (const item of set) set.delete(item);
  }, ApexException);
  for (const item of set) if (item === "a") break;
  assert.equal(set.delete("a"), true);
});

test("retainAll, removeAll and addAll say whether they changed the set", () => {
  const set = new ApexSet("Set<Integer>", [1, 2, 3]);
  assert.equal(call("Set#retainAll(List<Object>)", set, new ApexList("List<Integer>", [2, 3, 4])), true);
  assert.equal(call("Set#removeAll(Set<Object>)", set, new ApexSet("Set<Integer>", [9])), false);
  assert.equal(call("Set#addAll(List<Object>)", set, new ApexList("List<Integer>", [3, 4])), true);
  assert.equal(call("Set#containsAll(List<Object>)", set, new ApexList("List<Integer>", [2, 4])), true);
});

test("sorts null first, text by its characters, objects by compareTo, records by name", () => {
  const list = strings("b", null, "B", "a");
  call("List#sort()", list);
  assert.equal(show("List#toString()", list), "(null, B, a, b)");
  const points = new ApexList("List<Point>", [new Point(3), new Point(1), new Point(2)]);
  call("List#sort()", points);
  assert.deepEqual(
    points.items.map((point) => (point instanceof Point ? point.x : null)),
    [1, 2, 3],
  );
  const records = new ApexList("List<Account>", [
    record(["Name", "b"]),
    record(["Name", "a"], ["Phone", "2"]),
    record(["Name", "a"]),
    record(),
  ]);
  call("List#sort()", records);
  assert.equal(show("List#toString()", records), "(Account:{}, Account:{Name=a}, Account:{Name=a, Phone=2}, Account:{Name=b})");
});

test("a deep clone copies records without their ids unless asked to keep them", () => {
  const original = record(["Id", "001000000000001AAA"], ["Name", "x"]);
  const list = new ApexList("List<Account>", [original]);
  assert.equal(show("List#deepClone()", list), "(Account:{Name=x})");
  const kept = call("List#deepClone(Boolean)", list, true);
  assert.ok(kept instanceof ApexList && kept.items[0] !== original);
  assert.equal(show("List#toString()", kept), "(Account:{Id=001000000000001AAA, Name=x})");
  assert.ok(call("List#clone()", list) instanceof ApexList);
});

test("putAll takes records by their id, and one without id too", () => {
  const map = new ApexMap("Map<Id,Account>");
  const putAll = (...records: SObjectRecord[]): unknown => call("Map#putAll(List<SObject>)", map, new ApexList("List<Account>", records));
  putAll(record(["Id", "001000000000001AAA"]));
  assert.ok(map.has("001000000000001AAA"));
  putAll(record());
  assert.ok(map.has(null));
});

test("text of long collections ends after ten elements, of cycles with a mark", () => {
  const list = new ApexList("List<Object>", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  assert.equal(show("List#toString()", list), "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)");
  const cycle = new ApexList("List<Object>");
  cycle.add(cycle);
  assert.equal(show("List#toString()", cycle), "((already output))");
});

/** Limits are several times what an idle machine needs. */
test("200,000 string and map operations take less than half a second", () => {
  const map = new ApexMap("Map<String,Integer>");
  const start = performance.now();
  for (let at = 0; at < 200_000; at++) {
    const key = `key${at % 1000}`;
    const known = map.get(key);
    map.set(key, typeof known === "number" ? known + 1 : 1);
  }
  assert.equal(map.get("key7"), 200);
  assert.ok(performance.now() - start < 500);
});

test("100,000 Comparable objects are sorted within half a second", () => {
  const points = new ApexList("List<Point>");
  for (let at = 0; at < 100_000; at++) points.items.push(new Point((at * 7919) % 100_003));
  const start = performance.now();
  call("List#sort()", points);
  const spent = performance.now() - start;
  assert.ok(spent < 500, `${spent} ms`);
});
