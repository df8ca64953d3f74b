import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexList, ApexSet } from "../../apex/runtime/collections.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { date, datetime, decimal, QUERY_SCHEMA, queryFixture } from "./query-fixture.ts";

const org = queryFixture();
const owner = org.add("User", { Name: "Avery Stone" });
const acme = org.add("Account", {
  Name: "Acme",
  Industry: "Media",
  AnnualRevenue: decimal("1000.50"),
  NumberOfEmployees: 10,
  Skills__c: "A;B",
  Code__c: "abc",
  Active__c: true,
  OwnerId: owner,
  CreatedDate: datetime("2026-05-14T00:30:00Z"),
});
const globex = org.add("Account", {
  Name: "Globex 100%",
  Industry: "Banking",
  AnnualRevenue: decimal("20"),
  NumberOfEmployees: 5,
  Skills__c: "B",
  Code__c: "ABC",
  ParentId: acme,
  CreatedDate: datetime("2026-05-12T23:30:00Z"),
});
org.add("Account", { Name: "Empty", CreatedDate: datetime("2026-04-30T12:00:00Z") });
const ann = org.add("Contact", { Name: "Ann", Email: "Ann@Acme.example", AccountId: acme, Birthdate: date("1980-05-14") });
org.add("Contact", { Name: "Bob", AccountId: globex, Birthdate: date("1990-01-01") });
org.add("Contact", { Name: "Cid" });
org.add("Opportunity", { Name: "Big", AccountId: acme, StageName: "Won", CloseDate: date("2026-05-14") });

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["Name = 'ACME'", ["Acme"]],
  ["Name != 'acme'", ["Globex 100%", "Empty"]],
  ["Industry != 'Media'", ["Globex 100%", "Empty"]],
  ["Industry = null", ["Empty"]],
  ["Industry = ''", ["Empty"]],
  ["Industry != null", ["Acme", "Globex 100%"]],
  ["NOT Industry = 'Media'", ["Globex 100%", "Empty"]],
  ["NOT (Industry LIKE 'M%')", ["Globex 100%", "Empty"]],
  ["Industry IN ('media', 'energy')", ["Acme"]],
  ["Industry NOT IN ('media', 'energy')", ["Globex 100%", "Empty"]],
  ["Industry IN ('Media', null)", ["Acme", "Empty"]],
  ["Code__c = 'abc'", ["Acme"]],
  ["Code__c IN ('ABC', 'x')", ["Globex 100%"]],
  ["AnnualRevenue = 1000.5", ["Acme"]],
  ["AnnualRevenue > 20", ["Acme"]],
  ["AnnualRevenue >= 20", ["Acme", "Globex 100%"]],
  ["NOT (AnnualRevenue > 20)", ["Globex 100%"]],
  ["AnnualRevenue < 20.01 AND NumberOfEmployees = 5", ["Globex 100%"]],
  ["Name = 'Acme' OR NumberOfEmployees = 5", ["Acme", "Globex 100%"]],
  ["Name LIKE 'a%'", ["Acme"]],
  ["Name LIKE '%100\\%'", ["Globex 100%"]],
  ["Name > 'B' AND Name < 'F'", ["Empty"]],
  ["Active__c = true", ["Acme"]],
  ["Active__c = false", ["Globex 100%", "Empty"]],
  ["Active__c = null", ["Globex 100%", "Empty"]],
  ["Active__c != true", ["Globex 100%", "Empty"]],
  ["Skills__c INCLUDES ('b')", ["Acme", "Globex 100%"]],
  ["Skills__c INCLUDES ('A;B', 'C')", ["Acme"]],
  ["Skills__c EXCLUDES ('A')", ["Globex 100%", "Empty"]],
  [`Id = '${acme}'`, ["Acme"]],
  [`Id = '${acme.slice(0, 15)}'`, ["Acme"]],
  [`Id > '${acme}' AND Id <= '${globex}'`, ["Globex 100%"]],
  [`Id IN ('${acme.toLowerCase()}', '${globex}')`, ["Acme", "Globex 100%"]],
  ["Parent.Name = 'acme'", ["Globex 100%"]],
  ["Parent.Owner.Name = 'Avery Stone'", ["Globex 100%"]],
  ["Parent.Name = null", ["Acme", "Empty"]],
  ["CreatedDate = TODAY", ["Acme"]],
  ["CreatedDate < TODAY", ["Globex 100%", "Empty"]],
  ["CreatedDate >= YESTERDAY", ["Acme", "Globex 100%"]],
  ["CreatedDate > YESTERDAY", ["Acme"]],
  ["CreatedDate = LAST_N_DAYS:1", ["Acme", "Globex 100%"]],
  ["CreatedDate = LAST_MONTH", ["Empty"]],
  ["CreatedDate != THIS_MONTH", ["Empty"]],
  ["CreatedDate > 2026-05-13T00:00:00Z", ["Acme"]],
  ["CreatedDate = 2026-05-14T01:30:00+01:00", ["Acme"]],
  ["CALENDAR_MONTH(CreatedDate) = 5", ["Acme", "Globex 100%"]],
  ["DAY_IN_MONTH(CreatedDate) = 12", ["Globex 100%"]],
  ["DAY_IN_MONTH(convertTimezone(CreatedDate)) = 13", ["Globex 100%"]],
  ["DAY_ONLY(CreatedDate) = 2026-05-14", ["Acme"]],
  ["HOUR_IN_DAY(CreatedDate) > 12", ["Globex 100%"]],
  ["toLabel(Industry) = 'Media label'", ["Acme"]],
  ["Id IN (SELECT AccountId FROM Contact WHERE Name LIKE 'A%')", ["Acme"]],
  ["Id NOT IN (SELECT AccountId FROM Contact)", ["Empty"]],
  ["Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Won')", ["Acme"]],
  ["OwnerId IN (SELECT Id FROM User WHERE Name = 'Avery Stone')", ["Acme"]],
];

