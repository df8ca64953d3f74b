/** What deleting a record took along, so that undeleting brings it back. Kept per store, by id of the record deleted. */
import type { Store } from "../store/store.ts";

export interface Deletion {
  /** Children in the recycle bin because of it. */
  readonly cascaded: { readonly object: string; readonly id: string }[];
  /** Lookups that were emptied. */
  readonly cleared: { readonly object: string; readonly id: string; readonly field: string }[];
  /** Emptied from the recycle bin: ALL ROWS still shows it for a while, but nothing brings it back. */
  isPurged?: boolean;
}

const logs = new WeakMap<Store, Map<string, Deletion>>();

export function deletionLog(store: Store): Map<string, Deletion> {
  let log = logs.get(store);
  if (log === undefined) {
    log = new Map();
    logs.set(store, log);
  }
  return log;
}
