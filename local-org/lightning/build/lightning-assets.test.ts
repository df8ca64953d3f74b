import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { sampleProject } from "../../../scripts/checks/sample-project.ts";
import { localRequest, type LocalAnswer } from "../../http/local-request.ts";
import { createLightningAssets } from "./lightning-assets.ts";

interface Served {
  readonly folder: string;
  readonly said: string[];
  readonly get: (path: string, host?: "lightning.org" | "vf.org") => Promise<LocalAnswer>;
}

/** A server with nothing but the assets of a project; what they do not answer is 418. */
async function served(context: TestContext, files: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = sampleProject(context, { "force-app/main/lwc/.keep": "", ...files });
  const said: string[] = [];
  const assets = createLightningAssets({ folder, say: (line) => said.push(line) });
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? ""}`);
    Promise.resolve(assets.handler(incoming, outgoing, url)).then(
      (isAnswered) => {
        if (!isAnswered) outgoing.writeHead(418).end();
      },
      (error: unknown) => outgoing.writeHead(599).end(String(error)),
    );
  });
  context.after(() => server.close());
  await assets.ready;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return { folder, said, get: (path, host = "lightning.org") => localRequest(`http://${host}.localhost:${port}${path}`) };
}

const PANEL = "import { LightningElement } from 'lwc';\nexport default class Panel extends LightningElement {}\n";

test("pages of the shell are one document that names the built script, and the script is there", async (context) => {
  const { get } = await served(context);
  const page = await get("/lightning/r/Contact/003000000000001AAA/view");
  assert.equal(page.status, 200, page.text);
  assert.match(page.text, /<script src="\/lightning\/context.js">/);
  const script = /<script type="module" src="([^"]+)">/.exec(page.text)?.[1] ?? "";
  const answer = await get(script);
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers["cache-control"]), /immutable/);
  assert.match(answer.text, /shell-app/);
});

test("what is the org's is left to it", async (context) => {
  const { get } = await served(context);
  for (const path of ["/lightning/context.js", "/lightning/apex/A/b", "/lightning/api/session", "/services/data/v67.0/query?q=x"]) {
    assert.equal((await get(path)).status, 418, path);
  }
  assert.equal((await get("/lightning/page/home", "vf.org")).status, 418);
});

test("SLDS is served on both hosts, and nothing outside of it", async (context) => {
  const { get } = await served(context);
  for (const host of ["lightning.org", "vf.org"] as const) {
    const css = await get("/lightning/assets/slds/styles/salesforce-lightning-design-system.min.css", host);
    assert.equal(css.headers["content-type"], "text/css;charset=UTF-8");
  }
  assert.equal((await get("/lightning/assets/slds/%2e%2e/package.json")).status, 404);
  assert.equal((await get("/lightning/assets/nothing.js")).status, 404);
});

test("Open CTI is served for any version", async (context) => {
  const { get } = await served(context);
  const plain = await get("/support/api/67.0/lightning/opencti.js", "vf.org");
  const minified = await get("/support/api/38.0/lightning/opencti_min.js", "vf.org");
  assert.match(plain.text, /opencti/);
  assert.ok(minified.text.length < plain.text.length);
});

test("Lightning Out knows the module that makes components", async (context) => {
  const { get } = await served(context, {
    "force-app/main/lwc/panel/panel.js": PANEL,
    "force-app/main/lwc/panel/panel.html": "<template></template>",
  });
  const script = await get("/lightning/lightning.out.js", "vf.org");
  const module = /"module":"([^"]+)"/.exec(script.text)?.[1] ?? "";
  assert.equal((await get(module, "vf.org")).status, 200);
});

test("a source that changes is built again for the next page, and its fault is said there and at the terminal", async (context) => {
  const { folder, get, said } = await served(context, {
    "force-app/main/lwc/panel/panel.js": PANEL,
    "force-app/main/lwc/panel/panel.html": "<template></template>",
  });
  assert.doesNotMatch((await get("/")).text, /could not be built/);
  writeFileSync(join(folder, "force-app/main/lwc/panel/panel.html"), "<template>\n<div></template>");
  const page = await get("/");
  assert.match(page.text, /Components that could not be built/);
  assert.match(page.text, /panel\.html:2: LWC/);
  assert.ok(said.some((line) => /panel\.html:2: LWC/.test(line)));
  writeFileSync(join(folder, "force-app/main/lwc/panel/panel.html"), "<template></template>");
  assert.doesNotMatch((await get("/")).text, /could not be built/);
});
