/**
 * Runs what an org has waiting (events, jobs, callbacks) between requests, one piece at a time so that no request waits for
 * more than one, and wakes up when something becomes due.
 */
import { drain, nextWorkAt, pendingWork, runNextWork } from "../transaction/drain.ts";
import type { Org } from "../transaction/org.ts";

/** Longest sleep of Node's timers. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

export class Background {
  readonly #org: Org;
  #timer: NodeJS.Timeout | null = null;
  #isScheduled = false;

  constructor(org: Org) {
    this.#org = org;
  }

  /** To be called after everything that may have made work: runs it soon, but after the answer that is on its way. */
  wake(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      if (runNextWork(this.#org)) this.wake();
      else this.#sleep();
    });
  }

  /** Runs everything that is due now. Gives how many pieces are left: 0 unless work makes ever more work. */
  drain(): number {
    drain(this.#org);
    return pendingWork(this.#org);
  }

  /** Moves the org's clock forward, stopping wherever something becomes due to run it at its own time. */
  advance(seconds: number): void {
    const { clock } = this.#org;
    const target = clock.now() + seconds * 1000;
    for (;;) {
      drain(this.#org);
      const next = nextWorkAt(this.#org);
      if (next === null || next > target) break;
      // What is still due after a drain is held back: time must not stand still for it.
      if (next <= clock.now()) break;
      clock.advance(next - clock.now());
    }
    clock.advance(Math.max(0, target - clock.now()));
    drain(this.#org);
    this.wake();
  }

  #sleep(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const next = nextWorkAt(this.#org);
    if (next === null || this.#org.events.isHeld) return;
    const delay = Math.min(Math.max(0, next - this.#org.clock.now()), LONGEST_SLEEP_MS);
    this.#timer = setTimeout(() => this.wake(), delay);
  }
}
