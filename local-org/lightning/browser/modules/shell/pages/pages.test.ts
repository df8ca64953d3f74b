import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, backgroundOf, decodeDefaults, encodeDefaults, isDialog, pageAt, pageOfReference, referenceOf } from "./pages.ts";

const ADDRESSES = [
  "/lightning/page/home",
  "/lightning/o/Account/list",
  "/lightning/o/Aircraft__c/list?filterName=All",
  "/lightning/o/Contact/new",
  "/lightning/o/Contact/new?defaultFieldValues=LastName%3DMarsh",
  "/lightning/r/Account/001000000000001AAA/view",
  "/lightning/r/001000000000001AAA/view",
  "/lightning/r/Account/001000000000001AAA/edit",
  "/lightning/r/Account/001000000000001AAA/related/Contacts/view",
  "/lightning/n/Setup",
  "/lightning/search?term=north%20wind",
  "/apex/Caller?number=1",
  "/lightning/app/Sales",
  "/lightning/app/Sales/r/Account/001000000000001AAA/view",
];

for (const address of ADDRESSES) {
  test(`${address} is its page's own address`, () => assert.equal(addressOf(pageAt(address)), address));
  test(`${address} survives the way through a page reference`, () => {
    const page = pageOfReference(referenceOf(pageAt(address)));
    assert.notEqual(page.kind, "web");
    if (page.kind !== "web") assert.equal(addressOf(page), address);
  });
}

test("The root, /one/one.app and /lightning are the home page", () => {
  for (const address of ["/", "/one/one.app", "/lightning", "/lightning/"]) assert.deepEqual(pageAt(address), { kind: "home" });
});

test("A record id alone opens the record, as in Classic links", () =>
  assert.deepEqual(pageAt("/001000000000001AAA"), { kind: "record", objectApiName: null, recordId: "001000000000001AAA" }));

test("What is no page is missing, with its path", () => {
  for (const path of ["/lightning/r", "/lightning/x/y", "/lightning/o/Account/nothing", "/lightning/page/other", "/elsewhere"])
    assert.deepEqual(pageAt(path), { kind: "missing", path });
});

test("A malformed escape in an address is kept as it is", () =>
  assert.deepEqual(pageAt("/lightning/n/100%25"), { kind: "tab", apiName: "100%" }));

test("Default values keep commas, equals signs and plus signs", () => {
  const defaults = { Name: "A, B = C", Phone: "+44 20" };
  assert.deepEqual(decodeDefaults(encodeDefaults(defaults)), defaults);
  const page = pageAt(addressOf({ kind: "new", objectApiName: "Lead", defaults }));
  assert.deepEqual(page, { kind: "new", objectApiName: "Lead", defaults });
});

test("A web page of the shell is its page, any other is an address", () => {
  assert.equal(pageOfReference({ type: "standard__webPage", attributes: { url: "/lightning/page/home" } }).kind, "home");
  assert.deepEqual(pageOfReference({ type: "standard__webPage", attributes: { url: "https://example.com/" } }), {
    kind: "web",
    url: "https://example.com/",
  });
});

test("An unknown reference is refused with its content", () => {
  assert.throws(() => pageOfReference({ type: "comm__namedPage", attributes: { name: "Home" } }), /comm__namedPage/);
  assert.throws(() => pageOfReference({ type: "standard__recordPage", attributes: {} }), /recordId/);
  assert.throws(
    () => pageOfReference({ type: "standard__recordPage", attributes: { recordId: "001000000000001AAA", actionName: "clone" } }),
    /clone/,
  );
});

test("New and edit are dialogs over the list and the record", () => {
  const creating = pageAt("/lightning/o/Lead/new");
  const editing = pageAt("/lightning/r/Lead/00Q000000000001AAA/edit");
  assert.ok(isDialog(creating) && isDialog(editing));
  assert.equal(addressOf(backgroundOf(creating)), "/lightning/o/Lead/list");
  assert.equal(addressOf(backgroundOf(editing)), "/lightning/r/Lead/00Q000000000001AAA/view");
});
