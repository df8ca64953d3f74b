/** `npm run docs:screenshot`: the picture of the README, taken from the running local org. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchBrowser } from "../tests/support/browser.ts";
import { startLocalOrg } from "../tests/support/local-org.ts";
import { AGENT, openAircall, ring } from "../tests/support/agent.ts";

const FILE = join(resolve(import.meta.dirname, ".."), "docs", "images", "softphone.png");

const org = await startLocalOrg();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const softphone = await openAircall(page, org, AGENT);
  await ring(org, { outcome: "answered", ring: 3, talk: 20 });
  await softphone.panel.getByText("In call").first().waitFor();
  await page.getByText("Jordan Marsh").first().waitFor();
  await org.drain();
  mkdirSync(join(FILE, ".."), { recursive: true });
  await page.screenshot({ path: FILE });
  console.log(FILE);
} finally {
  await browser.close();
  await org.stop();
}
