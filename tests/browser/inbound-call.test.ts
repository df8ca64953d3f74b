import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { AGENT, COLLEAGUE, openAircall, says } from "../support/agent.ts";
import { act, CALLER, ring, tasksOf, taskWith } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";

const desk = useDesk();
const RECORD = /\/lightning\/r\/Contact\/003\w{15}\/view/;

async function agentAtWork(username = AGENT) {
  const page = await desk.newPage();
  return { page, ...(await openAircall(page, desk.org, username)) };
}

/** An entry of the activity timeline on the open record. */
function timelineEntry(page: Page, subject: string) {
  return page.locator("shell-timeline-entry").filter({ hasText: subject }).first();
}

test("A ringing call opens the caller's record; the answered call is a Task in its timeline with the recording", async () => {
  const { page, panel, phone } = await agentAtWork();
  const id = await ring(desk.org);
  await page.waitForURL(RECORD);
  await page.getByRole("heading", { name: "Jordan Marsh" }).first().waitFor();
  await panel.getByRole("article", { name: "Inbound call: Jordan Marsh" }).getByText("Ringing").waitFor();
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "In call");
  await phone.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "Call ended");
  const subject = "Inbound answered call from Jordan Marsh on UK Support Line answered by Avery Stone";
  await panel.getByRole("button", { name: subject }).waitFor();
  await says(panel, "Logged");
  const task = await taskWith(desk.org, id, "Call_Recording__c", /\/recording$/);
  assert.equal(task["Subject"], subject);
  // The timeline shows the call by itself; the agent reloads nothing.
  const entry = timelineEntry(page, subject);
  await entry.getByRole("button").first().click();
  await entry
    .getByRole("link", { name: new RegExp(`calls/${id}/recording`) })
    .first()
    .waitFor();
});

test("The panel leads to the Task, and a note written there is in the Task", async () => {
  const { page, panel, phone } = await agentAtWork();
  const id = await ring(desk.org);
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "In call");
  await phone.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "Logged");
  await panel.getByRole("textbox", { name: "Note" }).fill("Wants the invoice again.");
  await panel.getByRole("button", { name: "Save note" }).click();
  await says(panel, "Note saved");
  const task = await taskWith(desk.org, id, "Description", /Wants the invoice again\./);
  await panel.getByRole("button", { name: String(task["Subject"]) }).click();
  await page.waitForURL(new RegExp(`/lightning/r/Task/${String(task["Id"])}/view`));
});

test("A missed call with a voicemail is in the timeline with the voicemail's link", async () => {
  const { page, panel } = await agentAtWork();
  const id = await ring(desk.org, { outcome: "voicemail", ring: 0.5, talk: 1 });
  await page.waitForURL(RECORD);
  await says(panel, "Not answered here");
  const task = await taskWith(desk.org, id, "Call_Recording__c", /\/voicemail$/);
  assert.equal(task["Subject"], "Voicemail from Jordan Marsh on UK Support Line");
  const entry = timelineEntry(page, "Voicemail from Jordan Marsh on UK Support Line");
  await entry.getByRole("button").first().click();
  await entry
    .getByRole("link", { name: new RegExp(`calls/${id}/voicemail`) })
    .first()
    .waitFor();
});

test("A caller whom nobody knows opens nothing, and the panel says so", async () => {
  const { page, panel } = await agentAtWork();
  const before = page.url();
  const id = await ring(desk.org, { from: "+447700900999" });
  await says(panel, "No record has this number");
  await panel.getByRole("heading", { name: "+447700900999" }).waitFor();
  assert.equal(page.url(), before);
  await act(desk.org, id, { action: "hangUp" });
  await taskWith(desk.org, id, "Subject", /^Missed call from \+447700900999 on UK Support Line$/);
});

test("A caller who withholds the number opens nothing", async () => {
  const { page, panel } = await agentAtWork();
  const before = page.url();
  const id = await ring(desk.org, { from: "anonymous" });
  await says(panel, "Withheld number");
  assert.equal(page.url(), before);
  await act(desk.org, id, { action: "hangUp" });
  await taskWith(desk.org, id, "Subject", /^Missed call from Anonymous on UK Support Line$/);
});

test("Of several records with the number the first opens, and the call goes to the one that the agent chooses", async () => {
  const { page, panel, phone } = await agentAtWork();
  const twin = await desk.org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Contact", {
    LastName: "Marsh-Twin",
    MobilePhone: "07700 900456",
  });
  const id = await ring(desk.org);
  await page.waitForURL(RECORD);
  await page.getByRole("heading", { name: "Marsh-Twin" }).first().waitFor();
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "Other records with this number");
  await panel.getByRole("list", { name: "Other records with this number" }).getByRole("button", { name: "Jordan Marsh" }).click();
  await page.getByRole("heading", { name: "Jordan Marsh" }).first().waitFor();
  await phone.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "Logged");
  const [task] = await tasksOf(desk.org, id);
  assert.match(String(task?.["Subject"]), /^Inbound answered call from Jordan Marsh/);
  const [jordan] = await desk.org.query("SELECT Id FROM Contact WHERE Name = 'Jordan Marsh'");
  assert.equal(task?.["WhoId"], jordan?.["Id"]);
  const twinId: unknown = typeof twin === "object" && twin !== null ? Reflect.get(twin, "id") : null;
  await desk.org.json("lightning.org", "PATCH", `/services/data/v67.0/sobjects/Contact/${String(twinId)}`, { MobilePhone: null });
});

test("A call rings at the agent whom Aircall chose, in that agent's browser alone", async () => {
  const [avery, robin] = await Promise.all([agentAtWork(AGENT), agentAtWork(COLLEAGUE)]);
  await avery.phone.locator("header").getByText("Avery Stone").waitFor();
  await robin.phone.locator("header").getByText("Robin Vale").waitFor();
  const before = avery.page.url();
  const id = await ring(desk.org, { user: COLLEAGUE, from: CALLER });
  await robin.page.waitForURL(RECORD);
  await robin.phone.getByRole("button", { name: "Answer" }).click();
  await says(robin.panel, "In call");
  await robin.phone.getByRole("button", { name: "Hang up" }).click();
  await taskWith(desk.org, id, "Subject", /answered by Robin Vale$/);
  const [task] = await tasksOf(desk.org, id);
  const owner: unknown = task?.["Owner"];
  assert.equal(typeof owner === "object" && owner !== null ? Reflect.get(owner, "Username") : null, COLLEAGUE);
  assert.equal(avery.page.url(), before);
  await says(avery.panel, "Ready for calls");
});
