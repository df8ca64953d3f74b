import assert from "node:assert/strict";
import { test } from "node:test";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { memorySchema } from "../schema/memory-schema.ts";
import { Store } from "../store/store.ts";
import { prepareDynamicSearch, runSearch, type SearchContext } from "./run-search.ts";
import { SearchIndex } from "./search-index.ts";

const SCHEMA = memorySchema([
  {
    name: "Contact",
    keyPrefix: "003",
    fields: [
      "Name string name",
      "FirstName string",
      "LastName string",
      "Email email",
      "Phone phone",
      "MobilePhone phone",
      "Description textarea long",
      "AccountId reference Account Account Contacts",
    ],
  },
  { name: "Account", keyPrefix: "001", fields: ["Name string name", "Phone phone", "Website url", "Number__c string"] },
  { name: "ContentDocument", keyPrefix: "069", fields: ["Title string name"] },
  {
    name: "ContentVersion",
    keyPrefix: "068",
    fields: ["Title string name", "ContentDocumentId reference ContentDocument ContentDocument -"],
  },
  { name: "Lead", keyPrefix: "00Q", fields: ["Name string name", "Company string", "Phone phone"] },
]);

interface SearchFixture {
  readonly store: Store;
  context: SearchContext;
  add(object: string, fields: Readonly<Record<string, ApexValue>>): string;
  /** Names found, per object. */
  find(text: string, ...binds: ApexValue[]): (ApexValue | undefined)[][];
}

function searchFixture(): SearchFixture {
  const store = new Store(SCHEMA);
  const context: SearchContext = {
    store,
    userId: "",
    timeZone: "GMT",
    locale: "en-US",
    now: 1_000_000,
    calendar: { firstDayOfWeek: 0, fiscalYearStartMonth: 1 },
    meter: { query: () => undefined, rows: () => undefined, locked: () => undefined },
    index: new SearchIndex(store),
    lag: 0,
    fixedResults: null,
  };
  const fixture: SearchFixture = {
    store,
    context,
    add: (object, fields) => {
      const id = store.newId(object);
      store.insert(object, new Map<string, ApexValue>([["Id", id], ...Object.entries(fields)]));
      return id;
    },
    find: (text, ...binds) =>
      runSearch(prepareDynamicSearch(text, SCHEMA), binds, fixture.context).map(({ records }) =>
        records.map((record: SObjectRecord) => record.values.get("Name")),
      ),
  };
  return fixture;
}

const org = searchFixture();
const acme = org.add("Account", {
  Name: "Acme Incorporated",
  Phone: "+44 20 7946 0123",
  Website: "https://www.acme.example",
  Number__c: "4155550142",
});
const joe = org.add("Contact", {
  Name: "Joe Smith",
  FirstName: "Joe",
  LastName: "Smith",
  Email: "joe.smith@acme.example",
  Phone: "(415) 555-0142",
  AccountId: acme,
});
org.add("Contact", {
  Name: "Joe Smythe",
  FirstName: "Joe",
  LastName: "Smythe",
  MobilePhone: "+442079460123",
  Description: "knows Smith of Acme",
});
org.add("Contact", { Name: "Ann Lee", Phone: "020 7946 0123", Description: "rock & roll, 100% (really)" });
org.add("Lead", { Name: "Smith Jones", Company: "Joe's Garage", Phone: "415.555.0142" });

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["FIND {smith} IN NAME FIELDS", ["Joe Smith"]],
  ["FIND {SMITH}", ["Joe Smith", "Joe Smythe"]],
  ["FIND {Joe Smith} IN NAME FIELDS", ["Joe Smith"]],
  ["FIND {Joe Acme}", ["Joe Smith", "Joe Smythe"]],
  ['FIND {"Joe Smith"}', ["Joe Smith"]],
  ['FIND {"Smith Joe"}', []],
  ["FIND {Joe Sm*} IN NAME FIELDS", ["Joe Smith", "Joe Smythe"]],
  ["FIND {Sm?th} IN NAME FIELDS", ["Joe Smith"]],
  ["FIND {Sm?th*} IN NAME FIELDS", ["Joe Smith", "Joe Smythe"]],
  ["FIND {Smith OR Lee} IN NAME FIELDS", ["Joe Smith", "Ann Lee"]],
  ["FIND {Joe AND Smythe}", ["Joe Smythe"]],
  ["FIND {Joe AND NOT Smythe} IN NAME FIELDS", ["Joe Smith"]],
  ["FIND {Ann OR Joe AND Smythe} IN NAME FIELDS", ["Joe Smythe", "Ann Lee"]],
  ["FIND {(Ann OR Joe) AND Smythe} IN NAME FIELDS", ["Joe Smythe"]],
  ["FIND {joe.smith@acme.example} IN EMAIL FIELDS", ["Joe Smith"]],
  ["FIND {acme} IN EMAIL FIELDS", ["Joe Smith"]],
  ["FIND {smith} IN PHONE FIELDS", []],
  ["FIND {rock \\& roll}", ["Ann Lee"]],
  ["FIND {100\\% \\(really\\)}", ["Ann Lee"]],
  ["FIND {Smy} IN SIDEBAR FIELDS", ["Joe Smythe"]],
  ["FIND {*smith} IN NAME FIELDS", ["Joe Smith"]],
  ["FIND {aa2*}", []],
  ["FIND {nothing}", []],
  ["FIND {4155550142} IN PHONE FIELDS", ["Joe Smith"]],
  ["FIND {5550142} IN PHONE FIELDS", ["Joe Smith"]],
  ["FIND {0142} IN PHONE FIELDS", ["Joe Smith"]],
  ["FIND {415*} IN PHONE FIELDS", ["Joe Smith"]],
  ["FIND {\\(415\\) 555\\-0142} IN PHONE FIELDS", ["Joe Smith"]],
  ['FIND {"415-555-0142"} IN PHONE FIELDS', ["Joe Smith"]],
  ["FIND {2079460123} IN PHONE FIELDS", ["Joe Smythe", "Ann Lee"]],
  ["FIND {442079460123} IN PHONE FIELDS", ["Joe Smythe"]],
  ["FIND {55501} IN PHONE FIELDS", []],
];

