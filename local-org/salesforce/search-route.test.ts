import assert from "node:assert/strict";
import { test } from "node:test";
import { create, get, refusal, uiOrg } from "./ui-api/ui-fixture.ts";
import type { GlobalSearch, SearchAnswer } from "./ui-api/wire.ts";

const REST = "/services/data/v67.0";
const engine = uiOrg();
const accountId = create(engine, "Account", { Name: "Northwind Test Ltd" });
const contactId = create(engine, "Contact", { FirstName: "Jordan", LastName: "Marsh", AccountId: accountId, Phone: "+44 7700 900456" });
create(engine, "Lead", { LastName: "Northwind", Company: "Other" });

const found = (path: string, body?: unknown): SearchAnswer["searchRecords"] =>
  (get(engine, `${REST}/${path}`, body === undefined ? {} : { body }) as SearchAnswer).searchRecords;

test("SOSL over REST gives records with their attributes", () => {
  const sosl = encodeURIComponent("FIND {Marsh} IN NAME FIELDS RETURNING Contact(Id, Name, Account.Name), Lead");
  const [record, ...others] = found(`search?q=${sosl}`);
  assert.equal(others.length, 0);
  assert.equal(record?.attributes.type, "Contact");
  assert.equal(record.Id, contactId);
  assert.equal(record["Name"], "Jordan Marsh");
});

test("a parameterized search names objects, fields and limits", () => {
  const records = found("parameterizedSearch?q=Northwind&sobject=Account&sobject=Lead&Account.fields=Id,Name&Lead.limit=1");
  assert.deepEqual(
    records.map(({ attributes }) => attributes.type),
    ["Account", "Lead"],
  );
  const posted = found("parameterizedSearch", { q: "+44 7700 900456", in: "PHONE", sobjects: [{ name: "Contact", fields: ["Id"] }] });
  assert.deepEqual(
    posted.map(({ Id }) => Id),
    [contactId],
  );
});

test("signs of the search language in a plain search text are taken literally", () => {
  assert.deepEqual(found("parameterizedSearch?q=Northwind+AND+NOT(x)*&sobject=Account"), []);
});

test("searches that cannot be run are refused with the reason", () => {
  assert.deepEqual(refusal(engine, `${REST}/search?q=FIND+x`).slice(0, 2), [400, "MALFORMED_SEARCH"]);
  assert.deepEqual(refusal(engine, `${REST}/search`).slice(0, 2), [400, "MALFORMED_SEARCH"]);
  assert.match(refusal(engine, `${REST}/parameterizedSearch?q=xx&spellCorrection=true`)[2], /'spellCorrection'/);
  assert.match(refusal(engine, `${REST}/parameterizedSearch?q=xx&in=WEB`)[2], /WEB/);
  assert.match(refusal(engine, `${REST}/parameterizedSearch?q=x&sobject=Account`)[2], /longer than one character/);
});

test("global search groups what begins with the words by object, people first", () => {
  const { groups } = get(engine, "/lightning/api/search?q=north") as GlobalSearch;
  assert.deepEqual(
    groups.map(({ objectApiName, records }) => [objectApiName, records.length]),
    [
      ["Lead", 1],
      ["Account", 1],
    ],
  );
  assert.deepEqual(
    groups[1]?.displayColumns.map(({ fieldApiName }) => fieldApiName),
    ["Name", "Phone", "Site", "Owner.Alias"],
  );
});

test("global search finds phone numbers and keeps to the objects that are named", () => {
  const number = encodeURIComponent("+447700900456");
  const { groups } = get(engine, `/lightning/api/search?q=${number}&objects=Contact,Lead`) as GlobalSearch;
  assert.deepEqual(
    groups.map(({ records }) => records.map(({ id }) => id)),
    [[contactId]],
  );
  assert.match(refusal(engine, "/lightning/api/search?q=xx&objects=Nope")[2], /Nope/);
});
