import assert from "node:assert/strict";
import { test } from "node:test";
import { ProjectFaults } from "../engine.ts";
import { get, metadata, refusal, UI_API, uiOrg } from "./ui-fixture.ts";
import type { Layout, RelatedListInfo, RelatedListSummaryCollection } from "./wire.ts";
import type { Engine } from "../engine.ts";

const item = (field: string, behavior = "Edit"): string =>
  `<layoutItems><behavior>${behavior}</behavior><field>${field}</field></layoutItems>`;
const LAYOUT = metadata(
  "Layout",
  `<layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading><label>Number</label>
  <layoutColumns>${item("Name", "Required")}${item("Number__c", "Readonly")}</layoutColumns>
  <layoutColumns><layoutItems><emptySpace>true</emptySpace></layoutItems>${item("Contact__c")}</layoutColumns>
  <style>TwoColumnsTopToBottom</style></layoutSections>`,
);

const plain = uiOrg();
const layout = (engine: Engine, object: string, query = ""): Layout => get(engine, `${UI_API}/layout/${object}${query}`) as Layout;
const rows = ({ sections: [first] }: Layout): unknown =>
  first?.layoutRows.map(({ layoutItems }) => layoutItems.map(({ layoutComponents }) => layoutComponents[0]?.apiName));

test("a layout of the project is shown as it stands", () => {
  const engine = uiOrg({ "layouts/Line__c-Line Layout.layout-meta.xml": LAYOUT });
  const shown = layout(engine, "Line__c");
  assert.deepEqual(rows(shown), [
    ["Name", null],
    ["Number__c", "Contact__c"],
  ]);
  const items = shown.sections[0]?.layoutRows.flatMap(({ layoutItems }) => layoutItems) ?? [];
  assert.deepEqual(
    items.map(({ required, editableForUpdate }) => [required, editableForUpdate]),
    [
      [true, true],
      [false, false],
      [false, false],
      [false, true],
    ],
  );
});

test("a layout that names an unknown field stops the start with its place", () => {
  const files = { "layouts/Line__c-Line Layout.layout-meta.xml": LAYOUT.replace("Contact__c", "Nope__c") };
  assert.throws(
    () => uiOrg(files),
    (error) => error instanceof ProjectFaults && /layout-meta\.xml:\d+: there is no field Line__c\.Nope__c/.test(error.message),
  );
});

test("a custom object without a layout shows all its fields", () => {
  const { sections } = layout(plain, "Line__c");
  const names = sections.flatMap(({ layoutRows }) =>
    layoutRows.flatMap(({ layoutItems }) => layoutItems.flatMap(({ layoutComponents }) => layoutComponents)),
  );
  assert.deepEqual(
    names
      .map(({ apiName }) => apiName)
      .filter((name) => name?.endsWith("__c"))
      .sort(),
    ["Contact__c", "Fee__c", "Kind__c", "Number__c"],
  );
});

test("standard objects have the platform's layout, with custom fields under Additional Information", () => {
  const { sections } = layout(plain, "Task");
  assert.deepEqual(
    sections.map(({ heading }) => heading),
    ["Task Information", "Call Information", "Description Information", "Additional Information", "System Information"],
  );
});

test("names and addresses of people are shown by their parts, stamps with their time", () => {
  const { sections } = layout(plain, "Contact");
  const items = sections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
  const parts = (label: string): unknown => items.find((one) => one.label === label)?.layoutComponents.map(({ apiName }) => apiName);
  assert.deepEqual(parts("Name"), ["Salutation", "FirstName", "LastName"]);
  assert.deepEqual(parts("Mailing Address"), ["MailingStreet", "MailingCity", "MailingState", "MailingPostalCode", "MailingCountry"]);
  assert.deepEqual(parts("Created By"), ["CreatedById", "CreatedDate"]);
  assert.deepEqual(parts("Account Name"), ["AccountId"]);
});

test("an account has one name, where person accounts exist too", () => {
  const engine = uiOrg({ "../config/project-scratch-def.json": '{"features":["PersonAccounts"]}' });
  const items = layout(engine, "Account").sections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
  const name = items.find(({ label }) => label === "Account Name");
  assert.deepEqual(
    name?.layoutComponents.map(({ apiName }) => apiName),
    ["Name"],
  );
});

test("a new record's layout leaves out what nobody can fill in", () => {
  const { sections } = layout(plain, "Contact", "?mode=Create");
  assert.ok(sections.every(({ heading }) => heading !== "System Information"));
});

test("the compact layout is the object's own when it assigns one", () => {
  const object = metadata(
    "CustomObject",
    "<compactLayoutAssignment>Short</compactLayoutAssignment><label>Line</label><pluralLabel>Lines</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>",
  );
  const engine = uiOrg({
    "objects/Line__c/Line__c.object-meta.xml": object,
    "objects/Line__c/compactLayouts/Short.compactLayout-meta.xml": metadata(
      "CompactLayout",
      "<fields>Number__c</fields><fields>Name</fields>",
    ),
  });
  assert.deepEqual(rows(layout(engine, "Line__c", "?layoutType=Compact")), [["Number__c"], ["Name"]]);
  assert.deepEqual(rows(layout(plain, "Case", "?layoutType=Compact")), [
    ["Subject"],
    ["Priority"],
    ["Status"],
    ["CaseNumber"],
    ["ContactId"],
    ["AccountId"],
    ["OwnerId"],
  ]);
});

test("related lists of standard objects are followed by those of custom objects", () => {
  const { relatedLists } = get(plain, `${UI_API}/related-list-info/Contact`) as RelatedListSummaryCollection;
  assert.deepEqual(
    relatedLists.map(({ relatedListId, label }) => [relatedListId, label]),
    [
      ["Cases", "Cases"],
      ["OpportunityContactRoles", "Opportunities"],
      ["Lines__r", "Lines"],
    ],
  );
});

test("the related lists of a layout of the project stand as it says, and no others", () => {
  const list = (name: string, columns: string): string => `<relatedLists>${columns}<relatedList>${name}</relatedList></relatedLists>`;
  const lists =
    list("Line__c.Contact__c", "<customLabel>Numbers</customLabel><fields>NAME</fields><fields>Number__c</fields>") +
    list("RelatedActivityList", "<fields>TASK.SUBJECT</fields>") +
    list("RelatedCaseList", "<fields>CASES.CASE_NUMBER</fields><fields>CASES.SUBJECT</fields>");
  const engine = uiOrg({ "layouts/Contact-Contact Layout.layout-meta.xml": metadata("Layout", lists) });
  const { relatedLists } = get(engine, `${UI_API}/related-list-info/Contact`) as RelatedListSummaryCollection;
  assert.deepEqual(
    relatedLists.map(({ relatedListId, label }) => [relatedListId, label]),
    [
      ["Lines__r", "Numbers"],
      ["Cases", "Cases"],
    ],
  );
  const { displayColumns } = get(engine, `${UI_API}/related-list-info/Contact/Cases`) as RelatedListInfo;
  assert.deepEqual(
    displayColumns.map(({ fieldApiName }) => fieldApiName),
    ["CaseNumber", "Subject"],
  );
});

test("layout types and modes that there are not are refused", () => {
  assert.match(refusal(plain, `${UI_API}/layout/Contact?layoutType=Tiny`)[2], /layoutType must be one of Full, Compact, not 'Tiny'/);
  assert.match(refusal(plain, `${UI_API}/layout/Contact?formFactor=Small`)[2], /formFactor/);
});
