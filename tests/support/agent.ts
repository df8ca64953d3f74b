/** An agent at work in the browser: logged in to the org and to Aircall, the phone open in the utility bar. */
import type { FrameLocator, Page } from "playwright-core";
import type { StartedOrg } from "./local-org.ts";

/** The demo world's support agent. */
export const AGENT = "avery.stone@example.com";
/** The demo world's caller, on a Contact that the agent owns. */
export const CALLER = "+447700900456";
/** The demo world's connected support line. */
export const LINE = 510201;

export interface Softphone {
  /** The adapter's page in the utility bar: phone and panel. */
  readonly adapter: FrameLocator;
  /** The panel beside the phone. */
  readonly panel: FrameLocator;
  /** The Aircall phone inside the adapter. */
  readonly phone: FrameLocator;
}

/** Logs in, opens the app with the phone, and waits until the phone is connected. */
export async function openAircall(page: Page, org: StartedOrg, username: string, app = "Aircall"): Promise<Softphone> {
  await page.goto(org.at("lightning.org", `/local/login?user=${encodeURIComponent(username)}`));
  await page.goto(org.at("lightning.org", `/lightning/app/${app}`));
  await page.getByRole("button", { name: /^Aircall Phone/ }).click();
  const adapter = page.frameLocator("iframe[title='Softphone']");
  const phone = adapter.frameLocator("iframe");
  await phone.getByText("Avery Stone").first().waitFor();
  return { adapter, panel: adapter, phone };
}

export interface RingOptions {
  readonly outcome: "answered" | "missed" | "voicemail" | "abandoned" | "transferred";
  /** Seconds. */
  readonly ring: number;
  readonly talk: number;
  /** E.164. */
  readonly from?: string;
}

/** An inbound call to the agent's line; gives Aircall's id of it. */
export async function ring(org: StartedOrg, { outcome, ring: ringing, talk, from = CALLER }: RingOptions): Promise<number> {
  const answer = await org.json("api.test", "POST", "/local/calls", {
    direction: "inbound",
    from,
    number: LINE,
    user: AGENT,
    outcome,
    ring: ringing,
    talk,
  });
  const id: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "call_id") : null;
  if (typeof id !== "number") throw new Error(`no call_id in ${JSON.stringify(answer)}`);
  return id;
}
