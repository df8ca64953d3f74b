/** Who the phone takes a browser for. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type LocalAnswer, localRequest } from "../../http/local-request.ts";
import { pick, startStandIn, type TestStandIn } from "../stand-in-fixture.ts";

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

function ask(path: string, cookie?: string): Promise<LocalAnswer> {
  return localRequest(`http://phone.test.localhost:${standIn.port}${path}`, cookie === undefined ? {} : { headers: { cookie } });
}

/** The cookie of an answer, as the browser sends it back. */
function cookieOf({ headers }: LocalAnswer): string {
  return String(headers["set-cookie"]).split(";")[0] ?? "";
}

/** What an agent's action at the phone is answered with: it names nobody when nobody is logged in. */
async function write(body: string, cookie?: string): Promise<void> {
  const { status } = await localRequest(`http://phone.test.localhost:${standIn.port}/phone/actions`, {
    method: "POST",
    headers: cookie === undefined ? {} : { cookie },
    body: JSON.stringify({ type: "message", to: "+12025550173", line: 510202, body }),
  });
  assert.equal(status, 200);
}

/** E-mail of who sent the message. */
async function senderOf(body: string): Promise<unknown> {
  const received = await standIn.waitFor((all) => all.some((entry) => entry.body.data["body"] === body), body);
  return pick(received.find((entry) => entry.body.data["body"] === body)?.body, "data", "user", "email");
}

test("a login goes on to where it was asked, with a cookie for other sites' iframes", async () => {
  const answer = await ask("/session?user=avery.stone@example.com&next=http%3A%2F%2Flightning.org.localhost%3A8100%2F");
  assert.deepEqual([answer.status, answer.headers["location"]], [302, "http://lightning.org.localhost:8100/"]);
  assert.match(String(answer.headers["set-cookie"]), /HttpOnly; Secure; SameSite=None$/);
});

test("a login leads nowhere but to this machine", async () => {
  for (const next of ["https://example.com/", "//example.com/", "javascript:alert(1)"]) {
    assert.equal((await ask(`/session?user=avery.stone@example.com&next=${encodeURIComponent(next)}`)).status, 400, next);
  }
});

test("before any login the phone is the world's default user's", async () => {
  await write("nobody logged in");
  assert.equal(await senderOf("nobody logged in"), "admin@local.org");
});

test("each browser has its own login; one without a cookie is taken for the latest", async () => {
  const avery = cookieOf(await ask("/session?user=avery.stone@example.com"));
  const robin = cookieOf(await ask("/session?user=robin.vale@example.com"));
  const adopted = await ask("/");
  assert.match(String(adopted.headers["set-cookie"]), /; Partitioned$/);
  assert.equal(cookieOf(adopted), robin);
  for (const [body, cookie, email] of [
    ["from avery", avery, "avery.stone@example.com"],
    ["from robin", robin, "robin.vale@example.com"],
    ["from the iframe", undefined, "robin.vale@example.com"],
  ] as const) {
    await write(body, cookie);
    assert.equal(await senderOf(body), email);
  }
});

test("a page around the phone logs its user in, in each browser apart, until the agent logs out", async () => {
  const join = (email: string, cookie?: string) => ask(`/session/join?user=${encodeURIComponent(email)}`, cookie);
  const first = await join("avery.stone@example.com");
  assert.equal(first.status, 204);
  assert.match(String(first.headers["set-cookie"]), /; Partitioned$/);
  const avery = cookieOf(first);
  const robin = cookieOf(await join("robin.vale@example.com"));
  await write("avery, joined", avery);
  assert.equal(await senderOf("avery, joined"), "avery.stone@example.com");
  const again = await join("sam.field@example.com", robin);
  assert.equal(again.headers["set-cookie"], undefined);
  await write("sam, in the place of robin", robin);
  assert.equal(await senderOf("sam, in the place of robin"), "sam.field@example.com");
  const leave = { method: "POST", headers: { cookie: avery }, body: "{}" };
  await localRequest(`http://phone.test.localhost:${standIn.port}/phone/session`, leave);
  await join("avery.stone@example.com", avery);
  const { status } = await localRequest(`http://phone.test.localhost:${standIn.port}/phone/actions`, { ...leave, body: "{}" });
  assert.equal(status, 400);
});

test("an unknown page is 404, the known ones are served with their code", async () => {
  assert.equal((await ask("/nothing")).status, 404);
  for (const path of ["/", "/console", "/phone.css", "/console.css", "/phone.js", "/console.js"]) {
    const { status, text } = await ask(path);
    assert.equal(status, 200, path);
    assert.ok(text.length > 200, path);
  }
});
