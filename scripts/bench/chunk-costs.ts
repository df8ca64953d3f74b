/** What the event trigger spends, however many events there are: statements of each chunk, and for each event. */
import { join } from "node:path";
import "../../local-org/apex/library/index.ts";
import { compileUnits } from "../../local-org/apex/runtime/compile-units.ts";
import { ApexList, type ApexValue } from "../../local-org/apex/runtime/values.ts";
import { checkFolder } from "../../local-org/project/compile-project.ts";
import { openOrg } from "../../local-org/project/open-org.ts";
import { loadSeed } from "../../local-org/salesforce/seed/load-seed.ts";
import { drain } from "../../local-org/transaction/drain.ts";
import type { LimitsRecord } from "../../local-org/transaction/org.ts";
import { runTransaction } from "../../local-org/transaction/run-transaction.ts";
import { asCall, payload } from "../../tests/support/payloads.ts";
import { statementCount } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const ROOT = join(import.meta.dirname, "../..");
const DELIVERIES = [1, 20, 200, 2000];
const CHUNK = 200;
const NUMBERS_A_SEARCH = 50;
/** SOQL and DML statements of a chunk stay below 25. */
const MOST_STATEMENTS = 24;
const FIRST_ID = 3_930_000_000;

/** A record is made for each caller, and a Case for each record. */
const DEAREST: Readonly<Record<string, ApexValue>> = { Unknown_Numbers__c: "Contact", Relate_To__c: "Case", Create_Case__c: true };

/** Calls from numbers that nobody has, all in one delivery, with the settings that cost most. */
export function chunkCostBenchmarks(): Benchmark[] {
  return DELIVERIES.flatMap((count) => {
    const chunks = chunksOf(count);
    const statements = chunks.map(({ soql, dml }) => soql + dml);
    const perEvent = statements.reduce((sum, one) => sum + one, 0) / count;
    const inDelivery = `${count.toLocaleString("en-US")} ${count === 1 ? "event" : "events"} in a delivery`;
    return [
      statementCount(`SOQL and DML of the dearest chunk, ${inDelivery}`, Math.max(...statements), MOST_STATEMENTS),
      statementCount(`SOQL and DML for each event, ${inDelivery}`, round(perEvent), round((MOST_STATEMENTS * chunks.length) / count)),
      statementCount(`SOSL of the dearest chunk, ${inDelivery}`, Math.max(...chunks.map(({ sosl }) => sosl)), mostSearches(count)),
    ];
  });
}

function mostSearches(count: number): number {
  return Math.ceil(Math.min(count, CHUNK) / NUMBERS_A_SEARCH);
}

/** What each run of the trigger cost. Throws when not every event became a log. */
function chunksOf(count: number): LimitsRecord[] {
  const checked = checkFolder(ROOT);
  const program = compileUnits(checked.bound);
  const org = openOrg(checked);
  program.activate();
  org.program = program;
  loadSeed(org, join(ROOT, "config", "demo"), 8100);
  for (const row of [...org.store.table("Aircall_Settings__c").rows()]) {
    org.store.update("Aircall_Settings__c", new Map([...row, ...Object.entries(DEAREST)]));
  }
  const before = org.store.table("Aircall_Log__c").size;
  const source: ApexValue = program.find("InteractionSource")?.enumValues.find(({ name }) => name === "PUSH") ?? null;
  org.events.isHeld = true;
  for (let at = 0; at < count; at += CHUNK) {
    const bodies = Array.from({ length: Math.min(CHUNK, count - at) }, (_unused, index) => bodyOf(at + index));
    runTransaction(org, { user: org.users.administrator, kind: "SYNCHRONOUS", label: "publish" }, () =>
      program.callStatic("EventPublishService", "publish", [new ApexList("List<String>", bodies), source]),
    );
  }
  org.events.isHeld = false;
  drain(org);
  const logs = org.store.table("Aircall_Log__c").size - before;
  if (logs !== count) throw new Error(`${count} events made ${logs} logs`);
  return org.limitsRecords().filter(({ transaction }) => transaction.startsWith("trigger Aircall_Event__e"));
}

function bodyOf(at: number): string {
  const body = asCall(payload("call.ended-inbound-answered"), FIRST_ID + at);
  const raw = `+44 7700 9${String(10_000 + at).padStart(5, "0")}`;
  return JSON.stringify({ ...body, data: { ...body.data, raw_digits: raw, contact: null } });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
