import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { memorySchema, type ObjectDraft } from "../../data/schema/memory-schema.ts";
import { idOf } from "../../data/store/store.ts";
import { Store } from "../../data/store/store.ts";
import { Org } from "../../transaction/org.ts";
import { seedRow } from "../../transaction/seed-row.ts";
import { idsOf, restoreOrg } from "./restore-org.ts";
import { readSavedOrg, writeSavedOrg } from "./saved-org.ts";

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const NAMED = ["Name string name"];
const OBJECTS: readonly ObjectDraft[] = [
  { name: "PermissionSet", keyPrefix: "0PS", fields: NAMED },
  { name: "PermissionSetAssignment", keyPrefix: "0Pa", fields: ["PermissionSetId reference PermissionSet PermissionSet -"] },
  { name: "User", keyPrefix: "005", fields: ["Username string", "LastName string"] },
  { name: "Log__c", keyPrefix: "a00", fields: [...NAMED, "Task_Id__c string"] },
  { name: "Task", keyPrefix: "00T", fields: ["Subject string"] },
  { name: "CronTrigger", keyPrefix: "08e", fields: NAMED },
];

function deploy(permissionSets: readonly string[], objects = OBJECTS): Org {
  const schema = memorySchema(objects);
  const org = new Org(schema, new Store(schema));
  seedRow(org, "User", { Username: "admin@local.org", LastName: "User" });
  for (const name of permissionSets) seedRow(org, "PermissionSet", { Name: name });
  return org;
}

function add(org: Org, object: string, values: Readonly<Record<string, ApexValue>>): string {
  const id = org.store.newId(object);
  org.store.insert(object, new Map([["Id", id], ...Object.entries(values)]));
  return id;
}

/** Saves one org and restores it into another. */
function move(from: Org, deployed: ReadonlySet<string>, to: Org): string[] {
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  folders.push(folder);
  writeSavedOrg(folder, from, deployed);
  const saved = readSavedOrg(folder);
  assert.ok(saved !== null);
  return restoreOrg(to, saved);
}

function only(org: Org, object: string) {
  const rows = [...org.store.table(object).rows()];
  assert.equal(rows.length, 1, object);
  return rows[0] ?? new Map<string, ApexValue>();
}

test("records come back with their ids, the recycle bin and the clock", () => {
  const before = deploy(["Agent"]);
  const deployed = idsOf(before);
  const task = add(before, "Task", { Subject: "Call" });
  const gone = add(before, "Task", { Subject: "Gone" });
  before.store.delete("Task", gone);
  before.clock.advance(3_600_000);
  const now = deploy(["Agent"]);
  assert.deepEqual(move(before, deployed, now), []);
  assert.equal(idOf(only(now, "Task")), task);
  assert.equal(now.store.table("Task").getDeleted(gone)?.get("Subject"), "Gone");
  assert.equal(now.clock.offset, 3_600_000);
});

test("what a deployment makes is taken as it is now, and references follow it", () => {
  const before = deploy(["Agent", "Old"]);
  const deployed = idsOf(before);
  const [agent] = [...before.store.table("PermissionSet").rows()].map(idOf);
  add(before, "PermissionSetAssignment", { PermissionSetId: agent ?? "" });
  const now = deploy(["New", "Agent"]);
  move(before, deployed, now);
  const names = [...now.store.table("PermissionSet").rows()].map((row) => row.get("Name"));
  assert.deepEqual(names, ["New", "Agent"]);
  const assigned = only(now, "PermissionSetAssignment").get("PermissionSetId");
  assert.equal(now.store.get(String(assigned))?.get("Name"), "Agent");
});

test("what people made beside it gets another id when a deployment has taken its own", () => {
  const before = deploy(["Agent"]);
  const deployed = idsOf(before);
  const own = add(before, "PermissionSet", { Name: "Made by hand" });
  add(before, "PermissionSetAssignment", { PermissionSetId: own });
  const now = deploy(["Agent", "Supervisor"]);
  move(before, deployed, now);
  const names = [...now.store.table("PermissionSet").rows()].map((row) => row.get("Name"));
  assert.deepEqual(names, ["Agent", "Supervisor", "Made by hand"]);
  const assigned = only(now, "PermissionSetAssignment").get("PermissionSetId");
  assert.equal(now.store.get(String(assigned))?.get("Name"), "Made by hand");
});

test("what an administrator set in Setup comes back", () => {
  const before = deploy([]);
  before.setup.set("softphoneLayout", { Inbound: ["Contact"] });
  const now = deploy([]);
  move(before, idsOf(before), now);
  assert.deepEqual(now.setup.get("softphoneLayout"), { Inbound: ["Contact"] });
});

test("users stay as people changed them", () => {
  const before = deploy([]);
  const deployed = idsOf(before);
  const user = only(before, "User");
  before.store.update("User", new Map([...user, ["LastName", "Reed"]]));
  const now = deploy([]);
  move(before, deployed, now);
  assert.equal(only(now, "User").get("LastName"), "Reed");
});

test("records of an object with another key prefix get new ids, in text fields too", () => {
  const before = deploy([]);
  const deployed = idsOf(before);
  const task = add(before, "Task", { Subject: "Call" });
  add(before, "Log__c", { Name: "1", Task_Id__c: task });
  const moved = OBJECTS.map((draft) => (draft.name === "Task" ? { ...draft, keyPrefix: "0TT" } : draft));
  const now = deploy([], moved);
  move(before, deployed, now);
  const id = idOf(only(now, "Task"));
  assert.equal(id.slice(0, 3), "0TT");
  assert.equal(only(now, "Log__c").get("Task_Id__c"), id);
});

test("objects that are gone are named, jobs do not come back", () => {
  const before = deploy([]);
  const deployed = idsOf(before);
  add(before, "Log__c", { Name: "1" });
  add(before, "CronTrigger", { Name: "nightly" });
  const now = deploy(
    [],
    OBJECTS.filter(({ name }) => name !== "Log__c"),
  );
  assert.deepEqual(move(before, deployed, now), ["Log__c"]);
  assert.equal([...now.store.table("CronTrigger").rows()].length, 0);
});

test("a folder that keeps something else is refused, an empty one starts anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "data-"));
  folders.push(folder);
  assert.equal(readSavedOrg(folder), null);
  writeFileSync(join(folder, "org.json"), "{}");
  assert.throws(() => readSavedOrg(folder), /it keeps no org of this version; choose another folder/);
});
