/** An agent at work in the browser: logged in to the org and to Aircall, the phone open in the utility bar. */
import type { FrameLocator, Page } from "playwright-core";
import type { StartedOrg } from "./local-org.ts";

/** The demo world's support agent. */
export const AGENT = "avery.stone@example.com";
/** Another agent of the same line. */
export const COLLEAGUE = "robin.vale@example.com";

export interface Softphone {
  /** The adapter's page in the utility bar: the panel, and the phone below it. */
  readonly panel: FrameLocator;
  /** The Aircall phone inside the adapter. */
  readonly phone: FrameLocator;
}

/** Logs in, opens the app with the phone, and waits until the phone takes calls. */
export async function openAircall(page: Page, org: StartedOrg, username: string): Promise<Softphone> {
  await logIn(page, org, username);
  const softphone = await openSoftphone(page, org);
  await says(softphone.panel, "Ready for calls");
  return softphone;
}

/** Logs the browser in to the org and to Aircall. */
export async function logIn(page: Page, org: StartedOrg, username: string): Promise<void> {
  await page.goto(org.at("lightning.org", `/local/login?user=${encodeURIComponent(username)}`));
}

/** Opens the app with the phone's panel, as whoever is logged in; the phone may still be loading, or be in another tab. */
export async function openSoftphone(page: Page, org: StartedOrg): Promise<Softphone> {
  await page.goto(org.at("lightning.org", "/lightning/app/Aircall"));
  await phoneItem(page).click();
  return softphoneOf(page);
}

/** The softphone of a page whose panel is open. */
export function softphoneOf(page: Page): Softphone {
  const panel = page.frameLocator("iframe[title='Softphone']");
  return { panel, phone: panel.frameLocator("iframe") };
}

/** Waits until the panel shows exactly this text. */
export async function says(panel: FrameLocator, text: string): Promise<void> {
  await panel.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
}

/** The phone's item in the utility bar, whatever it says. */
export function phoneItem(page: Page) {
  return page.locator("footer button[aria-expanded]").filter({ hasText: /Aircall Phone|Ringing|On a call/ });
}
