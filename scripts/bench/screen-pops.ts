import type { Browser, Page } from "playwright-core";
import { AGENT, openAircall } from "../../tests/support/agent.ts";
import { endCalls, ring, setPace } from "../../tests/support/calls.ts";
import type { StartedOrg } from "../../tests/support/local-org.ts";
import { until } from "../../tests/support/until.ts";
import { benchmark, median } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const CALLS = 24;
/** Callers of the demo data, each on a Contact. */
const CALLERS = ["+447700900456", "+447700900118", "+447700900233"];

/** From the phone's message of a ringing call to the page's call of Open CTI's `screenPop`, the search between them included. */
export async function screenPopBenchmark(browser: Browser, org: StartedOrg): Promise<Benchmark> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(REMEMBER_RINGS);
    await setPace(org, { endedAfter: 0 });
    const page = await context.newPage();
    await openAircall(page, org, AGENT);
    await rememberPops(page);
    for (let call = 0; call < CALLS; call++) {
      await ring(org, { from: CALLERS[call % CALLERS.length] ?? "" });
      await until(`call ${call + 1} opens a record`, async () => (await read(page)).pops.length > call);
      await endCalls(org);
      await org.drain();
    }
    const { rings, pops } = await read(page);
    if (rings.length !== CALLS || pops.length !== CALLS) throw new Error(`${rings.length} calls rang, ${pops.length} opened a record`);
    return benchmark(
      `incoming call to screenPop, median of ${CALLS}`,
      median(pops.map((pop, index) => pop - (rings[index] ?? Number.NaN))),
      60,
    );
  } finally {
    await context.close();
  }
}

interface Stamps {
  readonly rings: number[];
  readonly pops: number[];
}

/** In every frame, before its own scripts: when the phone's message arrived. A text, because it is the browser's own. */
const REMEMBER_RINGS = `
  globalThis.benchStamps = { rings: [], pops: [] };
  addEventListener("message", ({ data }) => {
    if (data?.name === "apm_phone_incoming_call") benchStamps.rings.push(performance.now());
  }, true);
`;

async function rememberPops(page: Page): Promise<void> {
  await adapterFrame(page).evaluate(() => {
    const stamps = Reflect.get(globalThis, "benchStamps") as Stamps;
    const { opencti } = Reflect.get(globalThis, "sforce") as { opencti: { screenPop: (argument: unknown) => void } };
    const { screenPop } = opencti;
    opencti.screenPop = (argument) => {
      stamps.pops.push(performance.now());
      screenPop.call(opencti, argument);
    };
  });
}

function read(page: Page): Promise<Stamps> {
  return adapterFrame(page).evaluate(() => Reflect.get(globalThis, "benchStamps") as Stamps);
}

function adapterFrame(page: Page) {
  const found = page.frames().find((frame) => new URL(frame.url(), "http://none").pathname.startsWith("/apex/"));
  if (found === undefined) throw new Error("the page has no softphone");
  return found;
}
