/** What a project's components find in the browser: platform modules, Lightning Web Security, Lightning Out. The org behind is a few answers. */
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { createLightningAssets } from "../../local-org/lightning/build/lightning-assets.ts";
import { launchBrowser } from "../support/browser.ts";

const FIXTURE = join(import.meta.dirname, "..", "fixtures", "components");
const CONTEXT = {
  user: {
    id: "005000000000001AAA",
    name: "Ada Field",
    username: "ada@example.com",
    email: "ada@example.com",
    language: "fr",
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    isGuest: false,
  },
  org: { id: "00D000000000001EAA", name: "Test", namespace: null, isSandbox: false },
  labels: { Greeting: "Bonjour" },
  resources: { Logo: "/resource/1/Logo" },
  customPermissions: ["May_Call"],
  userPermissions: [],
};

/** Components that the Lightning Out app names. */
const APP = ["security", "org", "noLabel", "data", "unsupported", "navigates", "asks"];

let folder: string;
let server: Server;
let browser: Browser;
/** One for all tests: its pages share the cache. */
let context: BrowserContext;
let page: Page;
let base: string;
/** Requests to the org since the test began: `GET /path`. */
let requests: string[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "components-"));
  cpSync(FIXTURE, folder, { recursive: true });
  const assets = createLightningAssets({ folder, say: () => undefined });
  server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? ""}`);
    if (orgAnswers(incoming, outgoing, url)) return;
    Promise.resolve(assets.handler(incoming, outgoing, url)).then(
      (isAnswered) => {
        if (!isAnswered) outgoing.writeHead(404).end();
      },
      (error: unknown) => outgoing.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  base = `http://vf.org.localhost:${(server.address() as AddressInfo).port}`;
  [browser] = await Promise.all([launchBrowser(), assets.ready]);
  context = await browser.newContext();
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await page?.close();
  page = await context.newPage();
  await page.goto(`${base}/out`);
  requests = [];
});

/** The pages and answers of an org. */
function orgAnswers(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): boolean {
  const json = (body: unknown, status = 200): true => {
    outgoing.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    return true;
  };
  if (url.pathname === "/lightning/context.js") {
    outgoing.setHeader("Content-Type", "text/javascript");
    outgoing.end(`Object.defineProperty(globalThis, Symbol.for("local-org.context"), { value: ${JSON.stringify(CONTEXT)} });`);
    return true;
  }
  if (url.pathname === "/out" || url.pathname === "/frame") {
    outgoing.setHeader("Content-Type", "text/html");
    // What a Visualforce page has and components must not see.
    outgoing.end(`<!doctype html><script>sforce = { opencti: {} }; Aura = {}; $A = {}; Sfdc = {};</script>
<script src="/lightning/lightning.out.js"></script><div id="place"></div>`);
    return true;
  }
  if (url.pathname === "/lightning/api/out-app/c:testOut") return json({ dependencies: APP.map((name) => `c:${name}`) });
  if (url.pathname.startsWith("/lightning/api/out-app/")) return json([{ errorCode: "NOT_FOUND", message: "No such app" }], 404);
  if (!url.pathname.startsWith("/lightning/apex/") && !url.pathname.startsWith("/services/")) return false;
  requests.push(`${incoming.method ?? ""} ${url.pathname}`);
  if (incoming.method === "PATCH") return json({ apiName: "Account", id: "001000000000001AAA", fields: {} });
  if (url.pathname.endsWith("/refuse")) {
    return json(
      { status: 500, statusText: "Server Error", ok: false, body: { message: "Not today", exceptionType: "AuraHandledException" } },
      500,
    );
  }
  if (url.pathname.startsWith("/lightning/apex/")) return json({ returnValue: requests.length });
  if (url.pathname.includes("001000000000009AAA")) return json([{ errorCode: "NOT_FOUND", message: "No such record" }], 404);
  return json({ apiName: "Account", id: "001000000000001AAA", fields: { Name: { value: `Acme ${requests.length}`, displayValue: null } } });
}

interface Created {
  readonly status: string;
  readonly message: string;
}

/** `$Lightning.use` and `createComponent`; the component is kept as `window.made`. */
function create(type: string, attributes: Readonly<Record<string, unknown>> = {}): Promise<Created> {
  const script = `new Promise((done) => $Lightning.use("c:testOut", () =>
    $Lightning.createComponent(${JSON.stringify(type)}, ${JSON.stringify(attributes)}, "place", (made, status, message) => {
      window.made = made;
      done({ status, message });
    })))`;
  return page.evaluate(script);
}

/** What a component shows as JSON. */
async function shown(tag: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await page.locator(`${tag} output`).textContent();
  return JSON.parse(text ?? "{}") as Readonly<Record<string, unknown>>;
}

/** Waits until a component shows this value under a name. */
async function waitFor(tag: string, name: string, value: unknown): Promise<void> {
  const part = `"${name}":${JSON.stringify(value)}`;
  await page.locator(`${tag} output`, { hasText: part }).waitFor();
}

describe("Lightning Web Security", () => {
  test("hides sforce, Aura, $A and Sfdc from components, under every name of the window", async () => {
    assert.equal((await create("c:security")).status, "SUCCESS");
    const { names, window, self, globalThis, listed, inWindow } = await shown("c-security");
    assert.deepEqual(names, ["undefined", "undefined", "undefined", "undefined"]);
    assert.deepEqual([window, self, globalThis], ["undefined", "undefined", "undefined"]);
    assert.deepEqual([listed, inWindow], [false, false]);
    assert.equal(await page.evaluate("typeof sforce"), "object", "the page itself has it");
  });

  test("leaves the window usable", async () => {
    await create("c:security");
    const { timer, event, width, identity } = await shown("c-security");
    assert.deepEqual([timer, event, width, identity], ["number", true, "number", true]);
  });

  test("gives iframes of components an origin of their own", async () => {
    await create("c:security");
    const inTemplate = page.frameLocator("c-security iframe.template");
    const origin: unknown = await inTemplate.locator("body").evaluate("globalThis.origin");
    assert.equal(origin, "null");
    const { sandbox } = await shown("c-security");
    assert.match(String(sandbox), /^allow-downloads .*allow-scripts$/);
  });
});

