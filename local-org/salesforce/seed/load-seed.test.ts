import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InputError } from "../../project/input-error.ts";
import { memoryOrg } from "../../transaction/memory-org.ts";
import { loadSeed } from "./load-seed.ts";
import { fillPlaceholders } from "./seed-texts.ts";

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function demo(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "seed-"));
  folders.push(folder);
  mkdirSync(join(folder, "records"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, "records", name), JSON.stringify(content));
  return folder;
}

const ACCOUNT = { attributes: { type: "Account", referenceId: "acme" }, Name: "Acme ${port}" };
const CONTACT = { attributes: { type: "Contact" }, LastName: "Marsh", AccountId: "@acme" };

test("records are loaded in the order of the files and refer to each other", () => {
  const org = memoryOrg();
  assert.equal(loadSeed(org, demo({ "2.json": { records: [CONTACT] }, "1.json": { records: [ACCOUNT] } }), 8100), 2);
  const [account] = [...org.store.table("Account").rows()];
  const [contact] = [...org.store.table("Contact").rows()];
  assert.equal(account?.get("Name"), "Acme 8100");
  assert.equal(contact?.get("AccountId"), account?.get("Id"));
});

test("a record with an id changes the row that it names", () => {
  const org = memoryOrg();
  const change = { attributes: { type: "Account" }, Id: "@Account:Acme 8100", Name: "Acme Ltd" };
  loadSeed(org, demo({ "1.json": { records: [ACCOUNT, change] } }), 8100);
  assert.deepEqual(
    [...org.store.table("Account").rows()].map((row) => row.get("Name")),
    ["Acme Ltd"],
  );
});

test("what cannot be loaded is refused with file, record and reason", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [{ records: [CONTACT] }, /1\.json, record 1: @acme refers to nothing/],
    [{ records: [ACCOUNT, { attributes: { type: "Contact" } }] }, /1\.json, record 2: .*LastName/],
    [{ records: [{ attributes: { type: "Nothing__c" } }] }, /there is no object Nothing__c/],
    [{ records: [{ LastName: "x" }] }, /1\.json, record 1: expected/],
    [[], /expected \{"records"/],
  ];
  for (const [content, reason] of cases) {
    assert.throws(
      () => loadSeed(memoryOrg(), demo({ "1.json": content }), 8100),
      (error) => error instanceof InputError && reason.test(error.message),
    );
  }
});

test("placeholders give the port, days and minutes", () => {
  const moment = { port: 8100, now: Date.UTC(2026, 10, 22, 10) };
  assert.equal(
    fillPlaceholders("${port} ${today} ${today+14} ${now-90} ${other}", moment),
    "8100 2026-11-22 2026-12-06 2026-11-22T08:30:00.000Z ${other}",
  );
});
