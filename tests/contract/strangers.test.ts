/** Strangers in an org with a search index that lags behind and with rules of its own. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import "../../local-org/apex/library/index.ts";
import { compileUnits } from "../../local-org/apex/runtime/compile-units.ts";
import { ApexList, type ApexValue } from "../../local-org/apex/runtime/values.ts";
import { checkFolder } from "../../local-org/project/compile-project.ts";
import { openOrg } from "../../local-org/project/open-org.ts";
import { loadSeed } from "../../local-org/salesforce/seed/load-seed.ts";
import type { Org } from "../../local-org/transaction/org.ts";
import { runTransaction } from "../../local-org/transaction/run-transaction.ts";

const ROOT = join(import.meta.dirname, "../..");
const NOW = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;
/** Seconds that the index lags behind: longer than the two calls are apart. */
const LAG = 300;
const STRANGER = "+44 7700 900777";
const OWN_RULE = `trigger OwnRule on Contact(before insert) {
  for (Contact person : Trigger.new) {
    if (person.LastName == 'Marlowe') {
      person.addError('Marlowe is not to be | a contact; ask Sales');
    }
  }
}`;

interface PlayOptions {
  readonly settings: Readonly<Record<string, ApexValue>>;
  /** A folder with the package; the repository itself when absent. */
  readonly folder?: string;
}

class StrangerOrg {
  readonly org: Org;
  readonly #process: (bodies: readonly string[]) => void;

  constructor({ settings, folder = ROOT }: PlayOptions) {
    const checked = checkFolder(folder);
    assert.deepEqual(checked.diagnostics, []);
    const program = compileUnits(checked.bound);
    const org = openOrg(checked, { searchIndexLag: LAG });
    program.activate();
    org.program = program;
    org.clock.fix(NOW);
    loadSeed(org, join(ROOT, "config", "demo"), 8100);
    for (const row of [...org.store.table("Aircall_Settings__c").rows()]) {
      org.store.update("Aircall_Settings__c", new Map([...row, ...Object.entries(settings)]));
    }
    const source = program.find("InteractionSource")?.enumValues.find(({ name }) => name === "PUSH");
    assert.ok(source);
    this.org = org;
    this.#process = (bodies) => {
      const options = { user: org.users.automatedProcess, kind: "UNDEFINED", label: "calls" } as const;
      runTransaction(org, options, () => {
        program.callStatic("InteractionPipeline", "process", [new ApexList("List<String>", [...bodies]), source]);
      });
    };
  }

  play(...bodies: readonly string[]): void {
    this.#process(bodies);
  }

  /** Values of a field of the records that hold another value, in the order of their ids. */
  valuesOf(object: string, field: string, where: readonly [string, ApexValue]): ApexValue[] {
    const rows = [...this.org.store.table(object).rows()].filter((row) => row.get(where[0]) === where[1] && row.get("IsDeleted") !== true);
    return rows.map((row) => row.get(field) ?? null);
  }
}

/** An answered call that has ended. */
function endedCall(id: number, digits: string, contact: Readonly<Record<string, unknown>> | null = null): string {
  const text = readFileSync(join(ROOT, "tests/fixtures/payloads/call.ended-inbound-answered.json"), "utf8");
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key !== "data" || typeof value !== "object" || value === null) return value;
    return { ...value, id, raw_digits: digits, contact };
  });
}

/** The package with a trigger of the org's own beside it. */
function folderWithOwnRule(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "own-rule-"));
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(ROOT, "force-app"), join(folder, "force-app"), { recursive: true });
  cpSync(join(ROOT, "config"), join(folder, "config"), { recursive: true });
  const triggers = join(folder, "own-rules/triggers");
  mkdirSync(triggers, { recursive: true });
  writeFileSync(join(triggers, "OwnRule.trigger"), OWN_RULE);
  writeFileSync(
    join(triggers, "OwnRule.trigger-meta.xml"),
    '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>',
  );
  const packageDirectories = [{ path: "force-app", default: true }, { path: "own-rules" }];
  writeFileSync(join(folder, "sfdx-project.json"), JSON.stringify({ packageDirectories, sourceApiVersion: "67.0" }));
  return folder;
}

