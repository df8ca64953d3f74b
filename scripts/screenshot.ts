/** `npm run docs:screenshot`: the picture of the README, taken from the running local org: an answered call over the caller's record. */
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AGENT, openAircall, says } from "../tests/support/agent.ts";
import { launchBrowser } from "../tests/support/browser.ts";
import { endCalls, ring, setPace, taskWith } from "../tests/support/calls.ts";
import { startLocalOrg } from "../tests/support/local-org.ts";
import { buildProject } from "./build-project.ts";

const ROOT = resolve(import.meta.dirname, "..");
const FILE = join(ROOT, "docs", "images", "softphone.png");

await buildProject(ROOT);
const org = await startLocalOrg();
const browser = await launchBrowser();
try {
  await setPace(org, { endedAfter: 0.1, voicemailAfter: 0.1 });
  // What the caller tried before, so that the timeline has something to tell.
  await taskWith(org, await ring(org, { outcome: "voicemail", ring: 1, talk: 12 }), "Call_Recording__c", /voicemail$/);
  await endCalls(org);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const { panel, phone } = await openAircall(page, org, AGENT);
  await ring(org);
  await phone.getByRole("button", { name: "Answer" }).click();
  await says(panel, "In call");
  // The Task of the call is there while the call is on.
  await panel.getByRole("button", { name: /Jordan Marsh on UK Support Line/ }).waitFor();
  const timeline = page.locator("shell-timeline-entry");
  await timeline.filter({ hasText: "Inbound answered call" }).first().waitFor();
  await timeline.filter({ hasText: "Voicemail from Jordan Marsh" }).first().waitFor();
  await panel.getByRole("timer").getByText("0:12").waitFor();
  await page.mouse.move(0, 0);
  mkdirSync(dirname(FILE), { recursive: true });
  await page.screenshot({ path: FILE });
  console.log(FILE);
} finally {
  await browser.close();
  await org.stop();
}
