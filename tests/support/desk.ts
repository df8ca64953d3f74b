/** A local org and a browser for one file of flows; starting both takes seconds, so that the tests of a file share them. */
import { after, afterEach, before } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { endCalls, setPace } from "./calls.ts";
import { startLocalOrg, type StartedOrg } from "./local-org.ts";

const VIEWPORT = { width: 1440, height: 900 };
const PATIENCE_MS = 20_000;

export interface Desk {
  readonly org: StartedOrg;
  /** A browser of its own, with its own cookies and tabs. Closed after the test. */
  newContext(): Promise<BrowserContext>;
  /** A page in a browser of its own. Closed after the test. */
  newPage(): Promise<Page>;
}

/** Starts both before the first test and stops them after the last; each test begins without a call. What pages throw fails the test. */
export function useDesk(): Desk {
  let org: StartedOrg | null = null;
  let browser: Browser | null = null;
  let contexts: BrowserContext[] = [];
  let faults: string[] = [];
  before(async () => {
    // Each is known to `after` as soon as it runs: when the other one fails to start, it still has to be stopped.
    const starts = [startLocalOrg().then((started) => (org = started)), launchBrowser().then((launched) => (browser = launched))];
    await Promise.allSettled(starts);
    await Promise.all(starts);
    if (org === null) return;
    // Aircall takes seconds for these; the flows need the order alone.
    await setPace(org, { endedAfter: 0.2, voicemailAfter: 0.2, assetsAfter: 0.2, calleeAnswersAfter: 0 });
  });
  after(async () => {
    await browser?.close();
    await org?.stop();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    if (org !== null) await endCalls(org);
    const seen = faults;
    faults = [];
    if (seen.length > 0) throw new Error(`a page threw: ${seen.join("\n")}`);
  });
  const newContext = async (): Promise<BrowserContext> => {
    const context = await started(browser).newContext({ viewport: VIEWPORT });
    context.setDefaultTimeout(PATIENCE_MS);
    context.on("weberror", (fault) => {
      const error = fault.error();
      faults.push(error.stack ?? error.message);
    });
    contexts.push(context);
    return context;
  };
  return {
    get org() {
      return started(org);
    },
    newContext,
    newPage: async () => (await newContext()).newPage(),
  };
}

function started<T>(value: T | null): T {
  if (value === null) throw new Error("ask for the desk inside a test");
  return value;
}
