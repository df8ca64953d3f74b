import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexSet } from "../../apex/runtime/collections.ts";
import { queryFixture, type QueryFixture } from "./query-fixture.ts";

const ACCOUNTS = 300;

function largeOrg(): QueryFixture & { readonly accounts: readonly string[] } {
  const org = queryFixture();
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) =>
    org.add("Account", { Name: `Account ${at % 100}`, Code__c: `c${at}`, NumberOfEmployees: at % 3, Active__c: at % 2 === 0 }),
  );
  for (let at = 0; at < ACCOUNTS * 3; at++) {
    org.add("Contact", { Name: `Contact ${at}`, Email: at % 5 === 0 ? null : `c${at % 50}@x.org`, AccountId: accounts[at % 200] ?? null });
  }
  return { ...org, accounts };
}

const org = largeOrg();
const CONDITIONS = [
  "Email = 'C7@x.org'",
  "Email = null",
  "Email IN ('c1@x.org', 'c2@x.org', 'nobody@x.org')",
  "Email IN ('c1@x.org', null)",
  "Email = 'c1@x.org' AND Name LIKE 'Contact 5%'",
  "Email = 'c1@x.org' OR Email = 'c2@x.org'",
  "Email = 'c1@x.org' OR Name LIKE '%77%'",
  "Account.Name = 'Account 7'",
  "Account.Code__c = 'c7'",
  "Account.Code__c = 'C7'",
  "Account.NumberOfEmployees = 2",
  "Account.Name = null",
  "Account.Active__c = false",
  "Account.Name = 'Account 7' AND Email = 'c7@x.org'",
  "AccountId IN (SELECT Id FROM Account WHERE Name = 'Account 7')",
  "Email != 'c1@x.org' AND AccountId = null",
  "NOT Email = 'c1@x.org'",
];

for (const condition of CONDITIONS)
  test(`an index finds for ${condition} what a scan finds`, () => {
    const indexed = org.column(`SELECT Name FROM Contact WHERE ${condition}`);
    const scanned = org.column(
      `SELECT Name FROM Contact WHERE NOT (NOT (${condition.replace(/ IN \(SELECT.*/, " IN :x")}))`,
      subqueryKeys(),
    );
    assert.deepEqual(indexed, scanned);
  });

function subqueryKeys(): ApexSet {
  return new ApexSet("Set<Id>", org.column("SELECT Id FROM Account WHERE Name = 'Account 7'"));
}

test("an index follows inserts, updates, deletes and rollbacks", () => {
  const own = largeOrg();
  const find = (): unknown[] => own.column("SELECT Name FROM Contact WHERE Email = 'fresh@x.org'");
  assert.deepEqual(find(), []);
  const mark = own.store.mark();
  const id = own.add("Contact", { Name: "Fresh", Email: "fresh@x.org" });
  assert.deepEqual(find(), ["Fresh"]);
  own.store.update("Contact", new Map([...(own.store.get(id) ?? []), ["Email", "stale@x.org"]]));
  assert.deepEqual(find(), []);
  own.store.rollbackTo(mark);
  assert.deepEqual(own.column("SELECT Name FROM Contact WHERE Email = 'stale@x.org'"), []);
});

test("rows found by an index come in the order of their ids", () => {
  const ids = org.column("SELECT Id FROM Contact WHERE Email IN ('c9@x.org', 'c1@x.org')");
  assert.deepEqual(ids, ids.toSorted());
});
