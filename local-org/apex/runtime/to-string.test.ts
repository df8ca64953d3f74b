import assert from "node:assert/strict";
import test from "node:test";
import { memorySchema } from "../../data/schema/memory-schema.ts";
import type { ClassMeta, FieldMeta } from "./class-meta.ts";
import { ClassRef } from "./class-ref.ts";
import { toText, valueOfText } from "./to-string.ts";
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  Decimal,
  EnumValue,
  SObjectRecord,
  UserObject,
  type ApexValue,
} from "./values.ts";

const schema = memorySchema([{ name: "Account", keyPrefix: "001", fields: ["Name string name"] }]).object("Account");

const field = (name: string, type: string): FieldMeta => ({
  name,
  type,
  kind: "field",
  storage: `f_${name}`,
  accessor: null,
  canRead: true,
  canWrite: true,
  isStatic: false,
  isTransient: false,
  access: "public",
  annotations: [],
});
const meta: Pick<ClassMeta, "name" | "superClass" | "fields"> = {
  name: "Outer.Foo",
  superClass: null,
  fields: [field("a", "Integer"), field("d", "Double"), field("b", "String")],
};

class Foo extends UserObject {
  f_a = 1;
  f_d = 2;
  f_b = null;
}
Object.assign(Foo.prototype, { $meta: meta });

class Named extends Foo {
  $tostring$0(): string {
    return "I am named";
  }
}

const TEXTS: readonly (readonly [ApexValue, string])[] = [
  [null, "null"],
  [true, "true"],
  [5n, "5"],
  [new ApexDouble(1), "1.0"],
  [new ApexDouble(1e10), "1.0E10"],
  [new ApexDouble(0.0001), "1.0E-4"],
  [new ApexDouble(123456.789), "123456.789"],
  [new Decimal(110n, 2), "1.10"],
  [ApexDate.of(2020, 1, 31), "2020-01-31 00:00:00"],
  [new ApexDatetime(0), "1970-01-01 00:00:00"],
  [ApexTime.of(1, 2, 3, 4), "01:02:03.004Z"],
  [ApexBlob.fromText("abc"), "Blob[3]"],
  [new EnumValue("Color", "RED", 0), "RED"],
  [ClassRef.of("List<String>"), "List<String>"],
  [new ApexList("List<Object>", ["a", null, new ApexList("List<Integer>", [1])]), "(a, null, (1))"],
  [new ApexSet("Set<Integer>", [2, 1]), "{1, 2}"],
  [new ApexMap("Map<String,Integer>", [["k", 1]]), "{k=1}"],
  [new SObjectRecord(schema ?? assert.fail("no Account"), [["Name", "x"]]), "Account:{Name=x}"],
  [new Foo(), "Foo:[a=1, b=null, d=2.0]"],
  [new Named(), "I am named"],
  [new ApexException("System.MathException", "Divide by 0"), "System.MathException: Divide by 0"],
];

test("prints every kind of value as the debug log does", () => {
  for (const [value, text] of TEXTS) assert.equal(toText(value), text);
});

test("String.valueOf differs for null and dates", () => {
  assert.equal(valueOfText(null), null);
  assert.equal(valueOfText(ApexDate.of(2020, 1, 31)), "2020-01-31");
  assert.equal(valueOfText(new ApexDatetime(0)), "1970-01-01 00:00:00");
});
