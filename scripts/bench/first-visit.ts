import type { Browser } from "playwright-core";
import { phoneItem } from "../../tests/support/agent.ts";
import type { StartedOrg } from "../../tests/support/local-org.ts";

/** Milliseconds from opening the app in a browser that has never been there until the phone's item in the utility bar takes a click. */
export async function firstVisit(browser: Browser, org: StartedOrg): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(org.at("lightning.org", "/lightning/app/Aircall"), { waitUntil: "commit" });
    await phoneItem(page).click();
    return performance.now() - began;
  } finally {
    await context.close();
  }
}
