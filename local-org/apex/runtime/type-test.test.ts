import assert from "node:assert/strict";
import test from "node:test";
import { cast, instanceOf } from "./type-test.ts";
import { ApexDate, ApexDatetime, ApexDouble, ApexException, ApexList, Decimal, type ApexValue } from "./values.ts";

const LONG = 9n;
const DECIMAL = new Decimal(999n, 2);

test("a number is an instance of the kinds it widens to, a Date of Datetime", () => {
  const kinds = (value: ApexValue): string[] => ["Integer", "Long", "Double", "Decimal"].filter((type) => instanceOf(value, type));
  assert.deepEqual(kinds(9), ["Integer", "Long", "Double", "Decimal"]);
  assert.deepEqual(kinds(LONG), ["Long", "Double", "Decimal"]);
  assert.deepEqual(kinds(DECIMAL), ["Double", "Decimal"]);
  assert.deepEqual(kinds(new ApexDouble(9)), ["Double", "Decimal"]);
  assert.ok(instanceOf(ApexDate.of(2020, 1, 1), "Datetime"));
  assert.ok(!instanceOf(new ApexDatetime(0), "Date"));
});

test("a cast widens the value and refuses what is of another kind", () => {
  assert.deepEqual(cast(9, "Decimal"), new Decimal(9n, 0));
  assert.equal(cast(9, "Long"), 9n);
  assert.deepEqual(cast(ApexDate.of(1970, 1, 2), "Datetime"), new ApexDatetime(86_400_000));
  assert.throws(() => cast(new ApexList("List<String>"), "Set<String>"), ApexException);
  assert.throws(() => cast(DECIMAL, "Integer"), ApexException);
});
