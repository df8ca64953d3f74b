/** What the `lightning/*` modules do in the shell, with a whole org behind: a component in the utility bar of a console. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { localRequest } from "../../local-org/http/local-request.ts";
import { createLightningAssets } from "../../local-org/lightning/build/lightning-assets.ts";
import { type EngineClient, startEngine } from "../../local-org/salesforce/engine-client.ts";
import { startServer } from "../../local-org/salesforce/server.ts";
import { launchBrowser } from "../support/browser.ts";

let folder: string;
let engine: EngineClient;
let server: Server;
let browser: Browser;
let page: Page;
let base: string;
let contactId: string;
let panel: Locator;
let output: Locator;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "components-"));
  cpSync(join(import.meta.dirname, "..", "fixtures", "components"), folder, { recursive: true });
  const assets = createLightningAssets({ folder, say: () => undefined });
  [engine, browser] = await Promise.all([
    startEngine({ folder, port: 0, seedFolder: null, dataFolder: null, alsoLogInAt: null }),
    launchBrowser(),
    assets.ready,
  ]);
  server = await startServer(engine, 0, { "lightning.org.localhost": [assets.handler], "vf.org.localhost": [assets.handler] });
  base = `http://lightning.org.localhost:${(server.address() as AddressInfo).port}`;
  const body = JSON.stringify({ FirstName: "Jordan", LastName: "Marsh" });
  const created = await localRequest(`${base}/services/data/v67.0/sobjects/Contact`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  contactId = (JSON.parse(created.text) as { id: string }).id;
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${base}/lightning/app/Test`);
  await page.getByRole("button", { name: "Tools" }).click();
  panel = page.getByRole("dialog", { name: "Tools" });
  output = page.locator("c-utility output");
  await panel.getByLabel("Record").fill(contactId);
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the component shows this value under a name. */
function shows(name: string, value: unknown): Promise<void> {
  return output.filter({ hasText: `"${name}":${JSON.stringify(value)}` }).waitFor({ state: "attached" });
}

test("wires tell the component where it stands", async () => {
  await shows("page", "standard__namedPage");
  await shows("utilityId", "0");
  await shows("isConsole", true);
});

test("wires give objects, list views, related lists and what Apex found", async () => {
  await shows("label", "Contact");
  await shows("lists", true);
  await shows("relatedLists", true);
  await shows("found", 1);
});

test("a saved record is read again by who shows it", async () => {
  await shows("firstName", "Jordan");
  await panel.getByRole("button", { name: "Change contact" }).click();
  await shows("firstName", "Changed");
});

test("RefreshEvent reads again what others changed", async () => {
  await localRequest(`${base}/services/data/v67.0/sobjects/Contact/${contactId}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ FirstName: "Robin" }),
  });
  await panel.getByRole("button", { name: "Look again" }).click();
  await shows("firstName", "Robin");
});

test("an Apex refusal has the status and the message that Apex set", async () => {
  await panel.getByRole("button", { name: "Refuse" }).click();
  await shows("note", "500: Not today");
});

test("a toast event shows a toast", async () => {
  await panel.getByRole("button", { name: "Say hello" }).click();
  await page.getByText("from a utility").waitFor();
});

test("navigation opens the record, and the page reference follows", async () => {
  await panel.getByRole("button", { name: "Open record" }).click();
  await page.waitForURL(new RegExp(`/lightning/r/(?:Contact/)?${contactId}/view`));
  await shows("page", "standard__recordPage");
});

test("the workspace API opens a record's tab in front", async () => {
  await page.goto(`${base}/lightning/app/Test`);
  await page.getByRole("button", { name: "Tools" }).click();
  await panel.getByLabel("Record").fill(contactId);
  await panel.getByRole("button", { name: "Open tab" }).click();
  await shows("note", "the tab is in front");
});

test("the utility bar API renames the item and closes its panel", async () => {
  await panel.getByRole("button", { name: "Rename" }).click();
  await shows("note", "Renamed");
  const button = page.getByRole("button", { name: "Renamed" });
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await panel.getByRole("button", { name: "Close me" }).click();
  await page.locator("button[aria-expanded='false']", { hasText: "Renamed" }).waitFor();
});
