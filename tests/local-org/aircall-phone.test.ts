/** The stand-in's phone page with the real SDK around it, and its console. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { build } from "esbuild";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { pick, startCall, startStandIn, type TestStandIn } from "../../local-org/aircall/stand-in-fixture.ts";
import { launchBrowser } from "../support/browser.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const AVERY = "avery.stone@example.com";
const ROBIN = "robin.vale@example.com";
const EVENTS = ["incoming_call", "call_end_ringtone", "outgoing_call", "outgoing_answered", "call_ended", "comment_saved", "external_dial"];

/** What the page around the phone runs: the SDK, with everything that it hears in `heard`. */
const HOST_SCRIPT = `
import AircallWorkspace from "aircall-everywhere";
window.heard = [];
const hear = (name) => (value) => window.heard.push([name, value]);
const phone = new AircallWorkspace({
  onLogin: hear("login"), onLogout: hear("logout"), domToLoadWorkspace: "#phone", workspaceUrl: window.workspaceUrl,
});
for (const name of ${JSON.stringify(EVENTS)}) phone.on(name, hear(name));
window.command = (name, value) => new Promise((done) => phone.send(name, value, (isDone, answer) => done([isDone, answer])));
`;

let browser: Browser;
let script: string;
let standIn: TestStandIn;
let host: Server;
let hostAddress: string;
let context: BrowserContext;

before(async () => {
  const [started, bundle] = await Promise.all([
    launchBrowser(),
    build({
      stdin: { contents: HOST_SCRIPT, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: "iife",
      logLevel: "silent",
    }),
  ]);
  browser = started;
  script = bundle.outputFiles[0]?.text ?? "";
});
after(() => browser.close());

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.api("POST", "/local/pace", { endedAfter: 0.1, calleeAnswersAfter: 0.3 });
  const workspaceUrl = JSON.stringify(`http://phone.test.localhost:${standIn.port}`);
  const page = `<!doctype html><title>Host</title><div id="phone"></div><script>window.workspaceUrl = ${workspaceUrl}</script><script src="/host.js"></script>`;
  host = createServer((incoming, outgoing) => {
    const isScript = incoming.url === "/host.js";
    outgoing.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" }).end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  // Another site than the phone's, as in the org.
  hostAddress = `http://lightning.org.localhost:${(host.address() as AddressInfo).port}/`;
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  host.close();
  host.closeAllConnections();
  await standIn.close();
});

interface Phone {
  readonly page: Page;
  readonly inside: FrameLocator;
  heard(): Promise<readonly unknown[]>;
  waitFor(name: string): Promise<unknown>;
  command(name: string, value?: object): Promise<unknown>;
}

/** Logs in as the shell does, by a redirect through the phone's host, and waits for the SDK's login. */
async function open(email: string, inContext = context): Promise<Phone> {
  const page = await inContext.newPage();
  await page.goto(
    `http://phone.test.localhost:${standIn.port}/session?user=${encodeURIComponent(email)}&next=${encodeURIComponent(hostAddress)}`,
  );
  return attach(page);
}

async function attach(page: Page): Promise<Phone> {
  const heard = (): Promise<readonly unknown[]> => page.evaluate(() => Reflect.get(globalThis, "heard") as unknown[]);
  const waitFor = async (name: string): Promise<unknown> => {
    await page.waitForFunction(
      (wanted) => (Reflect.get(globalThis, "heard") as [string, unknown][]).some(([event]) => event === wanted),
      name,
    );
    return (await heard()).map((entry) => [pick(entry, 0), pick(entry, 1)]).find(([event]) => event === name)?.[1];
  };
  await waitFor("login");
  return {
    page,
    inside: page.frameLocator("iframe"),
    heard,
    waitFor,
    command: (name, value) =>
      page.evaluate(([event, data]) => (Reflect.get(globalThis, "command") as (...args: unknown[]) => Promise<unknown>)(event, data), [
        name,
        value,
      ] as const),
  };
}

/** Rules that the page breaks, by axe. */
async function axeFindings(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = Reflect.get(globalThis, "axe") as { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    return (await axe.run()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 100))]);
  });
}

test("the SDK learns who is logged in to the phone", async () => {
  const phone = await open(AVERY);
  assert.deepEqual(await phone.waitFor("login"), {
    user: { email: AVERY, first_name: "Avery", last_name: "Stone", company_name: "Example Retail" },
  });
  await phone.inside.getByText("Available", { exact: true }).first().waitFor();
  assert.deepEqual(await phone.command("is_logged_in"), [true, true]);
});

test("two browsers have two agents, also after a reload; a new login in one changes that one", async () => {
  const second = await browser.newContext();
  const avery = await open(AVERY);
  await open(ROBIN, second);
  await avery.page.reload();
  const again = await attach(avery.page);
  assert.equal(pick(await again.waitFor("login"), "user", "email"), AVERY);
  const sam = await open("sam.field@example.com");
  assert.equal(pick(await sam.waitFor("login"), "user", "email"), "sam.field@example.com");
  await second.close();
});

