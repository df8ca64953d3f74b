import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDate } from "../../apex/runtime/date-time.ts";
import { date, datetime, decimal, queryFixture } from "./query-fixture.ts";

const org = queryFixture();
const acme = org.add("Account", { Name: "Acme", Industry: "Media", NumberOfEmployees: 10, CreatedDate: datetime("2026-05-01T00:00:00Z") });
const globex = org.add("Account", {
  Name: "Globex",
  Industry: "Banking",
  NumberOfEmployees: 5,
  CreatedDate: datetime("2026-06-01T00:00:00Z"),
});
org.add("Account", { Name: "media too", Industry: "Media", CreatedDate: datetime("2026-06-02T00:00:00Z") });
org.add("Opportunity", { Name: "a", Amount: decimal("10.50"), StageName: "Won", AccountId: acme, CloseDate: date("2026-01-10") });
org.add("Opportunity", { Name: "b", Amount: decimal("4.50"), StageName: "won", AccountId: acme, CloseDate: date("2026-02-10") });
org.add("Opportunity", { Name: "c", Amount: decimal("100"), StageName: "Lost", AccountId: globex, CloseDate: date("2025-02-10") });
org.add("Opportunity", { Name: "d", StageName: null });

function table(text: string): unknown[][] {
  return org
    .rows(text)
    .map((row) =>
      [...row.values.values()].map((value) =>
        value instanceof Decimal ? value.toString() : value instanceof ApexDate ? value.toIso() : value,
      ),
    );
}

const CASES: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
  ["SELECT COUNT(Id) FROM Opportunity", [[4]]],
  ["SELECT COUNT(Amount), COUNT_DISTINCT(StageName) FROM Opportunity", [[3, 2]]],
  ["SELECT SUM(Amount), MIN(Amount), MAX(Amount) FROM Opportunity", [["115.00", "4.50", "100"]]],
  ["SELECT AVG(Amount) FROM Opportunity WHERE StageName = 'Won'", [["7.5"]]],
  ["SELECT SUM(NumberOfEmployees), AVG(NumberOfEmployees) FROM Account", [[15, "7.5"]]],
  ["SELECT SUM(Amount) FROM Opportunity WHERE Name = 'd'", [[null]]],
  ["SELECT COUNT(Id), MAX(Amount) FROM Opportunity WHERE Name = 'none'", [[0, null]]],
  ["SELECT MAX(Industry), MIN(Industry) FROM Account", [["Banking", "Media"]]],
  ["SELECT MIN(CloseDate) FROM Opportunity", [["2025-02-10"]]],
  [
    "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName",
    [
      ["Won", 2],
      ["Lost", 1],
      [null, 1],
    ],
  ],
  [
    "SELECT Account.Name, SUM(Amount) total FROM Opportunity GROUP BY Account.Name ORDER BY SUM(Amount) DESC NULLS LAST",
    [
      ["Globex", "100"],
      ["Acme", "15.00"],
      [null, null],
    ],
  ],
  ["SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1", [["Media", 2]]],
  ["SELECT Industry FROM Account GROUP BY Industry HAVING Industry LIKE 'b%'", [["Banking"]]],
  ["SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC LIMIT 1", [["Media", 2]]],
  [
    "SELECT CALENDAR_MONTH(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_MONTH(CreatedDate) ORDER BY CALENDAR_MONTH(CreatedDate)",
    [
      [5, 1],
      [6, 2],
    ],
  ],
  ["SELECT CALENDAR_YEAR(CloseDate) y FROM Opportunity WHERE CloseDate != null GROUP BY CloseDate LIMIT 2", [[2026], [2026]]],
  ["SELECT DAY_ONLY(CreatedDate) d FROM Account GROUP BY DAY_ONLY(CreatedDate) LIMIT 1", [["2026-05-01"]]],
  [
    "SELECT Industry, NumberOfEmployees size, COUNT(Id), GROUPING(Industry) g FROM Account GROUP BY ROLLUP(Industry, NumberOfEmployees)",
    [
      ["Media", null, 1, 0],
      ["Media", 10, 1, 0],
      ["Media", null, 2, 0],
      ["Banking", 5, 1, 0],
      ["Banking", null, 1, 0],
      [null, null, 3, 1],
    ],
  ],
  [
    "SELECT Industry, NumberOfEmployees, COUNT(Id) FROM Account WHERE Industry = 'Banking' GROUP BY CUBE(Industry, NumberOfEmployees)",
    [
      ["Banking", 5, 1],
      ["Banking", null, 1],
      [null, 5, 1],
      [null, null, 1],
    ],
  ],
];

for (const [text, expected] of CASES)
  test(text, () => {
    assert.deepEqual(table(text), expected);
  });

test("results are AggregateResult records with their aliases, expr0 and on where none is given", () => {
  const [row] = org.rows(
    "SELECT StageName, Account.Name, COUNT(Id), SUM(Amount) total, MAX(Amount) FROM Opportunity GROUP BY StageName, Account.Name",
  );
  assert.equal(row?.schema.name, "AggregateResult");
  assert.deepEqual([...row.values.keys()], ["StageName", "Name", "expr0", "total", "expr1"]);
  assert.equal(row.schema.fields.get("total")?.apexType, "Decimal");
  assert.equal(row.schema.fields.get("expr0")?.apexType, "Integer");
});

test("COUNT() is a number and stops at LIMIT", () => {
  assert.equal(org.run("SELECT COUNT() FROM Opportunity"), 4);
  assert.equal(org.run("SELECT COUNT() FROM Opportunity WHERE Amount != null LIMIT 2"), 2);
});

test("COUNT is charged one row, or one a group; other aggregates every row they look at", () => {
  const charge = (text: string): number => {
    org.meter.rows = 0;
    org.run(text);
    return org.meter.rows;
  };
  assert.equal(charge("SELECT COUNT() FROM Opportunity"), 1);
  assert.equal(charge("SELECT COUNT(Id) FROM Opportunity"), 1);
  assert.equal(charge("SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName"), 3);
  assert.equal(charge("SELECT SUM(Amount) FROM Opportunity"), 4);
});
