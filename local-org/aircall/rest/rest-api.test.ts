/** The edge of the REST API: credential, routes, rate, faults; and the small resources. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { payload, shapeOf } from "../payloads-fixture.ts";
import { pick, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";
import { localRequest } from "../../http/local-request.ts";

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

test("no credential is 401, a wrong one 403, a good one plays ping-pong", async () => {
  const address = `http://api.test.localhost:${standIn.port}/v1/ping`;
  const anonymous = await localRequest(address);
  assert.deepEqual([anonymous.status, JSON.parse(anonymous.text)], [401, payload("rest-error-401-no-header")]);
  for (const authorization of [`Basic ${btoa("local-id:wrong")}`, "Bearer local-token"]) {
    const answer = await localRequest(address, { headers: { authorization } });
    assert.deepEqual([answer.status, JSON.parse(answer.text)], [403, payload("rest-error-403-bad-credential")]);
  }
  const { status, body } = await standIn.api("GET", "/v1/ping");
  assert.deepEqual([status, body], [200, payload("rest-ping")]);
});

test("an unknown route is the edge's 404, an unknown id the application's", async () => {
  for (const [method, path] of [
    ["GET", "/v1/nothing"],
    ["PATCH", "/v1/calls"],
    ["GET", "/v3/users"],
    ["GET", "/"],
  ] as const) {
    const { status, body } = await standIn.api(method, path);
    assert.deepEqual([status, body], [404, payload("rest-error-404-edge")], path);
  }
  for (const path of [
    "/v1/calls/1",
    "/v1/contacts/1",
    "/v1/numbers/1",
    "/v2/users/1",
    "/v2/users/no@example.com",
    "/v1/teams/1",
    "/v1/tags/1",
  ]) {
    const { status, body } = await standIn.api("GET", path);
    assert.deepEqual([status, body], [404, payload("rest-error-404-app")], path);
  }
});

test("a body that is no JSON is a 400", async () => {
  assert.equal((await standIn.api("POST", "/v1/contacts", "{")).status, 400);
  assert.equal((await standIn.api("POST", "/v1/contacts", "a=1", { "content-type": "text/plain" })).status, 400);
});

test("the 121st request of a minute is refused, the next minute is free", async () => {
  for (let index = 0; index < 120; index++) assert.equal((await standIn.api("GET", "/v1/ping")).status, 200);
  const { status, headers } = await standIn.api("GET", "/v1/ping");
  assert.equal(status, 429);
  assert.equal(headers["x-aircallapi-limit"], "120");
  assert.equal(headers["x-aircallapi-remaining"], "0");
  const reset = Number(headers["x-aircallapi-reset"]);
  assert.ok(reset > Date.now() / 1000 && reset <= Date.now() / 1000 + 61);
  standIn.advance(60_000);
  assert.equal((await standIn.api("GET", "/v1/ping")).status, 200);
});

test("faults answer so many requests and then end", async () => {
  await standIn.api("POST", "/local/faults", { rest: { status: 429, count: 2, retryAfter: 10 } });
  const first = await standIn.api("GET", "/v1/company");
  assert.deepEqual([first.status, first.headers["retry-after"]], [429, "10"]);
  assert.equal((await standIn.api("GET", "/v1/company")).status, 429);
  assert.equal((await standIn.api("GET", "/v1/company")).status, 200);
  assert.equal((await standIn.api("POST", "/local/faults", { rest: { status: 200 } })).status, 400);
});

test("company, lines, teams and tags have Aircall's shape", async () => {
  const shape = async (path: string): Promise<string[]> => shapeOf((await standIn.api("GET", path)).body);
  assert.deepEqual(await shape("/v1/company"), shapeOf(payload("rest-company")));
  assert.deepEqual(await shape("/v1/numbers/510201"), shapeOf(payload("rest-number")));
  assert.deepEqual(
    (await shape("/v1/teams/240301")).sort().filter((line) => !line.includes("default_number_id")),
    shapeOf(payload("rest-team"))
      .sort()
      .filter((line) => !line.includes("default_number_id")),
  );
  assert.deepEqual((await shape("/v1/tags")).sort(), shapeOf(payload("rest-tags-list")).sort());
});

test("tags and teams are made, changed and deleted", async () => {
  const made = await standIn.api("POST", "/v1/tags", { name: "Refund", color: "#112233", description: "dropped" });
  assert.deepEqual([made.status, pick(made.body, "tag", "description")], [200, null]);
  const path = `/v1/tags/${String(pick(made.body, "tag", "id"))}`;
  assert.equal(pick((await standIn.api("PUT", path, { name: "Refunds" })).body, "tag", "name"), "Refunds");
  assert.equal((await standIn.api("POST", "/v1/tags", { name: "Refunds", color: "#112233" })).status, 400);
  assert.equal((await standIn.api("DELETE", path)).status, 204);
  assert.equal((await standIn.api("GET", path)).status, 404);
  const team = await standIn.api("POST", "/v1/teams", { name: "Night" });
  const teamPath = `/v1/teams/${String(pick(team.body, "team", "id"))}`;
  const joined = await standIn.api("POST", `${teamPath}/users/640107`);
  assert.equal(pick(joined.body, "team", "users", 0, "id"), 640107);
  assert.equal((await standIn.api("DELETE", teamPath)).status, 204);
});
