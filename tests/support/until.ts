import { setTimeout } from "node:timers/promises";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/** Asks until it is so. Rejects with `what` after 30 s. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
    await setTimeout(PAUSE_MS);
  }
}