test("dial_number fills the keypad, the agent calls, and the call is told from start to end", async () => {
  const phone = await open(AVERY);
  assert.deepEqual(await phone.command("dial_number", { phone_number: "+447700900456" }), [true, undefined]);
  await phone.inside.getByText("Jordan Marsh, Northwind Test Ltd").waitFor();
  await phone.inside.getByRole("button", { name: "Call", exact: true }).click();
  await phone.waitFor("outgoing_answered");
  assert.equal(pick(await phone.command("dial_number", { phone_number: "+447700900456" }), 1, "code"), "in_call");
  assert.equal(pick(await phone.command("exit_keyboard"), 1, "code"), "in_call");
  await phone.inside.getByRole("button", { name: "Hang up" }).click();
  await phone.waitFor("call_ended");
  const id = 3_811_600_200;
  const heard = await phone.heard();
  assert.deepEqual(heard[1], ["outgoing_call", { from: "+442079460123", to: "+447700900456", call_id: id }]);
  assert.deepEqual(
    heard.map((entry) => pick(entry, 0)),
    ["login", "outgoing_call", "outgoing_answered", "call_ended"],
  );
  await phone.inside.getByRole("button", { name: "Done" }).click();
});

test("commands that do not fit are answered with the SDK's codes", async () => {
  const phone = await open(AVERY);
  assert.equal(pick(await phone.command("hang_up"), 1, "code"), "does_not_exists");
  assert.deepEqual(await phone.command("exit_keyboard"), [true, undefined]);
  assert.equal(pick(await phone.command("exit_keyboard"), 1, "code"), "not_in_keyboard");
  for (const [answers, code] of [
    ["none", "no_answer"],
    ["late", "no_answer"],
    ["invalid", "invalid_response"],
    ["no_code", "unknown_error"],
  ] as const) {
    await standIn.api("POST", "/local/phone", { answers });
    // The setting reaches the page by its event stream: until then it answers as before.
    await assert.doesNotReject(async () => {
      while (pick(await phone.command("is_logged_in"), 1, "code") !== code);
    }, answers);
  }
});

test("an incoming call is answered, survives a reload, gets a comment and a tag, and ends", async () => {
  const phone = await open(AVERY);
  const id = await startCall(standIn, { from: "+447700900456", number: 510201, user: AVERY });
  assert.deepEqual(await phone.waitFor("incoming_call"), { from: "+447700900456", to: "+442079460123", call_id: id });
  await phone.inside.getByRole("button", { name: "Answer" }).press("Enter");
  assert.deepEqual(await phone.waitFor("call_end_ringtone"), { answer_status: "answered", call_id: id });
  await phone.page.reload();
  const again = await attach(phone.page);
  await again.inside.getByText("In call").waitFor();
  await again.inside.getByRole("button", { name: "Notes and tags" }).click();
  await again.inside.getByRole("button", { name: "Billing" }).click();
  await again.inside.getByRole("textbox", { name: "Comment" }).fill("Call back on Friday");
  await again.inside.getByRole("button", { name: "Save" }).click();
  assert.deepEqual(await again.waitFor("comment_saved"), { comment: "Call back on Friday", call_id: id });
  await again.inside.getByRole("button", { name: "Hang up" }).click();
  assert.equal(pick(await again.waitFor("call_ended"), "call_id"), id);
  await again.inside.getByText("Call ended").waitFor();
  const { body } = await standIn.api("GET", `/v1/calls/${id}`);
  assert.deepEqual([pick(body, "call", "tags", 0, "name"), pick(body, "call", "comments", 0, "posted_by", "email")], ["Billing", AVERY]);
});

test("a call is transferred to a colleague's phone", async () => {
  const second = await browser.newContext();
  const avery = await open(AVERY);
  const robin = await open(ROBIN, second);
  await startCall(standIn, { from: "+447700900121", number: 510201, user: AVERY });
  await avery.inside.getByRole("button", { name: "Answer" }).click();
  await avery.inside.getByRole("button", { name: "Transfer" }).click();
  await avery.inside.getByRole("button", { name: /Robin Vale/ }).click();
  await robin.inside.getByText("Transferred to you").waitFor();
  await robin.inside.getByRole("button", { name: "Answer" }).click();
  await avery.waitFor("call_ended");
  await robin.inside.getByText("In call").waitFor();
  assert.deepEqual((await standIn.api("GET", "/v1/users/640102/availability")).body, { availability: "in_call" });
  await second.close();
});

test("a declined call says so, one that the caller ends is disconnected", async () => {
  const phone = await open(AVERY);
  await startCall(standIn, { from: "+447700900121", number: 510201, user: AVERY });
  await phone.inside.getByRole("button", { name: "Decline" }).click();
  assert.equal(pick(await phone.waitFor("call_end_ringtone"), "answer_status"), "refused");
  const id = await startCall(standIn, { from: "+447700900121", number: 510201, user: AVERY, outcome: "abandoned", ring: 0.2 });
  await phone.page.waitForFunction(
    () => (Reflect.get(globalThis, "heard") as unknown[][]).filter(([name]) => name === "call_end_ringtone").length === 2,
  );
  assert.deepEqual((await phone.heard()).at(-1), ["call_end_ringtone", { answer_status: "disconnected", call_id: id }]);
});

