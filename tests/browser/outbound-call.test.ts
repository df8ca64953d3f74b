import assert from "node:assert/strict";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { AGENT, openAircall, phoneItem, says } from "../support/agent.ts";
import { act, newestCall, property, taskWith } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";

const desk = useDesk();

/** Opens the record of a name as a person would come back to it. */
async function openContact(page: Page, name: string): Promise<string> {
  const [contact] = await desk.org.query(`SELECT Id FROM Contact WHERE Name = '${name}'`);
  const id = String(contact?.["Id"]);
  await page.goto(desk.org.at("lightning.org", `/lightning/r/Contact/${id}/view`));
  await page.getByRole("heading", { name }).first().waitFor();
  return id;
}

/** The phone field of the open record, once clicking it dials. */
function phoneField(page: Page, number: string) {
  return page.getByRole("button", { name: number }).first();
}

/** Types a number into the phone and calls; also right after a call, when the phone asks for notes first. */
async function dialByHand(phone: FrameLocator, number: string): Promise<void> {
  await phone.getByRole("button", { name: "Keypad" }).click();
  await phone.getByRole("textbox", { name: "Number to call" }).fill(number);
  await phone.getByRole("button", { name: "Call", exact: true }).click();
}

test("A click on a phone field dials, and the answered call is a Task on that record", async () => {
  const page = await desk.newPage();
  const { panel, phone } = await openAircall(page, desk.org, AGENT);
  const contact = await openContact(page, "Tom Ellery");
  // The panel is closed after the page was loaded anew; the click opens it.
  await phoneField(page, "+44 (0)7700 900233").click();
  await phone.getByRole("textbox", { name: "Number to call" }).waitFor();
  await says(panel, "+447700900233 is in the phone. If it does not ring, press the call button there.");
  assert.equal(await phone.getByRole("textbox", { name: "Number to call" }).inputValue(), "+447700900233");
  await phone.getByRole("button", { name: "Call", exact: true }).click();
  await panel.getByRole("article", { name: "Outbound call: Tom Ellery" }).getByText("Calling").waitFor();
  const id = await newestCall(desk.org);
  await act(desk.org, id, { action: "answer" });
  await says(panel, "In call");
  await act(desk.org, id, { action: "hangUp" });
  await says(panel, "Call ended");
  await says(panel, "Logged");
  const subject = "Outbound answered call to Tom Ellery via UK Support Line made by Avery Stone";
  const task = await taskWith(desk.org, id, "Call_Recording__c", /\/recording$/);
  assert.deepEqual([task["Subject"], task["WhoId"]], [subject, contact]);
  await page.locator("shell-timeline-entry").filter({ hasText: subject }).first().waitFor();
  assert.match(page.url(), new RegExp(`/lightning/r/Contact/${contact}/view`), "an outbound call opens nothing else");
});

test("A call to a number that was clicked on an account goes to the account, although a contact has the number too", async () => {
  const create = async (object: string, fields: object): Promise<string> =>
    String(property(await desk.org.json("lightning.org", "POST", `/services/data/v67.0/sobjects/${object}`, fields), "id"));
  const number = "+44 20 7946 0777";
  const account = await create("Account", { Name: "Switchboard Ltd", Phone: number });
  await create("Contact", { LastName: "Receptionist", Phone: number });
  const page = await desk.newPage();
  const { panel, phone } = await openAircall(page, desk.org, AGENT);
  await page.goto(desk.org.at("lightning.org", `/lightning/r/Account/${account}/view`));
  await phoneField(page, number).click();
  await phone.getByRole("button", { name: "Call", exact: true }).click();
  await panel.getByRole("article", { name: "Outbound call: Switchboard Ltd" }).waitFor();
  const id = await newestCall(desk.org);
  await act(desk.org, id, { action: "answer" });
  await says(panel, "In call");
  await phone.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "Logged");
  const task = await taskWith(desk.org, id, "Call_Recording__c", /\/recording$/);
  assert.equal(task["WhatId"], account);
  assert.equal(task["Subject"], "Outbound answered call to Switchboard Ltd via UK Support Line made by Avery Stone");
});

test("A call that nobody answers is a Task of its own kind", async () => {
  const page = await desk.newPage();
  const { panel, phone } = await openAircall(page, desk.org, AGENT);
  await dialByHand(phone, "+447700900456");
  await panel.getByRole("article", { name: "Outbound call: Jordan Marsh" }).getByText("Calling").waitFor();
  await phone.getByRole("button", { name: "Hang up" }).click();
  await says(panel, "No answer");
  const task = await taskWith(desk.org, await newestCall(desk.org), "Subject", /./);
  assert.match(String(task["Subject"]), /^Outbound unanswered call via UK Support Line made by Avery Stone to Jordan Marsh$/);
  assert.equal(task["CallDurationInSeconds"], 0);
});

test("During a call a second number is not dialled, and the panel says why", async () => {
  const page = await desk.newPage();
  const { panel, phone } = await openAircall(page, desk.org, AGENT);
  await openContact(page, "Tom Ellery");
  await phoneItem(page).click();
  await says(panel, "Ready for calls");
  await dialByHand(phone, "+447700900456");
  await says(panel, "Calling");
  await phoneField(page, "+44 (0)7700 900233").click();
  await says(panel, "The phone is on another call. End it, then dial +447700900233 again.");
});
