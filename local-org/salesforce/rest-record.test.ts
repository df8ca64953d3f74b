import assert from "node:assert/strict";
import { test } from "node:test";
import { QUERY_SCHEMA, decimal, queryFixture } from "../data/soql/query-fixture.ts";
import { prepareQueryText } from "../data/soql/query-text.ts";
import { runRows } from "../data/soql/run-query.ts";
import { queryResult } from "./rest-record.ts";

const org = queryFixture({ api: "rest" });
const owner = org.add("User", { Name: "Avery" });
const account = org.add("Account", { Name: "Acme", AnnualRevenue: decimal("5.50"), OwnerId: owner });
const contact = org.add("Contact", { Name: "Ann", AccountId: account });

function answer(text: string): unknown {
  const prepared = prepareQueryText(text, QUERY_SCHEMA, "rest");
  return queryResult(runRows(prepared, [], org.context), "v67.0", prepared.plan);
}

const attributes = (type: string, id: string): object => ({ type, url: `/services/data/v67.0/sobjects/${type}/${id}` });

test("a record shows what its query names, in that order, and neither its id nor foreign keys besides", () => {
  assert.deepEqual(answer("SELECT AnnualRevenue, Owner.Name, Name FROM Account"), {
    totalSize: 1,
    done: true,
    records: [
      {
        attributes: attributes("Account", account),
        AnnualRevenue: 5.5,
        Owner: { attributes: attributes("User", owner), Name: "Avery" },
        Name: "Acme",
      },
    ],
  });
});

test("children are a query result of their own, or null", () => {
  const records = [{ attributes: attributes("Contact", contact), Name: "Ann" }];
  assert.deepEqual(answer("SELECT Id, (SELECT Name FROM Contacts), (SELECT Id FROM Opportunities) FROM Account"), {
    totalSize: 1,
    done: true,
    records: [
      { attributes: attributes("Account", account), Id: account, Contacts: { totalSize: 1, done: true, records }, Opportunities: null },
    ],
  });
});

test("aggregates have their aliases and no address", () => {
  assert.deepEqual(answer("SELECT COUNT(Id) total, MAX(AnnualRevenue) FROM Account"), {
    totalSize: 1,
    done: true,
    records: [{ attributes: { type: "AggregateResult" }, total: 1, expr0: 5.5 }],
  });
});