for (const [text, expected] of CASES)
  test(`${text} finds ${expected.join(", ") || "no contact"}`, () => {
    assert.deepEqual(org.find(`${text} RETURNING Contact(Name)`), [expected]);
  });

test("each object of RETURNING has a list of its own, with its own WHERE, ORDER BY, LIMIT and OFFSET", () => {
  assert.deepEqual(org.find("FIND {4155550142} IN PHONE FIELDS RETURNING Contact(Name), Lead(Name), Account(Name)"), [
    ["Joe Smith"],
    ["Smith Jones"],
    [],
  ]);
  assert.deepEqual(org.find("FIND {Joe} RETURNING Contact(Name WHERE Account.Name LIKE 'Acme%'), Lead(Name)"), [
    ["Joe Smith"],
    ["Smith Jones"],
  ]);
  assert.deepEqual(org.find("FIND {Joe} RETURNING Contact(Name ORDER BY Name DESC LIMIT 1)"), [["Joe Smythe"]]);
  assert.deepEqual(org.find("FIND {Joe} RETURNING Contact(Name ORDER BY Name DESC LIMIT 1 OFFSET 1)"), [["Joe Smith"]]);
  assert.deepEqual(org.find("FIND {Joe} RETURNING Contact(Name), Lead(Name) LIMIT 2"), [["Joe Smith", "Joe Smythe"], []]);
});

test("an object without fields gives ids; without RETURNING every object that has something answers", () => {
  const [found] = runSearch(prepareDynamicSearch("FIND {Smythe} RETURNING Contact", SCHEMA), [], org.context);
  assert.deepEqual([...(found?.records[0]?.values.keys() ?? [])], ["Id"]);
  assert.deepEqual(
    runSearch(prepareDynamicSearch("FIND {Incorporated}", SCHEMA), [], org.context).map(({ object, records }) => [
      object.name,
      records.length,
    ]),
    [["Account", 1]],
  );
});

test("binds give the search text, filters and limits", () => {
  assert.deepEqual(org.find("FIND :x IN NAME FIELDS RETURNING Contact(Name WHERE Name = :y LIMIT :z)", "Joe", "joe smith", 5), [
    ["Joe Smith"],
  ]);
});

test("records of an open transaction are not found, those of a committed one after the lag", () => {
  const own = searchFixture();
  own.context = { ...own.context, lag: 30_000 };
  const mark = own.store.mark();
  own.add("Contact", { Name: "Fresh" });
  const find = (now: number): unknown => {
    own.context = { ...own.context, now };
    return own.find("FIND {Fresh} RETURNING Contact(Name)");
  };
  assert.deepEqual(find(1_000_000), [[]]);
  own.store.commit(mark, 1_000_000);
  assert.deepEqual(find(1_000_000), [[]]);
  assert.deepEqual(find(1_029_999), [[]]);
  assert.deepEqual(find(1_030_000), [["Fresh"]]);
});

test("the index keeps an old text until the change is committed and indexed; deleted records are never found", () => {
  const own = searchFixture();
  const id = own.add("Contact", { Name: "Before" });
  const mark = own.store.mark();
  own.store.update(
    "Contact",
    new Map([
      ["Id", id],
      ["Name", "After"],
    ]),
  );
  assert.deepEqual(own.find("FIND {Before} RETURNING Contact(Name)"), [["After"]]);
  assert.deepEqual(own.find("FIND {After} RETURNING Contact(Name)"), [[]]);
  own.store.commit(mark, 1);
  assert.deepEqual(own.find("FIND {After} RETURNING Contact(Name)"), [["After"]]);
  assert.deepEqual(own.find("FIND {Before} RETURNING Contact(Name)"), [[]]);
  own.store.delete("Contact", id);
  assert.deepEqual(own.find("FIND {After} RETURNING Contact(Name)"), [[]]);
});

