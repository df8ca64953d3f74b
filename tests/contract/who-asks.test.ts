/** Who a request runs as. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { localRequest } from "../../local-org/http/local-request.ts";
import { AGENT } from "../support/agent.ts";
import { property } from "../support/calls.ts";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";

let org: StartedOrg;
before(async () => {
  org = await startLocalOrg();
});
after(() => org.stop());

/** Status and user name of who the org takes a request for. */
async function whoAmI(headers: Readonly<Record<string, string>>): Promise<[number, unknown]> {
  const { status, text } = await localRequest(org.at("lightning.org", "/lightning/api/session"), { headers });
  const body: unknown = status === 200 ? JSON.parse(text) : null;
  return [status, property(property(body, "user"), "username")];
}

test("Without a word requests are the administrator's; the header names another user", async () => {
  const [status, administrator] = await whoAmI({});
  assert.equal(status, 200);
  assert.notEqual(administrator, AGENT);
  assert.deepEqual(await whoAmI({ "x-local-user": AGENT }), [200, AGENT]);
  assert.deepEqual(await whoAmI({ "x-local-user": AGENT.toUpperCase() }), [200, AGENT]);
});

test("An unknown user is refused with 401", async () => {
  assert.equal((await whoAmI({ "x-local-user": "nobody@example.com" }))[0], 401);
  const { status } = await localRequest(org.at("lightning.org", "/local/login?user=nobody@example.com"));
  assert.equal(status, 401);
});

test("A login sets a cookie for all hosts of the org, and the cookie is the user", async () => {
  const answer = await localRequest(org.at("lightning.org", `/local/login?user=${AGENT}`));
  assert.equal(answer.status, 303);
  const cookie = String(answer.headers["set-cookie"]);
  assert.match(cookie, /; Domain=org\.localhost;/);
  const pair = cookie.split(";")[0] ?? "";
  assert.deepEqual(await whoAmI({ cookie: pair }), [200, AGENT]);
  assert.deepEqual(await whoAmI({ cookie: pair, "x-local-user": "robin.vale@example.com" }), [200, "robin.vale@example.com"]);
});

test("The public site has no data API, whoever asks", async () => {
  const query = `/services/data/v67.0/query?q=${encodeURIComponent("SELECT Id FROM Contact")}`;
  for (const [method, path] of [
    ["GET", query],
    ["POST", "/services/data/v67.0/sobjects/Contact"],
    ["GET", "/services/data/v67.0/ui-api/object-info/Contact"],
  ] as const) {
    const { status, text } = await localRequest(org.at("site.org", path), {
      method,
      headers: { "x-local-user": AGENT },
      ...(method === "POST" ? { body: '{"LastName":"Guest"}' } : {}),
    });
    assert.deepEqual([status, property(property(JSON.parse(text), "0"), "errorCode")], [401, "INVALID_SESSION_ID"], `${method} ${path}`);
  }
  assert.deepEqual(await org.query("SELECT Id FROM Contact WHERE LastName = 'Guest'"), []);
});
