import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexList } from "../../apex/runtime/collections.ts";
import { ApexAddress, ApexLocation } from "../../apex/runtime/compound.ts";
import { SObjectRecord } from "../../apex/runtime/sobject.ts";
import { datetime, decimal, queryFixture, QUERY_SCHEMA } from "./query-fixture.ts";
import { singleRow } from "./run-query.ts";

const org = queryFixture();
const manager = org.add("User", { Name: "Maria" });
const avery = org.add("User", { Name: "Avery Stone", Email: "avery@example.com", ManagerId: manager });
const queue = org.add("Group", { Name: "Support queue" });
const acme = org.add("Account", { Name: "Acme", OwnerId: avery, Industry: "Media", AnnualRevenue: decimal("5.10") });
const loner = org.add("Account", { Name: "Loner" });
const ann = org.add("Contact", { Name: "Ann", LastName: "Ann", AccountId: acme, OwnerId: avery });
const bob = org.add("Contact", { Name: "Bob", LastName: "Bob", AccountId: acme });
org.add("Contact", { Name: "Cid", LastName: "Cid" });
const lead = org.add("Lead", { Name: "Lee", Company: "Lead Inc" });
const issue = org.add("Case", { CaseNumber: "00001001", Subject: "Broken", OwnerId: queue, ContactId: ann });
org.add("Task", { Subject: "with contact", Status: "Open", WhoId: ann, WhatId: acme, OwnerId: avery });
org.add("Task", { Subject: "with lead", Status: "Completed", WhoId: lead, OwnerId: queue });
org.add("Task", { Subject: "with case", Status: "Open", WhatId: issue });

const first = (text: string): SObjectRecord => {
  const [record] = org.rows(text);
  assert.ok(record !== undefined);
  return record;
};

test("a record carries the selected fields in order, then its Id", () => {
  const record = first("SELECT Name, AnnualRevenue FROM Account");
  assert.deepEqual([...record.values.keys()], ["Name", "AnnualRevenue", "Id"]);
  assert.equal(record.id, acme);
  assert.equal(record.schema, QUERY_SCHEMA.object("Account"));
  assert.throws(() => record.get("Industry"), { typeName: "System.SObjectException" });
});

test("a selected field without a value reads as null, a checkbox as false", () => {
  const record = first("SELECT Industry, Active__c FROM Account WHERE Name = 'Loner'");
  assert.equal(record.get("Industry"), null);
  assert.equal(record.get("Active__c"), false);
});

test("a parent is a record with its own fields, and the reference comes along", () => {
  const record = first("SELECT Account.Name, Account.Owner.Manager.Name FROM Contact WHERE Name = 'Ann'");
  assert.equal(record.get("AccountId"), acme);
  assert.equal(record.parent("Account")?.get("Name"), "Acme");
  assert.equal(record.parent("Account")?.get("OwnerId"), avery);
  assert.equal(record.parent("Account")?.parent("Owner")?.parent("Manager")?.get("Name"), "Maria");
  assert.throws(() => record.parent("Account")?.get("Industry"), { typeName: "System.SObjectException" });
});

test("a missing parent is null", () => {
  assert.equal(first("SELECT Account.Name FROM Contact WHERE Name = 'Cid'").parent("Account"), null);
});

test("a polymorphic parent has the fields of Name, whatever its object calls them", () => {
  const names = org.rows("SELECT Who.Name, Who.Type, What.Name, What.Type, Owner.Name FROM Task ORDER BY CreatedDate");
  const read = (relationship: string): unknown[] =>
    names.map((record) => {
      const parent = record.parent(relationship);
      return parent === null ? null : [parent.get("Name"), parent.values.get("Type") ?? null];
    });
  assert.deepEqual(read("Who"), [["Ann", "Contact"], ["Lee", "Lead"], null]);
  assert.deepEqual(read("What"), [["Acme", "Account"], null, ["00001001", "Case"]]);
  assert.deepEqual(read("Owner"), [["Avery Stone", null], ["Support queue", null], null]);
  assert.equal(names[0]?.parent("Who")?.schema.name, "Name");
  assert.equal(names[0].parent("Who")?.id, ann);
});

test("polymorphic parents can be filtered by name and type", () => {
  assert.deepEqual(org.column("SELECT Subject FROM Task WHERE Who.Type = 'Lead'"), ["with lead"]);
  assert.deepEqual(org.column("SELECT Subject FROM Task WHERE What.Name = 'acme'"), ["with contact"]);
  assert.deepEqual(org.column("SELECT CaseNumber FROM Case WHERE Owner.Name LIKE 'support%'"), ["00001001"]);
});

