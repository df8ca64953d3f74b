/** Calls over REST. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localRequest } from "../../http/local-request.ts";
import { payload, shapeOf } from "../payloads-fixture.ts";
import { eventsOf, pick, startCall, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";

const PLAN = { from: "+447700900456", number: 510201, user: "avery.stone@example.com", ring: 0.05, talk: 0.2 };
let standIn: TestStandIn;

before(async () => {
  standIn = await startStandIn();
  await standIn.api("POST", "/local/pace", { endedAfter: 0.05, voicemailAfter: 0.02 });
});
after(() => standIn.close());

async function played(plan: object): Promise<number> {
  const id = await startCall(standIn, { ...PLAN, ...plan });
  await standIn.waitFor((all) => eventsOf(all, id).includes("call.ended"), `call.ended of ${id}`);
  return id;
}

async function callOf(id: number, query = ""): Promise<unknown> {
  return pick((await standIn.api("GET", `/v1/calls/${id}${query}`)).body, "call");
}

test("a call has Aircall's keys, a contact only on request", async () => {
  const id = await played({
    direction: "outbound",
    from: undefined,
    to: "+447700900456",
    outcome: "answered",
    tags: ["Billing"],
    comment: "Note",
  });
  const { body } = await standIn.api("GET", `/v1/calls/${id}`);
  const ignored = (line: string): boolean => !line.includes("number.messages");
  assert.deepEqual(shapeOf(body).filter(ignored), shapeOf(payload("rest-call")).filter(ignored));
  assert.equal(pick(body, "call", "contact"), null);
  assert.equal(pick(await callOf(id, "?fetch_contact=true"), "contact", "last_name"), "Marsh");
});

test("media are signed for an hour and play; the asset page stays", async () => {
  const id = await played({ outcome: "answered" });
  const recording = String(pick(await callOf(id), "recording"));
  assert.ok(recording.length > 1400, "as long as Aircall's");
  const sound = await localRequest(recording);
  assert.deepEqual([sound.status, sound.headers["content-type"], sound.text.slice(0, 4)], [200, "audio/wav", "RIFF"]);
  const part = await localRequest(recording, { headers: { range: "bytes=0-9" } });
  assert.deepEqual([part.status, part.headers["content-length"]], [206, "10"]);
  assert.equal((await localRequest(recording.replace(/.$/, (last) => (last === "0" ? "1" : "0")))).status, 403);
  const short = await localRequest(String(pick(await callOf(id, "?fetch_short_urls=true"), "recording_short_url")));
  assert.equal(short.status, 302);
  const asset = String(pick(await callOf(id), "asset"));
  standIn.advance(3_601_000);
  assert.match((await localRequest(recording)).text, /Request has expired/);
  assert.match((await localRequest(asset)).text, /<audio controls/);
  assert.notEqual(pick(await callOf(id), "recording"), recording);
});

test("lists are paged, ordered and cut by time", async () => {
  for (let index = 0; index < 3; index++) await played({ outcome: "missed", ring: 0, talk: 0 });
  const first = await standIn.api("GET", "/v1/calls?per_page=2&fetch_contact=true");
  assert.equal(pick(first.body, "meta", "count"), 2);
  const next = String(pick(first.body, "meta", "next_page_link"));
  assert.match(next, /\/v1\/calls\?order=asc&page=2&per_page=2$/);
  const second = await standIn.api("GET", new URL(next).pathname + new URL(next).search);
  assert.equal(pick(second.body, "meta", "current_page"), 2);
  assert.notEqual(pick(second.body, "calls", 0, "id"), pick(first.body, "calls", 0, "id"));
  const newest = await standIn.api("GET", "/v1/calls?order=desc&per_page=1");
  assert.ok(Number(pick(newest.body, "calls", 0, "id")) > Number(pick(first.body, "calls", 1, "id")));
  const later = await standIn.api("GET", `/v1/calls?from=${Math.floor(Date.now() / 1000) + 1e6}`);
  assert.deepEqual(shapeOf(later.body).sort(), shapeOf(payload("rest-calls-list-empty")).sort());
  for (const query of ["per_page=51", "per_page=0", "page=x", "order=newest"]) {
    assert.equal((await standIn.api("GET", `/v1/calls?${query}`)).status, 400, query);
  }
});

test("search finds by party, direction, user and tags", async () => {
  const id = await played({ from: "+447700900777", outcome: "answered", tags: ["Billing", "Delivery"] });
  const found = async (query: string): Promise<unknown> =>
    pick((await standIn.api("GET", `/v1/calls/search?${query}`)).body, "calls", 0, "id");
  assert.equal(await found("phone_number=%2B447700900777"), id);
  assert.equal(await found("phone_number=%2B447700900777&direction=outbound"), undefined);
  assert.equal(await found("phone_number=%2B447700900777&user_id=640101&tags[]=2733002&tags[]=2733003"), id);
  assert.equal(await found("phone_number=%2B447700900777&tags[]=2730001"), undefined);
});

test("notes and tags over the API have no author, and five notes are the most", async () => {
  const id = await played({ outcome: "missed" });
  const commented = await standIn.api("POST", `/v1/calls/${id}/comments`, { content: "Call back \u{1F600}" });
  assert.equal(commented.status, 201);
  assert.deepEqual(
    [pick(await callOf(id), "comments", 0, "content"), pick(await callOf(id), "comments", 0, "posted_by")],
    ["Call back", null],
  );
  for (let index = 0; index < 4; index++) await standIn.api("POST", `/v1/calls/${id}/comments`, { content: `Note ${index}` });
  const sixth = await standIn.api("POST", `/v1/calls/${id}/comments`, { content: "More" });
  assert.deepEqual([sixth.status, pick(sixth.body, "troubleshoot")], [400, "Maximum of 5 notes can be added to a Call."]);
  assert.equal((await standIn.api("POST", `/v1/calls/${id}/tags`, { tags: [2733002] })).status, 201);
  assert.deepEqual([pick(await callOf(id), "tags", 0, "name"), pick(await callOf(id), "tags", 0, "tagged_by")], ["Billing", {}]);
});

test("a running call is transferred, shows cards, and its recording pauses", async () => {
  const id = await startCall(standIn, { ...PLAN, outcome: undefined });
  await standIn.api("POST", `/local/calls/${id}`, { action: "answer" });
  const post = (what: string, body: object): ReturnType<TestStandIn["api"]> => standIn.api("POST", `/v1/calls/${id}/${what}`, body);
  assert.equal((await post("insight_cards", payload("rest-insight-card-request") as object)).status, 201);
  assert.equal((await post("pause_recording", {})).status, 204);
  assert.equal((await post("transfers", { user_id: 640102, dispatching_strategy: "random" })).status, 400);
  assert.equal((await post("transfers", { user_id: 640102 })).status, 204);
  assert.equal((await post("transfers", { user_id: 640107 })).status, 400);
  await standIn.api("POST", `/local/calls/${id}`, { action: "hangUp" });
  assert.equal((await post("pause_recording", {})).status, 400);
  const unrecorded = await startCall(standIn, { ...PLAN, number: 510203, outcome: undefined });
  assert.equal((await standIn.api("POST", `/v1/calls/${unrecorded}/pause_recording`, {})).status, 405);
});

test("deleting a recording takes the results of intelligence with it", async () => {
  const id = await played({ outcome: "answered", insights: true });
  for (const [name, sample] of [
    ["transcription", "rest-transcription"],
    ["summary", "rest-summary"],
    ["sentiments", "rest-sentiments"],
    ["topics", "rest-topics"],
    ["action_items", "rest-action-items"],
  ] as const) {
    assert.deepEqual(shapeOf((await standIn.api("GET", `/v1/calls/${id}/${name}`)).body), shapeOf(payload(sample)), name);
  }
  assert.equal((await standIn.api("DELETE", `/v1/calls/${id}/recording`)).status, 204);
  assert.equal(pick(await callOf(id), "recording"), null);
  assert.equal((await standIn.api("GET", `/v1/calls/${id}/summary`)).status, 404);
});

test("calls older than six months and beyond the 10,000th are out of reach", async () => {
  standIn.advance(184 * 24 * 3600 * 1000);
  assert.equal(pick((await standIn.api("GET", "/v1/calls")).body, "meta", "total"), 0);
});
