/** The rules of axe-core over every screen that a person meets; nothing may be found. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";
import { AGENT, openAircall, openSoftphone, says } from "../support/agent.ts";
import { act, ring } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";

const desk = useDesk();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds in a page and its frames: `rule: element (page of the frame)`. Each frame is looked at by itself. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame.url() === "about:blank" || !(await isSeen(frame))) continue;
    const rules: RunOptions = { resultTypes: ["violations"], iframes: false };
    const { violations } = await frame.evaluate<AxeResults, [string, RunOptions]>(
      async ([source, options]) => {
        const global = globalThis as typeof globalThis & { axe?: { run(options: RunOptions): Promise<AxeResults> } };
        if (global.axe === undefined) (0, eval)(source);
        if (global.axe === undefined) throw new Error("axe did not start");
        return global.axe.run(options);
      },
      [AXE, rules],
    );
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${id}: ${node.html.slice(0, 160)} (${new URL(frame.url()).pathname})`);
    }
  }
  return found;
}

/** Whether the frame is on the screen: the frames of a closed panel are not. */
async function isSeen(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return true;
  const element = await frame.frameElement();
  return element.isVisible();
}

async function assertAccessible(page: Page, screen: string): Promise<void> {
  assert.deepEqual(await findings(page), [], screen);
}

test("The shell's home, a list, a record and its form are accessible", async () => {
  const page = await desk.newPage();
  const [contact] = await desk.org.query("SELECT Id FROM Contact WHERE Name = 'Jordan Marsh'");
  await page.goto(desk.org.at("lightning.org", "/lightning/page/home"));
  await page.locator("h1").first().waitFor();
  await assertAccessible(page, "home");
  await page.goto(desk.org.at("lightning.org", "/lightning/o/Contact/list"));
  await page.getByRole("link", { name: "Jordan Marsh" }).first().waitFor();
  await assertAccessible(page, "list");
  await page.goto(desk.org.at("lightning.org", `/lightning/r/Contact/${String(contact?.["Id"])}/view`));
  await page.locator("shell-timeline-entry").first().waitFor();
  await assertAccessible(page, "record");
  await page.getByRole("button", { name: "Edit", exact: true }).first().click();
  await page.getByRole("dialog").getByLabel("Last Name").waitFor();
  await assertAccessible(page, "edit");
});

test("The phone and the panel are accessible before, during and after a call", async () => {
  const page = await desk.newPage();
  const { panel, phone } = await openAircall(page, desk.org, AGENT);
  await phone.getByRole("textbox", { name: "Number to call" }).waitFor();
  await assertAccessible(page, "ready");
  const id = await ring(desk.org);
  await page.waitForURL(/\/lightning\/r\/Contact\/003\w{15}\/view/);
  await page.locator("shell-timeline-entry").first().waitFor();
  await phone.getByRole("button", { name: "Answer" }).waitFor();
  await assertAccessible(page, "ringing");
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "In call");
  await phone.getByRole("button", { name: "Notes and tags" }).click();
  await assertAccessible(page, "in call");
  await phone.getByRole("button", { name: "Transfer", exact: true }).click();
  await assertAccessible(page, "transfer");
  await act(desk.org, id, { action: "hangUp" });
  await says(panel, "Logged");
  await assertAccessible(page, "ended");
  for (const tab of ["Calls", "Messages"]) {
    await phone.getByRole("button", { name: tab, exact: true }).click();
    await phone.getByRole("heading", { name: tab }).waitFor();
    await assertAccessible(page, `the phone's ${tab}`);
  }
});

test("The panel is accessible in a tab without the phone", async () => {
  const page = await desk.newPage();
  await openAircall(page, desk.org, AGENT);
  const second = await page.context().newPage();
  const { panel } = await openSoftphone(second, desk.org);
  await panel
    .getByText(/^(The phone is open in another tab\.|Ready for calls)$/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await assertAccessible(second, "second tab");
});

test("The console is accessible, empty and with a call", async () => {
  const page = await desk.newPage();
  await page.goto(desk.org.at("phone.test", "/console"));
  await page.getByRole("heading", { name: "New call" }).waitFor();
  await assertAccessible(page, "console");
  await page.getByLabel("What happens").selectOption("answered");
  const id = await ring(desk.org, { outcome: "answered", ring: 0.2, talk: 60 });
  await page.getByRole("button", { name: "Hang up" }).waitFor();
  await page
    .getByText(/^Tags and comments/)
    .first()
    .click();
  await assertAccessible(page, "console with a call");
  await act(desk.org, id, { action: "hangUp" });
  await page.getByText("call.ended").first().click();
  await page.getByLabel("What was sent").waitFor();
  await assertAccessible(page, "console with a delivery");
});
