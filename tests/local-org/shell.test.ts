/** The Lightning shell as a person uses it: lists, records, forms, console tabs, search, the utility bar. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { useDesk } from "../support/desk.ts";

const desk = useDesk();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AVERY = "avery.stone@example.com";

/** The shell at an address, as Avery. */
async function shellAt(path: string): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(desk.org.at("lightning.org", `/local/login?user=${AVERY}`));
  await page.goto(desk.org.at("lightning.org", path));
  return page;
}

async function idOf(soql: string): Promise<string> {
  const [row] = await desk.org.query(soql);
  const id = row?.["Id"];
  assert.ok(typeof id === "string", `no record for ${soql}`);
  return id;
}

const jordanId = (): Promise<string> => idOf("SELECT Id FROM Contact WHERE Email = 'jordan.marsh@example.com'");

/** Waits for the heading of a record or a list. */
function heading(page: Page, name: string): Promise<void> {
  return page.getByRole("heading", { level: 1, name }).waitFor();
}

/** What axe finds wrong with the page on screen, frames of others left out. */
async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    "axe.run(document, { iframes: false }).then(({ violations }) => " +
      "violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))",
  );
  return Array.isArray(found) ? found.map(String) : ["axe gave no list"];
}

test("A list leads to a record, and the browser's back button to the list", async () => {
  const page = await shellAt("/lightning/o/Contact/list");
  await page.getByRole("link", { name: "Jordan Marsh" }).click();
  await heading(page, "Contact Jordan Marsh");
  await page.waitForURL(/\/lightning\/r\/Contact\/\w{18}\/view$/);
  assert.equal(await page.title(), "Jordan Marsh | Contact | Local Org");
  await page.goBack();
  await heading(page, "Contacts All Contacts");
  assert.match(await page.title(), /^All Contacts \| Contacts/);
});

test("A list is searched and sorted by the org", async () => {
  const page = await shellAt("/lightning/o/Contact/list");
  const firstRow = page.getByRole("row").nth(1);
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await firstRow.filter({ hasText: "Tom Ellery" }).waitFor();
  await page.getByPlaceholder("Search this list...").fill("Weber");
  await page.getByRole("status").filter({ hasText: "1 item " }).waitFor();
  await firstRow.filter({ hasText: "Jonas Weber" }).waitFor();
});

test("A new record is refused at its fields, saved when they are right, and opened", async () => {
  const page = await shellAt("/lightning/o/Contact/new");
  const dialog = page.getByRole("dialog", { name: "New Contact" });
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.getByRole("alert").filter({ hasText: "Review the following fields: Last Name" }).waitFor();
  await dialog.getByText("Complete this field.").waitFor();
  await dialog.getByLabel("Last Name").fill("Okonkwo");
  await dialog.getByLabel("Email").fill("no address");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.getByRole("alert").filter({ hasText: "Email" }).waitFor();
  await dialog.getByLabel("Email").fill("okonkwo@example.com");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await heading(page, "Contact Okonkwo");
  await page.getByRole("status").filter({ hasText: "Contact “Okonkwo” was created." }).waitFor();
  assert.equal((await desk.org.query("SELECT Id FROM Contact WHERE Email = 'okonkwo@example.com'")).length, 1);
});

