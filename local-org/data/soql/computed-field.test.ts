import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { datetime, decimal, queryFixture } from "./query-fixture.ts";

const bare = queryFixture();
const owner = bare.add("User", { Name: "Avery" });
const org = queryFixture({ userId: owner });
org.add("User", { Id: owner, Name: "Avery" });
const big = org.add("Account", {
  Name: "Big",
  NumberOfEmployees: 500,
  AnnualRevenue: decimal("10.255"),
  OwnerId: owner,
  CreatedDate: datetime("2026-05-04T12:00:00Z"),
});
org.add("Account", { Name: "Small", NumberOfEmployees: 5, ParentId: big, CreatedDate: datetime("2026-05-14T00:30:00Z") });

test("a formula field is evaluated for each row, with the fields of its parents", () => {
  assert.deepEqual(org.column("SELECT Size__c FROM Account"), ["large", "small"]);
  assert.deepEqual(org.column("SELECT Parent_Size__c FROM Account"), ["/", "Big/large"]);
  assert.deepEqual(org.column("SELECT Mine__c FROM Account"), [true, false]);
});

test("numbers have the scale of the field, and empty ones count as zero", () => {
  const [first, second] = org.column("SELECT Doubled__c FROM Account");
  assert.ok(first instanceof Decimal && second instanceof Decimal);
  assert.deepEqual([first.toString(), second.toString()], ["20.51", "0.00"]);
});

test("dates are those of the running user's zone", () => {
  assert.deepEqual(
    org.column("SELECT Age__c FROM Account").map((age) => (age instanceof Decimal ? age.toString() : age)),
    ["10", "0"],
  );
});

test("formula fields can be filtered and sorted by", () => {
  assert.deepEqual(org.column("SELECT Name FROM Account WHERE Size__c = 'SMALL'"), ["Small"]);
  assert.deepEqual(org.column("SELECT Name FROM Account WHERE Doubled__c > 20"), ["Big"]);
  assert.deepEqual(org.column("SELECT Name FROM Account ORDER BY Size__c DESC"), ["Small", "Big"]);
  assert.deepEqual(org.column("SELECT Name FROM Account WHERE Parent.Size__c = 'large'"), ["Small"]);
});