test("a stranger who calls twice within a minute becomes one Contact before the index knows it", () => {
  const calls = new StrangerOrg({ settings: { Unknown_Numbers__c: "Contact" } });
  calls.play(endedCall(1, STRANGER));
  calls.org.clock.advance(MINUTE);
  calls.play(endedCall(2, STRANGER));
  const [id, ...others] = calls.valuesOf("Contact", "Id", ["Phone", "+447700900777"]);
  assert.deepEqual(others, []);
  assert.equal(calls.valuesOf("Task", "Id", ["WhoId", id ?? null]).length, 2);
});

test("without what is remembered, the lag would make a second Contact", () => {
  const calls = new StrangerOrg({ settings: { Unknown_Numbers__c: "Contact" } });
  calls.play(endedCall(1, STRANGER));
  for (const row of [...calls.org.store.table("Aircall_Party__c").rows()])
    calls.org.store.update("Aircall_Party__c", new Map([...row, ["Number__c", "+1"]]));
  calls.org.clock.advance(MINUTE);
  calls.play(endedCall(2, STRANGER));
  assert.equal(calls.valuesOf("Contact", "Id", ["Phone", "+447700900777"]).length, 2);
});

test("what the index knows after its lag is found by searching", () => {
  const calls = new StrangerOrg({ settings: { Unknown_Numbers__c: "Contact" } });
  calls.play(endedCall(1, STRANGER));
  for (const row of [...calls.org.store.table("Aircall_Party__c").rows()])
    calls.org.store.update("Aircall_Party__c", new Map([...row, ["Number__c", "+1"]]));
  calls.org.clock.advance(LAG * 1000);
  calls.play(endedCall(2, STRANGER));
  assert.equal(calls.valuesOf("Contact", "Id", ["Phone", "+447700900777"]).length, 1);
});

test("phone and text fields that are listed are found by searching", () => {
  const calls = new StrangerOrg({ settings: { Custom_Phone_Fields_1__c: "Contact.Fax;Contact.Department" } });
  const [known] = [...calls.org.store.table("Contact").rows()];
  assert.ok(known);
  calls.org.store.update("Contact", new Map<string, ApexValue>([...known, ["Fax", "07700 900778"], ["Department", "+447700900779"]]));
  runTransaction(calls.org, { user: calls.org.users.automatedProcess, kind: "UNDEFINED", label: "edit" }, () => null);
  calls.org.clock.advance(LAG * 1000);
  calls.play(endedCall(1, "+44 7700 900778"), endedCall(2, "+44 7700 900779"));
  assert.equal(calls.valuesOf("Aircall_Log__c", "Id", ["Contact__c", known.get("Id") ?? null]).length, 2);
});

test("where the org's own rules refuse the record, the call is logged with the reason and the other strangers get theirs", (context) => {
  const calls = new StrangerOrg({ settings: { Unknown_Numbers__c: "Contact" }, folder: folderWithOwnRule(context) });
  calls.play(endedCall(1, STRANGER, { id: 5, first_name: "Robin", last_name: "Marlowe" }), endedCall(2, "+44 7700 900778"));
  assert.equal(calls.valuesOf("Contact", "Id", ["Phone", "+447700900777"]).length, 0);
  assert.equal(calls.valuesOf("Contact", "Id", ["Phone", "+447700900778"]).length, 1);
  const [reason] = calls.valuesOf("Aircall_Log__c", "Decision_Reason__c", ["Interaction_Key__c", "call:1"]);
  assert.match(
    String(reason),
    /^PARTY_REFUSED\|Contact\|FIELD_CUSTOM_VALIDATION_EXCEPTION\|Marlowe is not to be \/ a contact, ask Sales;OWNER_MAPPED/,
  );
  assert.deepEqual(calls.valuesOf("Aircall_Log__c", "Decision__c", ["Interaction_Key__c", "call:1"]), ["Unlinked"]);
  assert.equal(calls.valuesOf("Task", "Id", ["Aircall_Call_Id__c", "1"]).length, 1);
});
