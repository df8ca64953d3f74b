/** Many events in one delivery, and what that cost. */
import assert from "node:assert/strict";
import { property } from "./calls.ts";
import type { StartedOrg } from "./local-org.ts";
import { asCall, payload } from "./payloads.ts";

export interface Cost {
  readonly soql: number;
  readonly dml: number;
  readonly sosl: number;
}

/** Holds the ended calls of `count` different callers, releases them together and gives what that one delivery cost. */
export async function deliver(org: StartedOrg, count: number, firstId: number): Promise<Cost> {
  await org.drain();
  await org.json("lightning.org", "POST", "/local/events", { hold: true });
  for (let at = 0; at < count; at++) {
    const body = asCall(payload("call.ended-inbound-answered"), firstId + at);
    const raw = `+44 7700 9${String(10_000 + at).padStart(5, "0")}`;
    assert.equal((await org.webhook(JSON.stringify({ ...body, data: { ...body.data, raw_digits: raw, contact: null } }))).status, 200);
  }
  await org.json("lightning.org", "POST", "/local/events", { hold: false });
  await org.drain();
  const limits = await org.json("lightning.org", "GET", "/local/limits");
  assert.ok(Array.isArray(limits));
  const isDelivery = (one: unknown): boolean => String(property(one, "transaction")).startsWith(`trigger Aircall_Event__e (${count})`);
  const trigger: unknown = limits.find(isDelivery);
  assert.ok(trigger !== undefined, `one delivery of ${count}`);
  const number = (name: string): number => Number(property(trigger, name));
  return { soql: number("soql"), dml: number("dml"), sosl: number("sosl") };
}
