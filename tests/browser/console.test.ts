/** The stand-in's console, as a person uses it beside the org. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { AGENT, COLLEAGUE, openAircall, says } from "../support/agent.ts";
import { CALLER, newestCall, taskWith } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";

const desk = useDesk();

async function openConsole(): Promise<Page> {
  const page = await desk.newPage();
  await page.goto(desk.org.at("phone.test", "/console"));
  await page.getByRole("heading", { name: "Aircall console" }).waitFor();
  return page;
}

/** Fills in the form for a call and sends it. */
async function startCall(page: Page, { caller, agent }: { readonly caller: string; readonly agent: string }): Promise<number> {
  const form = page.getByRole("region", { name: "New call" });
  await form.getByRole("combobox", { name: "Caller", exact: true }).fill(caller);
  await form.getByRole("combobox", { name: /^Agent/ }).selectOption(agent);
  await form.getByRole("button", { name: "Ring" }).click();
  await page.getByText("The call rings.").waitFor();
  return newestCall(desk.org);
}

test("A call started, answered, tagged and commented in the console is in the agent's browser and in the Task", async () => {
  const agent = await desk.newPage();
  const { panel } = await openAircall(agent, desk.org, AGENT);
  const page = await openConsole();
  const id = await startCall(page, { caller: CALLER, agent: AGENT });
  await agent.waitForURL(/\/lightning\/r\/Contact\/003\w{15}\/view/);
  const running = page.getByRole("region", { name: "Running calls" });
  await running.getByRole("button", { name: "Agent answers" }).click();
  await says(panel, "In call");
  await running.getByText(/^Tags and comments/).click();
  await running.getByRole("button", { name: "Billing" }).click();
  await running.getByRole("textbox", { name: /^Comment on the call/ }).fill("Invoice sent twice.");
  await running.getByRole("button", { name: "Save" }).click();
  await running.getByText("Invoice sent twice.").waitFor();
  await running.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "Logged");
  const task = await taskWith(desk.org, id, "Description", /Invoice sent twice\./);
  assert.match(String(task["Description"]), /Billing/);
  await page.getByRole("region", { name: "Webhook deliveries" }).getByText("call.ended").first().waitFor();
});

test("A transferred call is one Task that names who took it over; the first agent's phone is free again", async () => {
  const [avery, robin] = await Promise.all([desk.newPage(), desk.newPage()]);
  const first = await openAircall(avery, desk.org, AGENT);
  const second = await openAircall(robin, desk.org, COLLEAGUE);
  const page = await openConsole();
  const id = await startCall(page, { caller: CALLER, agent: AGENT });
  await first.phone.getByRole("button", { name: "Answer" }).click();
  await says(first.panel, "In call");
  await first.phone.getByRole("button", { name: "Transfer", exact: true }).click();
  await first.phone.getByRole("button", { name: /^Robin Vale/ }).click();
  await second.phone.getByText("Transferred to you").waitFor();
  await robin.waitForURL(/\/lightning\/r\/Contact\/003\w{15}\/view/);
  await second.phone.getByRole("button", { name: "Answer" }).click();
  await says(second.panel, "In call");
  await says(first.panel, "Call ended");
  await second.phone.getByRole("button", { name: "Hang up" }).click();
  await says(second.panel, "Call ended");
  const task = await taskWith(desk.org, id, "Transferred_To__c", /Robin Vale/);
  assert.match(String(task["Subject"]), /^Inbound answered call from Jordan Marsh on UK Support Line/);
});

test("A call that rings is declined at the phone and ends as a voicemail from the console", async () => {
  const agent = await desk.newPage();
  const { panel, phone } = await openAircall(agent, desk.org, AGENT);
  const page = await openConsole();
  const id = await startCall(page, { caller: CALLER, agent: AGENT });
  await phone.getByRole("button", { name: "Decline" }).click();
  await says(panel, "Declined");
  await page.getByRole("region", { name: "Running calls" }).getByRole("button", { name: "Leave a voicemail" }).click();
  await taskWith(desk.org, id, "Subject", /^Voicemail from Jordan Marsh on UK Support Line$/);
});
