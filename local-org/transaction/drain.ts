/** The work that an org has waiting: event deliveries, callbacks and jobs. */
import type { Org } from "./org.ts";

/** Pieces of work that could run now. */
export function pendingWork(org: Org): number {
  const now = org.clock.now();
  return org.events.countDue(now) + org.queue.countDue(now);
}

/** When the next piece of work becomes due (epoch milliseconds, possibly past); null when none waits. */
export function nextWorkAt(org: Org): number | null {
  const times = [org.events.nextAt(), org.queue.nextAt()].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Runs one piece of work: events first. False when nothing is due. */
export function runNextWork(org: Org): boolean {
  const now = org.clock.now();
  if (org.events.runNext(now)) return true;
  const job = org.queue.takeDue(now);
  if (job === null) return false;
  job.run(job);
  return true;
}

/** Runs work until nothing is due, at most `limit` pieces. Gives how many ran. */
export function drain(org: Org, limit = 10_000): number {
  let count = 0;
  while (count < limit && runNextWork(org)) count++;
  return count;
}
