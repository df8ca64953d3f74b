/** A small project with a call center of its own, in a browser: its adapter page is driven from outside. */
import { after, afterEach, before } from "node:test";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { startOrgOf, type StartedOrg } from "./local-org.ts";

const PROJECT = join(import.meta.dirname, "..", "fixtures", "open-cti-project");
const VIEWPORT = { width: 1280, height: 900 };

/** What a callback of Open CTI is given. */
export interface CtiResult {
  readonly success: boolean;
  readonly returnValue: unknown;
  readonly errors: readonly { readonly code: string; readonly description: string; readonly details?: unknown }[] | null;
}

export const NOTHING: CtiResult = { success: true, returnValue: null, errors: null };

export interface OpenCtiDesk {
  readonly org: StartedOrg;
  /** The person in the app with standard navigation; one for the whole file. */
  readonly page: Page;
  /** The adapter's page in that person's utility bar. */
  readonly adapter: Frame;
  /** Another person at another browser; closed after the test. */
  newPage(username?: string): Promise<Page>;
  /** Id of the only row of a query. */
  id(soql: string): Promise<string>;
}

/** Starts org, browser and page before the first test and stops them after the last. */
export function useOpenCti(): OpenCtiDesk {
  let org: StartedOrg | null = null;
  let browser: Browser | null = null;
  let page: Page | null = null;
  let adapter: Frame | null = null;
  let contexts: BrowserContext[] = [];
  before(async () => {
    [org, browser] = await Promise.all([startOrgOf(PROJECT), launchBrowser()]);
    page = await (await browser.newContext({ viewport: VIEWPORT })).newPage();
    await page.goto(org.at("lightning.org", "/lightning/app/Desk"));
    adapter = await adapterOf(page, "Adapter");
    await call(adapter, "notifyInitializationComplete");
  });
  after(async () => {
    await browser?.close();
    await org?.stop();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  return {
    get org() {
      return started(org);
    },
    get page() {
      return started(page);
    },
    get adapter() {
      return started(adapter);
    },
    async newPage(username) {
      const context = await started(browser).newContext({ viewport: VIEWPORT });
      contexts.push(context);
      const other = await context.newPage();
      if (username !== undefined) await other.goto(started(org).at("lightning.org", `/local/login?user=${encodeURIComponent(username)}`));
      return other;
    },
    async id(soql) {
      const rows = await started(org).query(soql);
      const id: unknown = rows[0]?.["Id"];
      if (rows.length !== 1 || typeof id !== "string") throw new Error(`${rows.length} rows: ${soql}`);
      return id;
    },
  };
}

/** The frame of an adapter page, once Open CTI is there. */
export async function adapterOf(page: Page, name: string): Promise<Frame> {
  const element = await page.waitForSelector("iframe[title='Softphone']", { state: "attached" });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("the softphone is no frame");
  await frame.waitForURL((url) => url.pathname === `/apex/${name}`);
  await frame.waitForFunction("typeof sforce === 'object' && sforce.opencti !== undefined");
  return frame;
}

/** Calls a method of Open CTI in the adapter's page; gives what its callback is given. */
export function call(adapter: Frame, method: string, argument: Readonly<Record<string, unknown>> = {}): Promise<CtiResult> {
  return adapter.evaluate(`new Promise((resolve) => sforce.opencti.${method}({ ...${JSON.stringify(argument)}, callback: resolve }))`);
}

/** Calls a method with an argument written as code. */
export function callCode(adapter: Frame, method: string, argument: string): Promise<CtiResult> {
  return adapter.evaluate(`new Promise((resolve) => sforce.opencti.${method}({ ...(${argument}), callback: resolve }))`);
}

/** Keeps what a listener (`onNavigationChange`, `onClickToDial`) is given, from now on; gives how to read and clear it. */
export async function listen(adapter: Frame, method: string) {
  const kept = `window.kept_${method}`;
  await adapter.evaluate(
    `if (${kept}) ${kept}.length = 0; else { ${kept} = []; sforce.opencti.${method}({ listener: (payload) => ${kept}.push(payload) }); }`,
  );
  return {
    /** Waits for that many and takes them; what comes later is told by the next call. */
    async take(count: number): Promise<readonly unknown[]> {
      await adapter.waitForFunction(`${kept}.length >= ${count}`);
      return adapter.evaluate(`${kept}.splice(0)`);
    },
  };
}

function started<T>(what: T | null): T {
  if (what === null) throw new Error("not before the first test");
  return what;
}