test("logging out and in again is told to the page around", async () => {
  const phone = await open(AVERY);
  await phone.inside.getByRole("combobox", { name: "Availability" }).selectOption({ label: "Log out" });
  await phone.inside.getByRole("heading", { name: "Log in to the phone" }).waitFor();
  await phone.waitFor("logout");
  await phone.inside.getByRole("button", { name: /Robin Vale/ }).click();
  await phone.inside.getByRole("button", { name: "Call", exact: true }).waitFor();
  const logins = (await phone.heard()).filter((entry) => pick(entry, 0) === "login");
  assert.equal(pick(logins.at(-1), 1, "user", "email"), ROBIN);
});

test("dialling over REST needs an open phone, and reaches it", async () => {
  const phone = await open(AVERY);
  assert.deepEqual((await standIn.api("GET", "/v1/users/640101/availability")).body, { availability: "available" });
  assert.equal((await standIn.api("POST", "/v1/users/640101/dial", { to: "+12025550173" })).status, 204);
  assert.deepEqual(await phone.waitFor("external_dial"), { phone_number: "+12025550173" });
  assert.equal((await standIn.api("POST", "/v1/users/640101/calls", { to: "+12025550173", number_id: 510202 })).status, 204);
  assert.equal(pick(await phone.waitFor("outgoing_call"), "to"), "+12025550173");
  assert.equal((await standIn.api("POST", "/v1/users/640101/calls", { to: "+12025550173", number_id: 510202 })).status, 405);
});

test("messages are read and answered", async () => {
  const phone = await open(AVERY);
  await standIn.api("POST", "/local/messages", { from: "+447700900456", number: 510202, body: "Hello, is my order ready?" });
  await phone.inside.getByRole("button", { name: "Messages" }).click();
  await phone.inside.getByRole("button", { name: /Jordan Marsh/ }).click();
  await phone.inside.getByRole("textbox", { name: "Reply" }).fill("Yes");
  await phone.inside.getByRole("button", { name: "Send" }).click();
  await phone.inside.getByText(/^delivered/).waitFor();
});

test("every view of the phone is free of accessibility faults and fits a small window", async () => {
  await standIn.api("POST", "/local/messages", { from: "+447700900456", number: 510202, body: "Hello" });
  const page = await context.newPage();
  await page.setViewportSize({ width: 300, height: 420 });
  await page.goto(`http://phone.test.localhost:${standIn.port}/session?user=${AVERY}`);
  const check = async (view: string): Promise<void> => {
    assert.deepEqual(await axeFindings(page), [], view);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert.equal(overflow, 0, `${view} is too wide`);
  };
  await page.getByRole("button", { name: "Call", exact: true }).waitFor();
  await check("keypad");
  await page.getByRole("button", { name: "Messages" }).click();
  await check("messages");
  await page.getByRole("button", { name: /Jordan Marsh/ }).click();
  await check("conversation");
  const id = await startCall(standIn, { from: "+447700900456", number: 510201, user: AVERY });
  await page.getByRole("button", { name: "Answer" }).waitFor();
  await check("incoming call");
  await page.getByRole("button", { name: "Answer" }).click();
  for (const panel of ["Transfer", "Notes and tags"]) {
    await page.getByRole("button", { name: panel, exact: true }).click();
    await page.getByRole("group", { name: panel }).waitFor();
    await check(panel);
  }
  await standIn.api("POST", `/local/calls/${id}`, { action: "hangUp" });
  await page.getByRole("button", { name: "Done" }).waitFor();
  await check("after the call");
  await page.getByRole("button", { name: "Calls" }).click();
  await page.getByRole("button", { name: /Jordan Marsh Answered/ }).waitFor();
  await check("past calls");
});

test("a person plays a whole call at the console and sees what was delivered", async () => {
  const page = await context.newPage();
  await page.goto(`http://phone.test.localhost:${standIn.port}/console`);
  await page.getByRole("combobox", { name: "Caller" }).fill("+447700900456");
  await page
    .locator(".card-call")
    .getByRole("combobox", { name: /^Agent/ })
    .selectOption({ label: "Robin Vale" });
  await page.getByRole("button", { name: "Ring", exact: true }).click();
  await page.getByRole("button", { name: "Agent answers" }).click();
  await page.getByRole("button", { name: "Hold", exact: true }).click();
  await page.getByRole("button", { name: "Resume" }).click();
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole("button", { name: "Hang up" }).click();
  const ended = page.getByRole("button", { name: /200 call\.ended 3811600200/ });
  await ended.click();
  await page.getByText('"status": "done"').waitFor();
  assert.deepEqual(await axeFindings(page), []);
});
