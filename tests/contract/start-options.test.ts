/** What `start` is told: where data live, what the org begins with. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { property, ring, setPace, taskWith } from "../support/calls.ts";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";

const CONTACTS = "SELECT Id, Name, OwnerId FROM Contact ORDER BY Id";

async function withOrg<T>(args: readonly string[], use: (org: StartedOrg) => Promise<T>): Promise<T> {
  const org = await startLocalOrg(...args);
  try {
    return await use(org);
  } finally {
    await org.stop();
  }
}

test("With a data folder records, their ids and calls survive a restart, and the demo data come once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "org-data-"));
  try {
    const before = await withOrg(["--data", folder], async (org) => {
      await org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Contact", { LastName: "Keeper", Phone: "+44 7700 900888" });
      await setPace(org, { endedAfter: 0 });
      const call = await ring(org, { from: "+447700900888", outcome: "answered", ring: 0.1, talk: 0.1 });
      const task = await taskWith(org, call, "Call_Recording__c", /./);
      return { contacts: await org.query(CONTACTS), task, call };
    });
    await withOrg(["--data", folder], async (org) => {
      assert.deepEqual(await org.query(CONTACTS), before.contacts);
      assert.equal(before.contacts.filter(({ Name }) => Name === "Keeper").length, 1);
      const [task] = await org.query(`SELECT Id, Subject FROM Task WHERE Aircall_Call_Id__c = '${before.call}'`);
      assert.deepEqual([task?.["Id"], task?.["Subject"]], [before.task["Id"], before.task["Subject"]]);
      const added = await org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Contact", { LastName: "Newcomer" });
      const known = new Set(before.contacts.map(({ Id }) => Id));
      assert.ok(!known.has(property(added, "id")), "a new record has a new id");
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("Without a seed the org has its administrator and no customers", async () => {
  await withOrg(["--seed", "none"], async (org) => {
    assert.deepEqual(await org.query("SELECT Id FROM Contact"), []);
    assert.deepEqual(await org.query("SELECT Id FROM Account"), []);
    const users = await org.query("SELECT Username FROM User WHERE Username LIKE '%@example.com'");
    assert.deepEqual(users, []);
  });
});
