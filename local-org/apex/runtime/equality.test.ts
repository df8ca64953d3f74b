import assert from "node:assert/strict";
import test from "node:test";
import { memorySchema } from "../../data/schema/memory-schema.ts";
import { apexEquals, idsEqual, textEqualsIgnoreCase } from "./equality.ts";
import { hashOf } from "./hash.ts";
import { toText } from "./to-string.ts";
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  Decimal,
  EnumValue,
  SObjectRecord,
} from "./values.ts";
import type { ApexValue } from "./values.ts";

const schema = memorySchema([{ name: "Account", keyPrefix: "001", fields: ["Name string name", "Phone phone"] }]).object("Account");
const account = (...values: [string, ApexValue][]): SObjectRecord => new SObjectRecord(schema ?? assert.fail("no Account"), values);

const EQUAL: readonly (readonly [ApexValue, ApexValue])[] = [
  [null, null],
  ["a", "a"],
  [1, 1n],
  [1, new ApexDouble(1)],
  [new Decimal(100n, 2), 1],
  [new Decimal(10n, 1), new Decimal(100n, 2)],
  [ApexDate.of(2020, 1, 1), ApexDate.of(2020, 1, 1)],
  [new ApexDatetime(5), new ApexDatetime(5)],
  [ApexDate.of(1970, 1, 2), new ApexDatetime(86_400_000)],
  [new ApexTime(5), new ApexTime(5)],
  [ApexBlob.fromText("x"), ApexBlob.fromText("x")],
  [new EnumValue("Color", "RED", 0), new EnumValue("Color", "RED", 0)],
  [new ApexList("List<String>", ["a", null]), new ApexList("List<String>", ["a", null])],
  [new ApexSet("Set<Integer>", [1, 2]), new ApexSet("Set<Integer>", [2, 1])],
  [new ApexMap("Map<String,Integer>", [["a", 1]]), new ApexMap("Map<String,Integer>", [["a", 1]])],
  [account(["Name", "x"]), account(["Name", "x"], ["Phone", null])],
];

const DIFFERENT: readonly (readonly [ApexValue, ApexValue])[] = [
  [null, false],
  ["a", "A"],
  ["1", 1],
  [true, 1],
  [new ApexDouble(Number.NaN), 1n],
  [ApexDate.of(2020, 1, 1), new ApexDatetime(5)],
  [new EnumValue("Color", "RED", 0), new EnumValue("Shade", "RED", 0)],
  [new ApexList("List<String>", ["a", "b"]), new ApexList("List<String>", ["b", "a"])],
  [new ApexMap("Map<String,Integer>", [["a", null]]), new ApexMap("Map<String,Integer>", [["b", null]])],
  [account(["Name", "x"]), account(["Name", "y"])],
];

test("values compare by content, numbers across their kinds", () => {
  for (const [left, right] of EQUAL) assert.ok(apexEquals(left, right) && apexEquals(right, left), `${toText(left)} ${toText(right)}`);
});

test("text keeps its case and kinds do not mix", () => {
  for (const [left, right] of DIFFERENT) assert.ok(!apexEquals(left, right) && !apexEquals(right, left));
});

test("equal values of one kind have equal hash codes", () => {
  for (const [left, right] of EQUAL) if (typeof left === typeof right) assert.equal(hashOf(left), hashOf(right));
  assert.equal(hashOf("hello"), 99162322);
  assert.equal(hashOf(true), 1231);
});

test("the operator on Strings ignores case, on Ids accepts both lengths", () => {
  assert.ok(textEqualsIgnoreCase("\u00c9a", "\u00e9A"));
  assert.ok(!textEqualsIgnoreCase(null, ""));
  assert.ok(idsEqual("001000000000001", "001000000000001AAA"));
  assert.ok(!idsEqual("001000000000001", "001000000000002AAA"));
});
