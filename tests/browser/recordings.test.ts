import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { AGENT, logIn } from "../support/agent.ts";
import { property, ring, taskWith } from "../support/calls.ts";
import { useDesk } from "../support/desk.ts";
import { until } from "../support/until.ts";

const desk = useDesk();
/** May see calls, and may not listen. */
const SILENT_AGENT = "sam.field@example.com";
const TALK_SECONDS = 2;

interface CallRecords {
  readonly task: string;
  readonly log: string;
}

/** Records of a call that was answered and recorded, or left a voicemail. */
async function recordedCall(outcome: "answered" | "voicemail"): Promise<CallRecords> {
  const id = await ring(desk.org, { outcome, ring: 0.2, talk: TALK_SECONDS });
  const task = await taskWith(desk.org, id, "Call_Recording__c", /^http/);
  const [log] = await desk.org.query(`SELECT Id FROM Aircall_Log__c WHERE Interaction_Key__c = 'call:${id}'`);
  return { task: String(task["Id"]), log: String(log?.["Id"]) };
}

/** The player on the page of a record, in the Aircall app. */
async function playerOf(page: Page, object: string, id: string, username = AGENT): Promise<Locator> {
  await logIn(page, desk.org, username);
  await page.goto(desk.org.at("lightning.org", "/lightning/app/Aircall"));
  await page.goto(desk.org.at("lightning.org", `/lightning/r/${object}/${id}/view`));
  return page.locator("c-recording-player");
}

/** Waits until the audio of the player has really moved; gives its length in seconds. */
async function heard(player: Locator): Promise<number> {
  const audio = player.locator("audio");
  await audio.waitFor();
  const read = (name: "currentTime" | "duration"): Promise<number> =>
    audio.evaluate((element, key) => Number(Reflect.get(element, key)), name);
  await until("the recording plays", async () => (await read("currentTime")) > 0);
  return read("duration");
}

test("The recording of a call plays on its Task and on its Log, from a link that is fetched when play is pressed", async () => {
  const { task, log } = await recordedCall("answered");
  for (const [object, id] of [
    ["Task", task],
    ["Aircall_Log__c", log],
  ] as const) {
    const page = await desk.newPage();
    const media: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/media/")) media.push(request.url());
    });
    const player = await playerOf(page, object, id);
    await player.getByRole("button", { name: "Play recording" }).waitFor();
    assert.match((await player.getByRole("link", { name: "Open in Aircall" }).getAttribute("href")) ?? "", /\/recording$/);
    assert.deepEqual(media, [], "nothing is fetched before");
    await player.getByRole("button", { name: "Play recording" }).press("Enter");
    assert.ok(Math.abs((await heard(player)) - TALK_SECONDS) < 1, "the recording is as long as the talk");
    assert.match(media[0] ?? "", /X-Amz-Signature=/);
  }
});

test("A voicemail plays as such", async () => {
  const { task } = await recordedCall("voicemail");
  const player = await playerOf(await desk.newPage(), "Task", task);
  await player.getByRole("button", { name: "Play voicemail" }).click();
  assert.ok((await heard(player)) > 0);
});

test("Who may not listen is told so, and Aircall is not asked", async () => {
  const { task } = await recordedCall("answered");
  const page = await desk.newPage();
  const player = await playerOf(page, "Task", task, SILENT_AGENT);
  // In the language of the demo's Sam.
  await player.getByText("Vous n'êtes pas autorisé à écouter les enregistrements.").waitFor();
  assert.equal(await player.getByRole("button").count(), 0);
});

test("Each trouble of Aircall is said with what to do, and the next try can succeed", async () => {
  const { task } = await recordedCall("answered");
  const player = await playerOf(await desk.newPage(), "Task", task);
  await desk.org.json("api.test", "POST", "/local/faults", { rest: { status: 429, count: 1, retryAfter: 12 } });
  await player.getByRole("button", { name: "Play recording" }).click();
  await player.getByText("Aircall takes no more requests at the moment. Try again in 12 seconds.").waitFor();
  await desk.org.json("api.test", "POST", "/local/faults", { rest: { status: 403, count: 1 } });
  await player.getByRole("button", { name: "Try again" }).click();
  await player.getByText("Salesforce could not log in to Aircall.").waitFor();
  await desk.org.json("api.test", "POST", "/local/faults", { rest: null });
  await player.getByRole("button", { name: "Try again" }).click();
  await heard(player);
});

test("A recording that the browser refuses to load on the page opens in a new tab", async () => {
  const { task } = await recordedCall("answered");
  const page = await desk.newPage();
  await page.route("**/media/companies/**", (route) => route.abort("blockedbyclient"));
  const player = await playerOf(page, "Task", task);
  const opened = page.waitForEvent("popup");
  await player.getByRole("button", { name: "Play recording" }).click();
  assert.match((await opened).url(), /about:blank|\/media\/companies\/.*X-Amz-Signature=/);
  await player.getByText(/adds http:\/\/api\.test\.localhost:\d+ to the trusted URLs/).waitFor();
  assert.match((await player.getByRole("link", { name: "Open in a new tab" }).getAttribute("href")) ?? "", /X-Amz-Signature=/);
});

test("A Task that is no call has no player", async () => {
  const made = await desk.org.json("lightning.org", "POST", "/services/data/v67.0/sobjects/Task", { Subject: "Send the brochure" });
  const page = await desk.newPage();
  const looked = page.waitForResponse((response) => response.url().includes("/RecordingController/find"));
  const player = await playerOf(page, "Task", String(property(made, "id")), "admin@local.org");
  await (await looked).finished();
  await page.getByRole("heading", { name: "Send the brochure" }).first().waitFor();
  await player.waitFor({ state: "attached" });
  assert.equal(await player.getByRole("button").count(), 0);
});