test("Leaving changed values asks first; the page stays when the person stays", async () => {
  const page = await shellAt(`/lightning/r/Contact/${await jordanId()}/view`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Jordan Marsh" });
  await dialog.getByLabel("Title").fill("Somebody else");
  await page.goBack();
  const question = page.getByRole("alertdialog", { name: "You have unsaved changes" });
  await question.getByRole("button", { name: "Continue Editing" }).click();
  assert.match(page.url(), /\/edit$/);
  await page.goBack();
  await question.getByRole("button", { name: "Discard Changes" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.waitForURL(/\/view$/);
  assert.equal((await desk.org.query("SELECT Id FROM Contact WHERE Title = 'Somebody else'")).length, 0);
});

test("A dialog takes the focus, keeps it, and gives it back on Escape", async () => {
  const page = await shellAt(`/lightning/r/Contact/${await jordanId()}/view`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Edit Jordan Marsh" });
  await dialog.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Close" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Edit", exact: true }).and(page.locator(":focus")).waitFor();
});

test("A task made on a record shows up under Upcoming & Overdue", async () => {
  const id = await idOf("SELECT Id FROM Contact WHERE Email = 'tom.ellery@example.com'");
  const page = await shellAt(`/lightning/r/Contact/${id}/view`);
  await page.getByRole("button", { name: "New Task" }).click();
  const dialog = page.getByRole("dialog", { name: "New Task" });
  const subject = dialog.getByRole("combobox", { name: "Subject" });
  await subject.fill("Ask about the shop in Leeds");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("region", { name: "Upcoming and Overdue" }).getByRole("link", { name: "Ask about the shop in Leeds" }).waitFor();
});

test("In a console a record has one tab, however often it is opened; closing it leads to its neighbour", async () => {
  const page = await shellAt("/lightning/o/Contact/list");
  const tabs = page.getByRole("navigation", { name: "Aircall" });
  const list = page.getByRole("link", { name: "Contacts", exact: true });
  for (const name of ["Jordan Marsh", "Priya Nair", "Jordan Marsh"]) {
    await page.getByRole("table").getByRole("link", { name }).click();
    await heading(page, `Contact ${name}`);
    await list.click();
    await heading(page, "Contacts All Contacts");
  }
  assert.deepEqual(await tabs.getByRole("link").allTextContents(), ["Jordan Marsh", "Priya Nair"]);
  await tabs.getByRole("link", { name: "Jordan Marsh" }).click();
  await tabs.getByRole("button", { name: "Close Jordan Marsh" }).click();
  await heading(page, "Contact Priya Nair");
  await page.reload();
  await heading(page, "Contact Priya Nair");
  assert.deepEqual(await tabs.getByRole("link").allTextContents(), ["Priya Nair"]);
});

test("The search box offers records and leads to all results", async () => {
  const page = await shellAt("/lightning/page/home");
  const box = page.getByRole("combobox", { name: "Search", exact: true });
  await box.fill("Northwind");
  await page.getByRole("option", { name: /^Northwind Test Ltd/ }).waitFor();
  await box.press("Enter");
  await page.getByRole("heading", { name: /^Accounts \(/ }).waitFor();
  await page.getByRole("table", { name: "Accounts" }).getByRole("link", { name: "Northwind Test Ltd" }).click();
  await heading(page, "Account Northwind Test Ltd");
});

test("A panel opens and closes by keyboard, and its page lives on while records come and go", async () => {
  const page = await shellAt("/lightning/o/Contact/list");
  const button = page.getByRole("button", { name: "Aircall Phone", exact: true });
  const frame = page.locator("shell-utility-panel iframe");
  await frame.waitFor({ state: "attached" });
  const phone = await (await frame.elementHandle())?.contentFrame();
  await button.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Aircall Phone" });
  await panel.getByRole("button", { name: "Minimize" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await button.and(page.locator(":focus")).waitFor();
  await page.getByRole("link", { name: "Jordan Marsh" }).click();
  await heading(page, "Contact Jordan Marsh");
  assert.equal(phone?.isDetached(), false);
});

test("Records and pages that do not exist are named so", async () => {
  const page = await shellAt("/lightning/r/Account/001000000000999AAA/view");
  await page.getByText("This record does not exist, was deleted, or you do not have access to it.").waitFor();
  await page.goto(desk.org.at("lightning.org", "/lightning/nowhere"));
  await page.getByText("There is no page at /lightning/nowhere.").waitFor();
  assert.equal(await page.title(), "Page not found | Local Org");
});

test("The person's menu logs in as somebody else", async () => {
  const page = await shellAt("/lightning/page/home");
  await page.getByRole("button", { name: "View profile" }).click();
  await page.getByRole("menuitem", { name: "Log in as Robin Vale" }).click();
  await heading(page, "Robin");
});

test("The app launcher finds apps and items, and opens them", async () => {
  const page = await shellAt("/lightning/page/home");
  await page.getByRole("button", { name: "App Launcher" }).click();
  const launcher = page.getByRole("dialog", { name: "App Launcher" });
  await launcher.getByLabel("Search apps and items").fill("sales");
  await launcher.getByRole("button", { name: /Sales/ }).first().click();
  await page.getByRole("navigation", { name: "Sales" }).getByRole("link", { name: "Opportunities" }).click();
  await page.getByRole("table").waitFor();
  assert.match(page.url(), /\/lightning\/o\/Opportunity\/list/);
});

test("axe finds nothing wrong with home, list, record, related list, form, panel, search and launcher", async () => {
  const accountId = await idOf("SELECT Id FROM Account WHERE Name = 'Northwind Test Ltd'");
  const page = await shellAt("/lightning/page/home");
  await heading(page, "Avery");
  const faults: Record<string, readonly string[]> = { home: await accessibilityFaults(page) };
  await page.goto(desk.org.at("lightning.org", "/lightning/o/Contact/list"));
  await page.getByRole("table").waitFor();
  faults["list"] = await accessibilityFaults(page);
  await page.goto(desk.org.at("lightning.org", `/lightning/r/Account/${accountId}/view`));
  await page.getByRole("button", { name: "Expand All" }).click();
  await page.getByRole("region", { name: "Past Activity" }).waitFor();
  faults["record"] = await accessibilityFaults(page);
  await page.getByRole("tab", { name: "Related" }).click();
  await page.getByRole("table", { name: "Contacts" }).waitFor();
  faults["related"] = await accessibilityFaults(page);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Account Name").waitFor();
  faults["form"] = await accessibilityFaults(page);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Aircall Phone", exact: true }).click();
  await page.getByRole("dialog", { name: "Aircall Phone" }).waitFor();
  faults["panel"] = await accessibilityFaults(page);
  await page.getByRole("button", { name: "App Launcher" }).click();
  await page.getByRole("dialog", { name: "App Launcher" }).waitFor();
  faults["launcher"] = await accessibilityFaults(page);
  await page.goto(desk.org.at("lightning.org", "/lightning/search?term=northwind"));
  await page.getByRole("table", { name: "Accounts" }).waitFor();
  faults["search"] = await accessibilityFaults(page);
  assert.deepEqual(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0)), {});
});
