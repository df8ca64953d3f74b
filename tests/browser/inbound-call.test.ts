import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { AGENT, openAircall, ring, type Softphone } from "../support/agent.ts";
import { launchBrowser } from "../support/browser.ts";
import { startLocalOrg, type StartedOrg } from "../support/local-org.ts";

let org: StartedOrg;
let browser: Browser;
let page: Page;
let softphone: Softphone;

before(async () => {
  [org, browser] = await Promise.all([startLocalOrg(), launchBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  softphone = await openAircall(page, org, AGENT);
});

after(async () => {
  await browser.close();
  await org.stop();
});

test("A ringing call opens the caller's record, and the ended call is a Task in its timeline with the recording", async () => {
  const id = await ring(org, { outcome: "answered", ring: 1, talk: 1 });
  await page.waitForURL(/\/lightning\/r\/Contact\/003\w{15}\/view/);
  await page.getByRole("heading", { name: "Jordan Marsh" }).first().waitFor();
  await softphone.panel.getByText("Jordan Marsh").first().waitFor();
  const subject = "Inbound answered call from Jordan Marsh on UK Support Line answered by Avery Stone";
  await until(
    async () => (await org.query(`SELECT Id FROM Task WHERE Aircall_Call_Id__c = '${id}' AND Call_Recording__c != null`)).length === 1,
  );
  await page.reload();
  const entry = page.getByText(subject).first();
  await entry.waitFor();
  await entry.click();
  await page
    .getByRole("link", { name: new RegExp(`calls/${id}/recording`) })
    .first()
    .waitFor();
});

test("A missed call with a voicemail is a Task with the voicemail's link", async () => {
  const id = await ring(org, { outcome: "voicemail", ring: 1, talk: 6 });
  const find = () =>
    org.query(`SELECT Subject, Call_Recording__c, Who.Name FROM Task WHERE Aircall_Call_Id__c = '${id}' AND Call_Recording__c != null`);
  await until(async () => (await find()).length === 1);
  const [task] = await find();
  assert.equal(task?.["Subject"], "Voicemail from Jordan Marsh on UK Support Line");
  assert.match(String(task["Call_Recording__c"]), /voicemail$/);
});

/** Asks until it is so; a call takes its own time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not happen within 30 s");
    await page.waitForTimeout(100);
  }
}