test("TYPEOF gives each parent the fields of its type, or those of Name", () => {
  const text = "SELECT TYPEOF What WHEN Account THEN Industry, Owner.Name ELSE Name END FROM Task";
  const [account, none, otherwise] = org.rows(text).map((record) => record.parent("What"));
  assert.equal(account?.schema.name, "Account");
  assert.equal(account.get("Industry"), "Media");
  assert.equal(account.parent("Owner")?.get("Name"), "Avery Stone");
  assert.equal(none, null);
  assert.equal(otherwise?.schema.name, "Name");
  assert.equal(otherwise.get("Name"), "00001001");
});

test("TYPEOF without ELSE hides parents of other types", () => {
  const parents = org.rows("SELECT TYPEOF What WHEN Account THEN Name END FROM Task").map((record) => record.parent("What"));
  assert.deepEqual(
    parents.map((parent) => parent?.get("Name") ?? null),
    ["Acme", null, null],
  );
});

test("children come as lists, filtered, sorted and cut for each parent", () => {
  const rows = org.rows("SELECT Name, (SELECT Name FROM Contacts ORDER BY Name DESC) FROM Account");
  const names = rows.map((row) =>
    row.children.get("Contacts")?.items.map((child) => (child instanceof SObjectRecord ? child.get("Name") : null)),
  );
  assert.deepEqual(names, [["Bob", "Ann"], []]);
  const [row] = org.rows("SELECT (SELECT Id FROM Contacts WHERE Name LIKE 'A%' LIMIT 1) FROM Account");
  const children = row?.children.get("Contacts");
  assert.ok(children instanceof ApexList);
  assert.equal(children.type, "List<Contact>");
  assert.deepEqual(
    children.items.map((child) => (child instanceof SObjectRecord ? child.id : null)),
    [ann],
  );
});

test("children may have parents, and subqueries of their own", () => {
  const row = first(
    "SELECT (SELECT Name, Owner.Name, (SELECT CaseNumber FROM Cases) FROM Contacts WHERE Id = :x) FROM Account".replace(":x", `'${ann}'`),
  );
  const child = row.children.get("Contacts")?.items[0];
  assert.ok(child instanceof SObjectRecord);
  assert.equal(child.parent("Owner")?.get("Name"), "Avery Stone");
  assert.equal(child.children.get("Cases")?.size, 1);
});

test("toLabel stands where its field would; an alias gives a name of its own", () => {
  assert.equal(first("SELECT toLabel(Industry) FROM Account").values.get("Industry"), "Media label");
  const record = first("SELECT Industry, toLabel(Industry) label FROM Account");
  assert.deepEqual([record.values.get("Industry"), record.values.get("label")], ["Media", "Media label"]);
});

test("FORMAT writes numbers, dates and datetimes as the user's locale does", () => {
  const own = queryFixture({ timeZone: "America/Los_Angeles" });
  own.add("Account", { NumberOfEmployees: 12345, CreatedDate: datetime("2026-05-14T02:05:00Z") });
  const [record] = own.rows("SELECT FORMAT(NumberOfEmployees) size, FORMAT(CreatedDate) made FROM Account");
  assert.equal(record?.values.get("size"), "12,345");
  assert.equal(record.values.get("made"), "5/13/2026, 7:05 PM");
});

test("ORDER BY sorts text without case, nulls first unless told otherwise, equal rows by id", () => {
  const own = queryFixture();
  for (const name of ["b", "A", null, "C", "a"]) own.add("Account", { Name: name });
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY Name"), [null, "A", "a", "b", "C"]);
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY Name DESC"), [null, "C", "b", "A", "a"]);
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY Name NULLS LAST"), ["A", "a", "b", "C", null]);
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY Name DESC NULLS LAST LIMIT 2 OFFSET 1"), ["b", "A"]);
});

test("ORDER BY sorts picklists by the order of their values and follows parents", () => {
  const own = queryFixture();
  const one = own.add("Account", { Name: "One", Industry: "Energy", NumberOfEmployees: 2 });
  const two = own.add("Account", { Name: "Two", Industry: "Banking", NumberOfEmployees: 2 });
  own.add("Account", { Name: "Three", Industry: "Odd", NumberOfEmployees: 1 });
  own.add("Contact", { Name: "of one", AccountId: one });
  own.add("Contact", { Name: "of two", AccountId: two });
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY Industry"), ["Two", "One", "Three"]);
  assert.deepEqual(own.column("SELECT Name FROM Account ORDER BY NumberOfEmployees DESC, Name"), ["One", "Two", "Three"]);
  assert.deepEqual(own.column("SELECT Name FROM Contact ORDER BY Account.Name DESC"), ["of two", "of one"]);
});

test("LIMIT and OFFSET take binds", () => {
  assert.deepEqual(org.column("SELECT Name FROM Contact ORDER BY Name LIMIT :x OFFSET :y", 1, 1), ["Bob"]);
  assert.deepEqual(org.column("SELECT Name FROM Contact LIMIT 0"), []);
  assert.throws(() => org.run("SELECT Id FROM Contact LIMIT :x", -1), { typeName: "System.QueryException" });
  assert.throws(() => org.run("SELECT Id FROM Contact OFFSET :x", 2001), { apexMessage: "Maximum SOQL offset allowed is 2000" });
});

