import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EVENT_NAMES, RESOURCES } from "./event-names.ts";
import { WorldError } from "./json-reader.ts";
import { parseWorld } from "./parse-world.ts";

const DEMO = readFileSync(new URL("../../../config/demo/aircall.json", import.meta.url), "utf8");

/** The demo with one part replaced. */
function changed(change: (world: Record<string, unknown[]>) => void): string {
  const world = JSON.parse(DEMO) as Record<string, unknown[]>;
  change(world);
  return JSON.stringify(world);
}

function refusal(text: string): string {
  try {
    parseWorld(text, 8100);
  } catch (error) {
    assert.ok(error instanceof WorldError);
    return error.message;
  }
  assert.fail("the world was accepted");
}

test("the demo's world has its fixed people, lines, contact and webhook", () => {
  const world = parseWorld(DEMO, 8123);
  assert.deepEqual(
    world.users.map(({ id, email }) => [id, email]),
    [
      [640100, "admin@local.org"],
      [640101, "avery.stone@example.com"],
      [640102, "robin.vale@example.com"],
      [640107, "sam.field@example.com"],
    ],
  );
  assert.deepEqual(
    world.numbers.slice(0, 2).map(({ id, name, number }) => [id, name, number]),
    [
      [510201, "UK Support Line", "+442079460123"],
      [510202, "US Sales Line", "+14155550142"],
    ],
  );
  assert.deepEqual(world.credential, { id: "local-id", token: "local-token" });
  assert.equal(world.contacts[0]?.phoneNumbers[0]?.value, "+447700900456");
  const [webhook] = world.webhooks;
  assert.equal(webhook?.token, "00112233445566778899aabbccddeeff");
  assert.equal(webhook.url, "http://site.org.localhost:8123/services/apexrest/aircall/webhook");
  assert.equal(webhook.events.length, 19 + 16 + 4 + 3 + 6);
});

test("Aircall has 67 events, each of one resource", () => {
  assert.equal(EVENT_NAMES.length, 67);
  assert.equal(new Set(EVENT_NAMES).size, EVENT_NAMES.length);
  assert.equal(RESOURCES.get("call")?.length, 19);
});

test("what cannot be used is refused with its place", () => {
  assert.match(refusal("{"), /^the world: not JSON/);
  assert.match(refusal(changed((world) => (world["extra"] = []))), /^extra: is not known/);
  assert.match(
    refusal(changed((world) => Object.assign(world["numbers"]?.[1] ?? {}, { number: "020 7946 0123" }))),
    /^numbers\[1\]\.number: must be E\.164/,
  );
  assert.match(
    refusal(changed((world) => Object.assign(world["users"]?.[0] ?? {}, { numbers: [1] }))),
    /^users\[0\]\.numbers: no number has the id 1/,
  );
  assert.match(
    refusal(changed((world) => Object.assign(world["webhooks"]?.[0] ?? {}, { events: ["call.begun"] }))),
    /^webhooks\[0\]\.events: "call\.begun" is neither an event nor a resource/,
  );
  assert.match(refusal(changed((world) => world["tags"]?.push(world["tags"][0]))), /^tags\[9\]\.id: 2730001 comes twice/);
});