describe("@salesforce modules", () => {
  test("tell what the org knows of its user", async () => {
    await create("c:org");
    assert.deepEqual(await shown("c-org"), {
      userId: CONTEXT.user.id,
      isGuest: false,
      label: "Bonjour",
      resource: "/resource/1/Logo",
      mayCall: true,
      formFactor: "Large",
      locale: "fr-FR",
      lang: "fr",
      timeZone: "Europe/Paris",
      shortDate: "dd/MM/yyyy",
      shortTime: "HH:mm",
      decimal: ",",
      firstDayOfWeek: 2,
      field: { fieldApiName: "Name", objectApiName: "Account" },
    });
  });

  test("a missing label fails with its name", async () => {
    const { status, message } = await create("c:noLabel");
    assert.equal(status, "ERROR");
    assert.match(message, /There is no custom label Nowhere in this org/);
  });

  test("a lacking custom permission is undefined", async () => {
    await create("c:data");
    assert.equal((await shown("c-data"))["mayRule"], "undefined");
  });
});

describe("data", () => {
  test("a wired Apex method waits for its parameters, runs again when they change, and is shared", async () => {
    await create("c:data");
    await waitFor("c-data", "isReady", true);
    assert.deepEqual(
      requests.filter((request) => request.includes("/apex/")),
      [],
    );
    await page.evaluate(`made.set("v.recordId", "001000000000001AAA")`);
    await page.locator("c-data output", { hasText: /"apex":\d/ }).waitFor();
    assert.equal(requests.filter((request) => request.includes("/apex/Things/list")).length, 1, "two wires, one request");
  });

  test("refreshApex gives the new value before it resolves", async () => {
    await create("c:data", { recordId: "001000000000001AAA" });
    await page.locator("c-data output", { hasText: /"apex":\d/ }).waitFor();
    const before = (await shown("c-data"))["apex"];
    await page.evaluate("made.getElement().refresh()");
    assert.ok(Number((await shown("c-data"))["apex"]) > Number(before));
  });

  test("an Apex error has the platform's shape", async () => {
    await create("c:data");
    const error: unknown = await page.evaluate("made.getElement().refuse()");
    assert.deepEqual(error, { status: 500, ok: false, body: { message: "Not today", exceptionType: "AuraHandledException" } });
  });

  test("a record's wire gives its fields; saving it reads it again", async () => {
    await create("c:data", { recordId: "001000000000001AAA" });
    await page.locator("c-data output", { hasText: /"name":"Acme \d/ }).waitFor();
    const before = (await shown("c-data"))["name"];
    await page.evaluate("made.getElement().save()");
    assert.notEqual((await shown("c-data"))["name"], before);
    assert.ok(requests.includes("PATCH /services/data/v67.0/ui-api/records/001000000000001AAA"));
  });

  test("a record that is not there is an error with one message", async () => {
    await create("c:data", { recordId: "001000000000009AAA" });
    await waitFor("c-data", "recordError", { statusCode: 404, errorCode: "NOT_FOUND", message: "No such record" });
  });

  test("messages reach subscribers of their channel until they unsubscribe", async () => {
    await create("c:data");
    await page.evaluate("made.getElement().say('one')");
    await page.evaluate("made.getElement().hush()");
    await page.evaluate("made.getElement().say('two')");
    assert.deepEqual((await shown("c-data"))["heard"], ["one"]);
  });
});

describe("Lightning Out", () => {
  test("refuses what the app does not name", async () => {
    const { status, message } = await create("c:hidden");
    assert.equal(status, "ERROR");
    assert.match(message, /c:testOut does not name c:hidden/);
  });

  test("says why an app cannot be used", async () => {
    await page.evaluate(`$Lightning.use("c:noApp")`);
    const message: unknown = await page.evaluate(
      `new Promise((done) => $Lightning.createComponent("c:org", {}, "place", (made, status, message) => done(message)))`,
    );
    assert.equal(message, "$Lightning.use: No such app");
  });

  test("shows what could not be built, and only that", async () => {
    const { status, message } = await create("c:unsupported");
    assert.equal(status, "ERROR");
    assert.match(message, /does not support "lightning\/empApi"/);
    assert.equal((await create("c:org")).status, "SUCCESS");
  });

  test("navigation and the shell are not there, as on the platform", async () => {
    await create("c:navigates");
    const message: unknown = await page.evaluate("made.getElement().go()");
    assert.match(String(message), /lightning\/navigation is not available outside of Lightning Experience/);
  });

  test("the component that the page gets reads and writes public properties, and can be destroyed", async () => {
    await create("c:data", { recordId: "001000000000001AAA" });
    assert.equal(await page.evaluate(`made.get("v.recordId")`), "001000000000001AAA");
    await page.evaluate("made.destroy()");
    assert.equal(await page.locator("c-data").count(), 0);
  });
});

test("base components open a dialog and give its answer", async () => {
  await create("c:asks");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await waitFor("c-asks", "answer", true);
});

test("a project's own modal opens with its properties and closes with a result", async () => {
  await create("c:asks");
  await page.getByRole("button", { name: "Ask more" }).click();
  await page.getByText("really?").waitFor();
  await page.getByRole("button", { name: "Yes" }).click();
  await waitFor("c-asks", "answer", "yes, really");
});
