import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexDate } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { date, decimal, queryFixture } from "./query-fixture.ts";

const org = queryFixture();
const acme = org.add("Account", { Name: "Acme" });
org.add("Account", { Name: "None" });
org.add("Opportunity", { Amount: decimal("100.5"), StageName: "Won", CloseDate: date("2026-01-01"), AccountId: acme });
org.add("Opportunity", { Amount: decimal("1"), StageName: "paid", CloseDate: date("2026-03-01"), AccountId: acme });
org.add("Opportunity", { StageName: "Lost", AccountId: acme });

function column(text: string): unknown[] {
  return org.column(text).map((value) => (value instanceof Decimal ? value.toString() : value instanceof ApexDate ? value.toIso() : value));
}

test("a roll-up counts, sums and picks among the detail records that pass its filter", () => {
  assert.deepEqual(column("SELECT Won__c FROM Account"), ["2", "0"]);
  assert.deepEqual(column("SELECT Total__c FROM Account"), ["101.50", "0.00"]);
  assert.deepEqual(column("SELECT Last__c FROM Account"), ["2026-03-01", null]);
});

test("a roll-up follows its detail records", () => {
  const mark = org.store.mark();
  const id = org.add("Opportunity", { Amount: decimal("5"), StageName: "Won", AccountId: acme });
  assert.deepEqual(column("SELECT Total__c FROM Account WHERE Won__c = 3"), ["106.50"]);
  org.store.delete("Opportunity", id);
  assert.deepEqual(column("SELECT Total__c FROM Account WHERE Won__c = 2"), ["101.50"]);
  org.store.rollbackTo(mark);
  org.store.release(mark);
});

test("formulas read roll-ups", () => {
  assert.deepEqual(column("SELECT Large__c FROM Account"), [true, false]);
});
