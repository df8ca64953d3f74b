import assert from "node:assert/strict";
import { test } from "node:test";
import { prepareDynamicSearch } from "../data/sosl/run-search.ts";
import type { ApexValue } from "../apex/runtime/values.ts";
import type { Transaction } from "./context.ts";
import { memoryOrg, transact } from "./memory-org.ts";
import { searchRecords } from "./search-context.ts";
import { TestContext } from "./test-context.ts";

function addAccount({ org }: Transaction, name: string): string {
  const id = org.store.newId("Account");
  org.store.insert(
    "Account",
    new Map<string, ApexValue>([
      ["Id", id],
      ["Name", name],
    ]),
  );
  return id;
}

function namesFound(transaction: Transaction): (ApexValue | undefined)[] {
  const search = prepareDynamicSearch("FIND {Acme} RETURNING Account(Name)", transaction.org.schema);
  return searchRecords(search, [], transaction).flatMap(({ records }) => records.map((record) => record.values.get("Name")));
}

test("a search finds what earlier transactions committed, never what its own wrote", () => {
  const org = memoryOrg();
  transact(org, (transaction) => {
    addAccount(transaction, "Acme one");
    assert.deepEqual(namesFound(transaction), []);
  });
  transact(org, (transaction) => {
    addAccount(transaction, "Acme two");
    assert.deepEqual(namesFound(transaction), ["Acme one"]);
  });
});

test("records appear in searches as long after their commit as the org's setting says", () => {
  const org = memoryOrg([], undefined, { searchIndexLag: 30 });
  org.clock.fix(1_000_000);
  transact(org, (transaction) => addAccount(transaction, "Acme"));
  org.clock.advance(29_999);
  assert.deepEqual(transact(org, namesFound), []);
  org.clock.advance(1);
  assert.deepEqual(transact(org, namesFound), ["Acme"]);
});

test("in tests only fixed results are found", () => {
  const org = memoryOrg();
  transact(org, (transaction) => addAccount(transaction, "Acme"));
  const context = new TestContext("SearchTest", "finds");
  transact(
    org,
    (transaction) => {
      const id = addAccount(transaction, "Other");
      assert.deepEqual(namesFound(transaction), []);
      context.fixedSearchResults = [id];
      assert.deepEqual(namesFound(transaction), ["Other"]);
    },
    { test: context },
  );
});

test("searches count against their limit and their rows against none", () => {
  const org = memoryOrg();
  transact(org, (transaction) => addAccount(transaction, "Acme"));
  transact(org, (transaction) => {
    for (let at = 0; at < 20; at++) namesFound(transaction);
    assert.equal(transaction.limits.used.soslQueries, 20);
    assert.equal(transaction.limits.used.queryRows, 0);
    assert.throws(() => namesFound(transaction), /Too many SOSL queries: 21/);
  });
});
