import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { FetchError } from "../org/org.ts";
import { refresh, refreshTagged, type Snapshot, watch } from "./resources.ts";

/** A request whose answers the test gives, in any order. */
function source(key: string, tags: readonly string[] = []) {
  const asked: PromiseWithResolvers<unknown>[] = [];
  const load = (): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>();
    asked.push(answer);
    return answer.promise;
  };
  return { asked, request: { key, tags, load } };
}

test("who asks for the same shares one request and its answer", async () => {
  const { asked, request } = source("shared");
  const heard: unknown[] = [];
  const heardBy = new Promise<void>((resolve) => {
    for (const name of ["one", "two"]) {
      watch(request, ({ data }) => {
        heard.push([name, data]);
        if (heard.length === 2) resolve();
      });
    }
  });
  assert.equal(asked.length, 1);
  asked[0]?.resolve(7);
  await heardBy;
  assert.deepEqual(heard, [
    ["one", 7],
    ["two", 7],
  ]);
});

test("who comes later gets the known answer at once", async () => {
  const { asked, request } = source("known");
  watch(request, () => undefined);
  const reading = refresh("known");
  asked[1]?.resolve("new");
  await reading;
  let seen: unknown;
  watch(request, ({ data }) => (seen = data));
  assert.equal(seen, "new");
  assert.equal(asked.length, 2);
});

test("an older answer that comes late changes nothing", async () => {
  const { asked, request } = source("late");
  const heard: unknown[] = [];
  watch(request, ({ data }) => heard.push(data));
  const reading = refresh("late");
  asked[1]?.resolve("second");
  await reading;
  asked[0]?.resolve("first");
  await setImmediate();
  assert.deepEqual(heard, ["second"]);
});

test("a tag reads again what is watched and forgets what is not", async () => {
  const { asked, request } = source("tagged", ["record:001"]);
  const end = watch(request, () => undefined);
  asked[0]?.resolve(1);
  const reading = refreshTagged(["record:001"]);
  assert.equal(asked.length, 2);
  asked[1]?.resolve(2);
  await reading;
  end();
  await refreshTagged(["record:001"]);
  assert.equal(asked.length, 2, "nobody watches");
  watch(request, () => undefined);
  assert.equal(asked.length, 3, "the old answer was forgotten");
});

test("a failure is an error with a message, and the next answer takes its place", async () => {
  const { asked, request } = source("failing");
  const heard: Snapshot<unknown>[] = [];
  watch(request, (snapshot) => heard.push(snapshot));
  asked[0]?.reject(new TypeError("no network"));
  const reading = refresh("failing");
  asked[1]?.reject(new FetchError(404, "Not Found", { message: "gone" }));
  await reading;
  assert.deepEqual(heard.at(-1)?.error?.body, { message: "gone" });
  const again = refresh("failing");
  asked[2]?.resolve({ a: 1 });
  await again;
  assert.deepEqual(heard.at(-1), { data: { a: 1 }, error: undefined });
});

test("shared answers cannot be changed", async () => {
  const { asked, request } = source("frozen");
  let data: unknown;
  watch(request, (snapshot) => (data = snapshot.data));
  const reading = refresh("frozen");
  asked[1]?.resolve({ list: [{ name: "a" }] });
  await reading;
  const shared = data;
  assert.ok(isListed(shared));
  assert.throws(() => (shared.list[0] = { name: "b" }), TypeError);
  assert.throws(() => Object.assign(shared.list[0] ?? {}, { name: "b" }), TypeError);
});

function isListed(value: unknown): value is { list: { name: string }[] } {
  return typeof value === "object" && value !== null && "list" in value && Array.isArray(value.list);
}
