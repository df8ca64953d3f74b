import assert from "node:assert/strict";
import { test } from "node:test";
import { create, get, refusal, UI_API, uiOrg } from "./ui-fixture.ts";
import type { LookupResults, RelatedListCount, RelatedListInfo, RelatedListRecords } from "./wire.ts";

const engine = uiOrg();
const accountId = create(engine, "Account", { Name: "Northwind Test Ltd" });
const contactId = create(engine, "Contact", { FirstName: "Jordan", LastName: "Marsh", AccountId: accountId });
create(engine, "Contact", { FirstName: "Avery", LastName: "Stone" });
for (const Name of ["b", "a", "c"]) create(engine, "Line__c", { Name, Contact__c: contactId });

test("a related list has columns, an order and the records of its parent alone", () => {
  const info = get(engine, `${UI_API}/related-list-info/Contact/Lines__r`) as RelatedListInfo;
  assert.deepEqual(info.objectApiNames, ["Line__c"]);
  assert.deepEqual(info.orderedByInfo, [{ fieldApiName: "Name", isAscending: true, label: "Line Name" }]);
  const page = get(engine, `${UI_API}/related-list-records/${contactId}/Lines__r?pageSize=2&sortBy=-Line__c.Name`) as RelatedListRecords;
  assert.deepEqual(
    page.records.map(({ fields }) => fields["Name"]?.value),
    ["c", "b"],
  );
  assert.equal(page.nextPageToken, "2");
  const contacts = get(engine, `${UI_API}/related-list-records/${accountId}/Contacts`) as RelatedListRecords;
  assert.equal(contacts.count, 1);
});

test("a related list is counted up to a limit", () => {
  const counted = get(engine, `${UI_API}/related-list-count/${contactId}/Lines__r?maxCount=2`) as RelatedListCount;
  assert.equal(counted.count, 2);
  assert.equal(counted.hasMore, true);
});

test("a related list that there is not answers 404 with its name", () => {
  assert.deepEqual(refusal(engine, `${UI_API}/related-list-records/${contactId}/Nopes`), [
    404,
    "NOT_FOUND",
    "There is no related list Nopes of Contact.",
  ]);
});

test("a lookup finds records by the beginnings of the words in their names", () => {
  const found = (query: string): unknown => {
    const { lookupResults } = get(engine, `${UI_API}/lookups/Line__c/Contact__c?${query}`) as LookupResults;
    return lookupResults["Contact"]?.records.map(({ fields }) => fields["Name"]?.value);
  };
  assert.deepEqual(found("q=mar&searchType=TypeAhead"), ["Jordan Marsh"]);
  assert.deepEqual(found("q=jor+mar"), ["Jordan Marsh"]);
  assert.deepEqual(found("q=arsh"), []);
  assert.deepEqual(found("q=%25"), []);
});

test("without a term a lookup offers what the user has viewed", () => {
  get(engine, `${UI_API}/records/${contactId}?fields=Contact.Id&updateMru=true`);
  const { lookupResults } = get(engine, `${UI_API}/lookups/Line__c/Contact__c`) as LookupResults;
  assert.deepEqual(
    lookupResults["Contact"]?.records.map(({ id }) => id),
    [contactId],
  );
});

test("a polymorphic lookup answers per object, or for the one that is named", () => {
  const all = (get(engine, `${UI_API}/lookups/Task/WhatId?q=north`) as LookupResults).lookupResults;
  assert.equal(all["Account"]?.count, 1);
  assert.equal(all["Case"]?.count, 0);
  const one = (get(engine, `${UI_API}/lookups/Task/WhatId/Account?q=north`) as LookupResults).lookupResults;
  assert.deepEqual(Object.keys(one), ["Account"]);
  assert.match(refusal(engine, `${UI_API}/lookups/Task/WhatId/Contact?q=north`)[2], /WhatId cannot refer to Contact/);
  assert.match(refusal(engine, `${UI_API}/lookups/Task/Subject?q=north`)[2], /no lookup field/);
});
