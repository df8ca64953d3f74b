import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { AGENT, logIn, openSoftphone, says, type Softphone } from "../support/agent.ts";
import { ring, tasksOf, taskWith } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";
import { until } from "../support/until.ts";

const desk = useDesk();
const RECORD = /\/lightning\/r\/Contact\/003\w{15}\/view/;
const ELSEWHERE = "The phone is open in another tab.";

interface Tab extends Softphone {
  readonly page: Page;
}

/** Two tabs of one browser; the first has the phone, the second is in front without having been touched. */
async function twoTabs(): Promise<[Tab, Tab]> {
  const context = await desk.newContext();
  const first = await context.newPage();
  await logIn(first, desk.org, AGENT);
  const leader = { page: first, ...(await openSoftphone(first, desk.org)) };
  await says(leader.panel, "Ready for calls");
  const second = await context.newPage();
  return [leader, { page: second, ...(await openSoftphone(second, desk.org)) }];
}

/** Frames of the phone in a tab: one in the tab that has it, none elsewhere. */
function phones({ page }: Tab): number {
  return page.frames().filter((frame) => new URL(frame.url(), "http://none").hostname === "phone.test.localhost").length;
}

/** Whether the tab's panel shows exactly this text now. */
function shows({ panel }: Tab, text: string): Promise<boolean> {
  return panel.getByText(text, { exact: true }).filter({ visible: true }).first().isVisible();
}

/** Both tabs, the one that has the phone first, once it is settled. */
async function settled(tabs: readonly [Tab, Tab]): Promise<[Tab, Tab]> {
  let leader: Tab | undefined;
  await until("one tab has the phone", () => {
    const [one, other] = tabs;
    leader = phones(one) === 1 && phones(other) === 0 ? one : phones(other) === 1 && phones(one) === 0 ? other : undefined;
    return leader !== undefined;
  });
  if (leader === undefined) throw new Error("unreachable");
  const follower = leader === tabs[0] ? tabs[1] : tabs[0];
  await says(leader.panel, "Ready for calls");
  await says(follower.panel, ELSEWHERE);
  return [leader, follower];
}

test("Of two tabs one has the phone; a call opens one record and makes one Task, and closing that tab hands over", async () => {
  const [leader, follower] = await settled(await twoTabs());
  const before = follower.page.url();
  const id = await ring(desk.org, { outcome: "answered", ring: 0.5, talk: 1 });
  await leader.page.waitForURL(RECORD);
  await says(leader.panel, "Logged");
  await taskWith(desk.org, id, "Call_Recording__c", /./);
  assert.equal((await tasksOf(desk.org, id)).length, 1);
  assert.equal(follower.page.url(), before);
  await leader.page.close();
  await says(follower.panel, "Ready for calls");
  assert.equal(phones(follower), 1);
});

test("The phone moves to the tab where the agent asks for it, but never during a call", async () => {
  const [leader, follower] = await settled(await twoTabs());
  await ring(desk.org);
  await leader.page.waitForURL(RECORD);
  await leader.phone.getByRole("button", { name: "Answer" }).click();
  await says(leader.panel, "In call");
  await follower.page.bringToFront();
  await follower.panel.getByRole("button", { name: "Use the phone here" }).filter({ visible: true }).first().click();
  await says(leader.panel, "In call");
  assert.deepEqual([phones(leader), phones(follower)], [1, 0]);
  // Whoever hangs up looks at that tab: Chromium slows the pages of others down.
  await leader.page.bringToFront();
  await leader.phone.getByRole("button", { name: "Hang up" }).click();
  // What was asked for during the call may still be on its way: then the phone moves by itself now.
  await until("the call is over in the first tab", async () => (await shows(leader, "Call ended")) || (await shows(leader, ELSEWHERE)));
  await follower.page.bringToFront();
  const here = follower.panel.getByRole("button", { name: "Use the phone here" }).filter({ visible: true }).first();
  if (await here.isVisible()) await here.click();
  await says(follower.panel, "Ready for calls");
  await until("the first tab has no phone", () => phones(leader) === 0);
  await says(leader.panel, ELSEWHERE);
});

test("A number clicked in the tab without the phone is dialled by the one that has it", async () => {
  const [leader, follower] = await settled(await twoTabs());
  const [contact] = await desk.org.query("SELECT Id FROM Contact WHERE Name = 'Jordan Marsh'");
  await follower.page.getByRole("button", { name: /^Aircall Phone/ }).waitFor();
  await follower.page.goto(desk.org.at("lightning.org", `/lightning/r/Contact/${String(contact?.["Id"])}/view`));
  await follower.page
    .getByRole("button", { name: /\+447700900456$/ })
    .first()
    .click();
  await until("one of the tabs has the number in its phone", async () => {
    for (const tab of [leader, follower]) {
      const field = tab.phone.getByRole("textbox", { name: "Number to call" });
      if ((await field.count()) === 1 && (await field.inputValue()) === "+447700900456") return true;
    }
    return false;
  });
});

test("After a reload during a call the phone shows the call again, and it ends as one Task", async () => {
  const context = await desk.newContext();
  const page = await context.newPage();
  await logIn(page, desk.org, AGENT);
  const { panel, phone } = await openSoftphone(page, desk.org);
  await says(panel, "Ready for calls");
  const id = await ring(desk.org);
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "In call");
  await page.reload();
  await openSoftphoneAgain(page);
  await phone.getByRole("button", { name: "Hang up" }).click();
  await taskWith(desk.org, id, "Subject", /^Inbound answered call from Jordan Marsh on UK Support Line answered by Avery Stone$/);
  await taskWith(desk.org, id, "Call_Recording__c", /./);
});

async function openSoftphoneAgain(page: Page): Promise<void> {
  const item = page.getByRole("button", { name: /^Aircall Phone/ });
  await item.waitFor();
  if ((await item.getAttribute("aria-expanded")) === "false") await item.click();
}