for (const [where, expected] of CASES)
  test(`WHERE ${where} finds ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(org.column(`SELECT Name FROM Account WHERE ${where}`), expected);
  });

const list = (...items: ApexValue[]): ApexList => new ApexList("List<Object>", items);
const BINDS: readonly (readonly [string, string, ApexValue, readonly string[]])[] = [
  ["a string", "Name = :x", "acme", ["Acme"]],
  ["null", "Industry = :x", null, ["Empty"]],
  ["a number as Decimal", "AnnualRevenue = :x", decimal("1000.5"), ["Acme"]],
  ["a number as Integer", "AnnualRevenue > :x", 100, ["Acme"]],
  ["a number as Long", "NumberOfEmployees = :x", 5n, ["Globex 100%"]],
  ["a Boolean", "Active__c = :x", true, ["Acme"]],
  ["a Datetime", "CreatedDate >= :x", datetime("2026-05-14T00:30:00Z"), ["Acme"]],
  ["a list", "Name IN :x", list("acme", "empty"), ["Acme", "Empty"]],
  ["a list after =", "Name = :x", list("acme", "empty"), ["Acme", "Empty"]],
  ["a set", "Id IN :x", new ApexSet("Set<Id>", [globex]), ["Globex 100%"]],
  ["a set to exclude", "Id NOT IN :x", new ApexSet("Set<Id>", [globex]), ["Acme", "Empty"]],
  ["an empty list", "Id IN :x", list(), []],
  ["an empty list to exclude", "Id NOT IN :x", list(), ["Acme", "Globex 100%", "Empty"]],
  ["no list at all", "Id IN :x", null, []],
  ["a list with null", "Industry IN :x", list("Media", null), ["Acme", "Empty"]],
  ["patterns", "Name LIKE :x", list("a%", "%y"), ["Acme", "Empty"]],
  ["one of several values", "Industry IN (:x, 'Banking')", "Media", ["Acme", "Globex 100%"]],
];

for (const [what, where, value, expected] of BINDS)
  test(`a bind of ${what} in WHERE ${where} finds ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(org.column(`SELECT Name FROM Account WHERE ${where}`, value), expected);
  });

test("records in a bind stand for their ids", () => {
  const account = QUERY_SCHEMA.object("Account");
  assert.ok(account !== undefined);
  const records = list(new SObjectRecord(account, [["Id", acme]]), new SObjectRecord(account, [["Id", globex]]));
  assert.deepEqual(org.column("SELECT Name FROM Contact WHERE AccountId IN :x", records), ["Ann", "Bob"]);
  assert.deepEqual(org.column("SELECT Name FROM Contact WHERE AccountId = :x", records.get(0)), ["Ann"]);
});

test("a date field compares with dates, and with the day of a Datetime", () => {
  assert.deepEqual(org.column("SELECT Name FROM Contact WHERE Birthdate = 1980-05-14"), ["Ann"]);
  assert.deepEqual(org.column("SELECT Name FROM Contact WHERE Birthdate > :x", date("1985-01-01")), ["Bob"]);
  assert.deepEqual(org.column("SELECT Name FROM Opportunity WHERE CloseDate = TODAY"), ["Big"]);
  assert.deepEqual(org.column("SELECT Name FROM Opportunity WHERE CloseDate = :x", datetime("2026-05-14T10:00:00Z")), ["Big"]);
});

test("today is the running user's day", () => {
  const west = queryFixture({ timeZone: "America/Los_Angeles" });
  west.add("Opportunity", { Name: "today in the west", CloseDate: date("2026-05-13") });
  assert.deepEqual(west.column("SELECT Name FROM Opportunity WHERE CloseDate = TODAY"), ["today in the west"]);
});

test("a null comparison by order finds nothing, and neither does its negation", () => {
  assert.deepEqual(org.column("SELECT Name FROM Account WHERE AnnualRevenue > :x", null), []);
  assert.deepEqual(org.column("SELECT Name FROM Account WHERE NOT (AnnualRevenue > :x)", null), []);
});

test("aliases and the object's own name may stand before a field", () => {
  assert.deepEqual(org.column("SELECT c.Name FROM Contact c WHERE c.Account.Name = 'Acme'"), ["Ann"]);
  assert.deepEqual(org.column("SELECT c.Name FROM Contact c, c.Account a WHERE a.Name = 'Acme' AND a.Industry = 'Media'"), ["Ann"]);
  assert.deepEqual(org.column("SELECT Contact.Name FROM Contact WHERE Contact.Id = :x", ann), ["Ann"]);
});

test("a bind that does not fit its field is a QueryException", () => {
  assert.throws(() => org.run("SELECT Id FROM Account WHERE Id = :x", "nonsense"), { apexMessage: "invalid ID field: nonsense" });
  assert.throws(() => org.run("SELECT Id FROM Account WHERE NumberOfEmployees = :x", "five"), { typeName: "System.QueryException" });
});
