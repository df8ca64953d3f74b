/** A point of a transaction to which its work (rows, jobs, events) can be undone. */
import type { Mark } from "../data/store/store.ts";
import type { Transaction } from "./context.ts";

export interface WorkMark {
  readonly store: Mark;
  readonly jobs: number;
  readonly events: number;
  readonly uncommittedWork: boolean;
}

export function markWork(transaction: Transaction): WorkMark {
  return {
    store: transaction.org.store.mark(),
    jobs: transaction.jobs.length,
    events: transaction.events.length,
    uncommittedWork: transaction.uncommittedWork,
  };
}

/** Undoes everything since the mark, which stays usable. Events published immediately are not taken back. */
export function undoWork(transaction: Transaction, mark: WorkMark): void {
  transaction.org.store.rollbackTo(mark.store);
  transaction.jobs.length = mark.jobs;
  transaction.events.length = mark.events;
  transaction.uncommittedWork = mark.uncommittedWork;
}

export function releaseWork(transaction: Transaction, mark: WorkMark): void {
  transaction.org.store.release(mark.store);
}
