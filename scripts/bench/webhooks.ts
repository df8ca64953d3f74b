import type { StartedOrg } from "../../tests/support/local-org.ts";
import { asCall, payload } from "../../tests/support/payloads.ts";
import { benchmark, quantile } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const WARM_UP = 40;
const POSTS = 300;
const FIRST_ID = 3_910_000_000;

/** The answer to a webhook, one after the other, while the events before are processed. */
export async function webhookBenchmark(org: StartedOrg): Promise<Benchmark> {
  const times: number[] = [];
  for (let post = 0; post < WARM_UP + POSTS; post++) {
    const body = JSON.stringify(asCall(payload("call.ended-inbound-answered"), FIRST_ID + post));
    const began = performance.now();
    const { status, text } = await org.webhook(body);
    if (status !== 200) throw new Error(`the webhook answered ${status}: ${text}`);
    if (post >= WARM_UP) times.push(performance.now() - began);
  }
  await org.drain();
  return benchmark(`answer to a webhook, 95 of 100 of ${POSTS}`, quantile(times, 0.95), 20);
}
