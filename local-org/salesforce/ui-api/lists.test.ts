import assert from "node:assert/strict";
import { test } from "node:test";
import { ProjectFaults } from "../engine.ts";
import { create, get, metadata, refusal, UI_API, uiOrg } from "./ui-fixture.ts";
import type { ListInfo, ListRecords, ListSummaryCollection, ListUi } from "./wire.ts";

const MAIN_LINES = metadata(
  "ListView",
  `<fullName>MainLines</fullName><columns>NAME</columns><columns>Number__c</columns><columns>Contact__c</columns><columns>OWNER.ALIAS</columns>
  <booleanFilter>1 AND 2</booleanFilter><filterScope>Everything</filterScope>
  <filters><field>Kind__c</field><operation>equals</operation><value>Main,Other</value></filters>
  <filters><field>NAME</field><operation>notContain</operation><value>hidden</value></filters><label>Main Lines</label>`,
);

const engine = uiOrg({ "objects/Line__c/listViews/MainLines.listView-meta.xml": MAIN_LINES });
const contactId = create(engine, "Contact", { LastName: "Marsh" });
for (const Name of ["B", "A", "C", "D hidden"])
  create(engine, "Line__c", { Name, Contact__c: contactId, Number__c: `+4420${Name.length}` });
create(engine, "Line__c", { Name: "E", Kind__c: "Mobile" });

const records = (path: string): ListRecords => get(engine, `${UI_API}/list-records/Line__c/${path}`) as ListRecords;
const names = ({ records: rows }: ListRecords): unknown => rows.map(({ fields }) => fields["Name"]?.value);

test("an object has Recently Viewed first and then its list views by label", () => {
  const { lists } = get(engine, `${UI_API}/list-info/Line__c`) as ListSummaryCollection;
  assert.deepEqual(
    lists.map(({ apiName, label }) => [apiName, label]),
    [
      ["__Recent", "Recently Viewed"],
      ["All", "All Lines"],
      ["MainLines", "Main Lines"],
    ],
  );
});

test("a list view of the project has its columns and filters", () => {
  const info = get(engine, `${UI_API}/list-info/Line__c/MainLines`) as ListInfo;
  assert.deepEqual(
    info.displayColumns.map(({ fieldApiName, label, lookupId }) => [fieldApiName, label, lookupId]),
    [
      ["Name", "Line Name", "Id"],
      ["Number__c", "Number", null],
      ["Contact__c", "Contact", null],
      ["Owner.Alias", "Owner Alias", null],
    ],
  );
  assert.deepEqual(names(records("MainLines")), ["A", "B", "C"]);
});

test("records are sorted, cut into pages and searched", () => {
  assert.deepEqual(names(records("MainLines?sortBy=-Line__c.Name")), ["C", "B", "A"]);
  const first = records("MainLines?pageSize=2");
  assert.deepEqual(names(first), ["A", "B"]);
  assert.equal(first.previousPageToken, null);
  const second = get(engine, first.nextPageUrl ?? assert.fail()) as ListRecords;
  assert.deepEqual(names(second), ["C"]);
  assert.equal(second.nextPageToken, null);
  assert.equal(second.previousPageToken, "0");
  assert.deepEqual(names(records("All?searchTerm=hid")), ["D hidden"]);
  assert.deepEqual(names(records("All?searchTerm=%25")), []);
});

test("Mine shows what the running user owns", () => {
  assert.equal((get(engine, `${UI_API}/list-records/Contact/MyContacts`) as ListRecords).count, 1);
  create(engine, "User", {
    Username: "robin@example.com",
    LastName: "Vale",
    Email: "robin@example.com",
    Alias: "robin",
    TimeZoneSidKey: "Europe/London",
    LocaleSidKey: "en_GB",
    LanguageLocaleKey: "en_US",
    EmailEncodingKey: "UTF-8",
    ProfileId: profileId(),
  });
  assert.equal((get(engine, `${UI_API}/list-records/Contact/MyContacts`, { user: "robin@example.com" }) as ListRecords).count, 0);
});

function profileId(): string {
  const soql = encodeURIComponent("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const { records: rows } = get(engine, `/services/data/v67.0/query?q=${soql}`) as { records: { Id: string }[] };
  return rows[0]?.Id ?? assert.fail();
}

test("recently viewed records are those opened with updateMru, newest first", () => {
  const other = create(engine, "Contact", { LastName: "Stone" });
  for (const id of [contactId, other]) get(engine, `${UI_API}/records/${id}?fields=Contact.Id&updateMru=true`);
  const recent = get(engine, `${UI_API}/list-records/Contact/__Recent`) as ListRecords;
  assert.deepEqual(
    recent.records.map(({ id }) => id),
    [other, contactId],
  );
});

test("list-ui gives a list view by name or id with its records", () => {
  const ui = get(engine, `${UI_API}/list-ui/Line__c/MainLines`) as ListUi;
  const byId = get(engine, `${UI_API}/list-ui/${ui.info.listReference.id}`) as ListUi;
  assert.deepEqual(byId.info, ui.info);
  assert.equal(byId.records.count, 3);
});

test("every built-in list view of standard objects can be read", () => {
  for (const object of ["Account", "Contact", "Lead", "Case", "Opportunity", "Task", "Event", "User"]) {
    const { lists } = get(engine, `${UI_API}/list-info/${object}`) as ListSummaryCollection;
    assert.ok(lists.length > 1, object);
    for (const { apiName } of lists) get(engine, `${UI_API}/list-ui/${object}/${apiName}`);
  }
});

test("unknown list views, sort fields and parameters are refused by name", () => {
  assert.match(refusal(engine, `${UI_API}/list-records/Line__c/Nope`)[2], /no list view Nope of Line__c/);
  assert.match(refusal(engine, `${UI_API}/list-records/Line__c/All?sortBy=Nope`)[2], /Nope/);
  assert.match(refusal(engine, `${UI_API}/list-records/Line__c/All?where=x`)[2], /'where'/);
  assert.match(refusal(engine, `${UI_API}/list-records/Line__c/All?pageSize=5000`)[2], /pageSize/);
});

test("a list view that names unknown columns, operations or scopes stops the start with its place", () => {
  const path = "objects/Line__c/listViews/MainLines.listView-meta.xml";
  const faults: readonly (readonly [from: string, to: string, fault: RegExp])[] = [
    ["<columns>Number__c", "<columns>Nope__c", /listView-meta\.xml:\d+: the column Nope__c is no field of Line__c/],
    ["notContain", "within", /filters with the operation within are not supported/],
    [">Everything<", ">Queue<", /list views with the scope Queue are not supported/],
  ];
  for (const [from, to, fault] of faults) {
    assert.throws(
      () => uiOrg({ [path]: MAIN_LINES.replace(from, to) }),
      (error) => error instanceof ProjectFaults && fault.test(error.message),
      to,
    );
  }
});