test("ALL ROWS reads the recycle bin, its parents and children too", () => {
  const own = queryFixture();
  const account = own.add("Account", { Name: "Gone" });
  const contact = own.add("Contact", { Name: "Left", AccountId: account });
  own.store.delete("Contact", contact);
  own.store.delete("Account", account);
  assert.deepEqual(own.column("SELECT Name FROM Account"), []);
  assert.deepEqual(own.column("SELECT Name FROM Account WHERE IsDeleted = true ALL ROWS"), ["Gone"]);
  assert.equal(own.rows("SELECT Account.Name FROM Contact ALL ROWS")[0]?.parent("Account")?.get("Name"), "Gone");
  assert.equal(own.rows("SELECT (SELECT Id FROM Contacts) FROM Account ALL ROWS")[0]?.children.get("Contacts")?.size, 1);
});

test("USING SCOPE mine keeps the running user's own records", () => {
  const own = queryFixture({ userId: avery });
  own.add("Account", { Name: "Mine", OwnerId: avery });
  own.add("Account", { Name: "Other" });
  assert.deepEqual(own.column("SELECT Name FROM Account USING SCOPE mine"), ["Mine"]);
  assert.deepEqual(own.column("SELECT Name FROM Account USING SCOPE everything"), ["Mine", "Other"]);
  assert.throws(() => own.run("SELECT Name FROM Account USING SCOPE team"), /USING SCOPE team/);
});

test("FOR UPDATE reports the rows it locks", () => {
  org.meter.locked.length = 0;
  org.run("SELECT Id FROM Contact WHERE Name = 'Bob' FOR UPDATE");
  assert.deepEqual(org.meter.locked, [bob]);
});

test("a query counts once, its subqueries as children, and every row that comes back", () => {
  Object.assign(org.meter, { queries: 0, children: 0, rows: 0 });
  org.run("SELECT Id, (SELECT Id FROM Contacts) FROM Account");
  assert.deepEqual([org.meter.queries, org.meter.children, org.meter.rows], [1, 1, 4]);
});

test("FIELDS(STANDARD) selects the standard fields; the open-ended groups only outside Apex and with a limit", () => {
  const own = queryFixture({ api: "rest" });
  own.add("Lead", { Name: "Lee" });
  assert.deepEqual([...(own.rows("SELECT FIELDS(STANDARD) FROM Lead")[0]?.values.keys() ?? [])].slice(0, 2), ["Id", "IsDeleted"]);
  assert.equal(own.rows("SELECT FIELDS(ALL) FROM Lead LIMIT 200").length, 1);
  assert.throws(() => own.run("SELECT FIELDS(ALL) FROM Lead"), /must have a LIMIT of at most 200/);
  assert.throws(() => org.run("SELECT FIELDS(CUSTOM) FROM Lead LIMIT 1"), /unbounded set of fields/);
});

test("one record is taken only from exactly one row", () => {
  assert.equal(singleRow(org.rows("SELECT Id FROM Lead")).id, lead);
  assert.throws(() => singleRow(org.rows("SELECT Id FROM Lead LIMIT 0")), { apexMessage: "List has no rows for assignment to SObject" });
  assert.throws(() => singleRow(org.rows("SELECT Id FROM Account")), { apexMessage: "List has more than 1 row for assignment to SObject" });
  assert.ok(loner);
});

test("an object that the platform fills is refused while it has no records, not answered with none", () => {
  const own = queryFixture();
  own.add("Account", { Name: "One" });
  assert.throws(() => own.run("SELECT Id FROM OpenActivity"), /records of OpenActivity, which the platform derives/);
  assert.throws(() => own.run("SELECT (SELECT Id FROM OpenActivities) FROM Account"), /records of OpenActivity/);
  own.add("OpenActivity", { Subject: "seeded" });
  assert.deepEqual(own.column("SELECT Subject FROM OpenActivity"), ["seeded"]);
});

test("addresses and locations are put together from their components", () => {
  const own = queryFixture();
  own.add("Account", { BillingCity: "London", Place__Latitude__s: decimal("51.5"), Place__Longitude__s: decimal("-0.12") });
  own.add("Account", { Name: "none" });
  const [address, none] = own.column("SELECT BillingAddress FROM Account");
  assert.ok(address instanceof ApexAddress);
  assert.deepEqual(address.parts, { city: "London", postalCode: null });
  assert.equal(none, null);
  const [place] = own.column("SELECT Place__c FROM Account");
  assert.ok(place instanceof ApexLocation);
  assert.equal(Math.round(place.distanceTo(new ApexLocation(48.85, 2.35), "km")), 343);
});
