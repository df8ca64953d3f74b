/** The org as its users have it: `npm start`, a browser, Aircall's webhooks. */
import { findBrowser } from "../../tests/support/find-browser.ts";
import { launchBrowser } from "../../tests/support/browser.ts";
import { startByNpm, type StartedOrg } from "../../tests/support/local-org.ts";
import { benchmark, median } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";
import { deliveryBenchmarks } from "./deliveries.ts";
import { firstVisit } from "./first-visit.ts";
import { screenPopBenchmark } from "./screen-pops.ts";
import { webhookBenchmark } from "./webhooks.ts";

const STARTS = 3;

/** The bars that a running org is held against. Without a Chromium those of the browser are left out. */
export async function runningOrgBenchmarks(): Promise<Benchmark[]> {
  const starts: number[] = [];
  const visits: number[] = [];
  const results: Benchmark[] = [];
  const browser = findBrowser() === null ? null : await launchBrowser();
  try {
    for (let run = 1; run <= STARTS; run++) {
      const began = performance.now();
      const org = await startByNpm();
      starts.push(performance.now() - began);
      try {
        if (browser !== null) visits.push(await firstVisit(browser, org));
        if (run === STARTS) {
          if (browser !== null) results.push(await screenPopBenchmark(browser, org));
          results.push(...(await loadBenchmarks(org)));
        }
      } finally {
        await org.stop();
      }
    }
  } finally {
    await browser?.close();
  }
  if (visits.length > 0) results.unshift(benchmark("first visit to a phone item that can be clicked", median(visits), 3000));
  return [benchmark("npm start to the printed address", median(starts), 6000), ...results];
}

async function loadBenchmarks(org: StartedOrg): Promise<Benchmark[]> {
  return [await webhookBenchmark(org), ...(await deliveryBenchmarks(org))];
}