test("a rolled back transaction leaves nothing in the index", () => {
  const own = searchFixture();
  const mark = own.store.mark();
  own.add("Contact", { Name: "Undone" });
  own.store.rollbackTo(mark);
  own.store.commit(mark, 1);
  assert.deepEqual(own.find("FIND {Undone} RETURNING Contact(Name)"), [[]]);
});

test("in a test only the fixed ids are found, whatever the text, filtered by WHERE and LIMIT", () => {
  const own = searchFixture();
  const ids = ["One", "Two"].map((name) => own.add("Contact", { Name: name }));
  const account = own.add("Account", { Name: "Three" });
  own.context = { ...own.context, fixedResults: [] };
  assert.deepEqual(own.find("FIND {One} RETURNING Contact(Name)"), [[]]);
  own.context = { ...own.context, fixedResults: [...ids, account, joe] };
  assert.deepEqual(own.find("FIND {whatever} RETURNING Contact(Name), Account(Name)"), [["One", "Two"], ["Three"]]);
  assert.deepEqual(own.find("FIND {whatever} RETURNING Contact(Name WHERE Name = 'Two')"), [["Two"]]);
  assert.deepEqual(own.find("FIND {whatever} RETURNING Contact(Name LIMIT 1)"), [["One"]]);
});

test("files are set as fixed results by the ids of their versions", () => {
  const own = searchFixture();
  const file = own.add("ContentDocument", { Title: "Notes" });
  const version = own.add("ContentVersion", { Title: "Notes", ContentDocumentId: file });
  own.context = { ...own.context, fixedResults: [version] };
  const [found] = runSearch(prepareDynamicSearch("FIND {Notes} RETURNING ContentDocument(Title)", SCHEMA), [], own.context);
  assert.deepEqual(
    found?.records.map(({ id }) => id),
    [file],
  );
});

test("row caps: 250 for one object, 2,000 with WHERE or ORDER BY, and min(2000/n, 250) for several", () => {
  const own = searchFixture();
  for (let at = 0; at < 2100; at++) own.add("Contact", { Name: `Many ${at}` });
  const count = (text: string): number => own.find(text)[0]?.length ?? 0;
  assert.equal(count("FIND {Many} RETURNING Contact(Name)"), 250);
  assert.equal(count("FIND {Many} RETURNING Contact(Name ORDER BY Name)"), 2000);
  assert.equal(count("FIND {Many} RETURNING Contact(Name WHERE Name LIKE 'M%')"), 2000);
  assert.equal(count("FIND {Many} RETURNING Contact(Name ORDER BY Name), Lead(Name)"), 250);
});

test("a text of less than two characters is a SearchException", () => {
  for (const text of ["a", " ", "a*", '""', "\\&"])
    assert.throws(() => org.find("FIND :x RETURNING Contact(Name)", text), {
      typeName: "System.SearchException",
      apexMessage: `search term must be longer than one character: ${text.trim()}`,
    });
});

test("over 4,000 characters operators are only words apart, over 10,000 nothing is found", () => {
  const padded = (text: string, length: number): string => text + " Joe".repeat(Math.ceil((length - text.length) / 4));
  assert.deepEqual(org.find("FIND :x IN NAME FIELDS RETURNING Contact(Name)", padded("Joe AND NOT Smythe", 3000)), [["Joe Smith"]]);
  assert.deepEqual(org.find("FIND :x IN NAME FIELDS RETURNING Contact(Name)", padded("Joe AND NOT Smythe", 4001)), [["Joe Smythe"]]);
  assert.deepEqual(org.find("FIND :x RETURNING Contact(Name)", padded("Joe", 10_001)), [[]]);
});

test("broken expressions and unknown names are SearchExceptions", () => {
  for (const text of ["Joe AND (Smith", '"Joe', "AND Joe"])
    assert.throws(() => org.find("FIND :x RETURNING Contact(Name)", text), { typeName: "System.SearchException" }, text);
  assert.throws(() => org.find("FIND {Joe} RETURNING Nope(Id)"), { typeName: "System.SearchException" });
  assert.throws(() => org.find("FIND {Joe} RETURNING Contact(Nope)"), { typeName: "System.SearchException" });
  assert.throws(() => org.find("FIND {Joe"), { typeName: "System.SearchException" });
});

test("snippets, data categories and list views are refused by name", () => {
  assert.throws(() => org.find("FIND {Joe} RETURNING Contact(Name) WITH SNIPPET"), /WITH snippet in SOSL/);
  assert.throws(() => org.find("FIND {Joe} RETURNING Contact(Name USING ListView = Mine)"), /USING ListView in SOSL/);
});
