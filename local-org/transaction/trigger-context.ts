/** What `Trigger.*` and `EventBus.TriggerContext.currentContext()` read while a trigger runs. */
import type { WorkMark } from "./work-mark.ts";
import type { ApexList, ApexMap } from "../apex/runtime/values.ts";

export type TriggerOperation =
  "BEFORE_INSERT" | "BEFORE_UPDATE" | "BEFORE_DELETE" | "AFTER_INSERT" | "AFTER_UPDATE" | "AFTER_DELETE" | "AFTER_UNDELETE";

export interface TriggerContext {
  readonly object: string;
  readonly operation: TriggerOperation;
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
  /** Of the trigger that runs now. */
  readonly triggerName: string;
  /** Only in a platform event trigger. */
  readonly delivery: EventDelivery | null;
}

/** One delivery of platform events to one trigger. */
export interface EventDelivery {
  /** How often this batch was redelivered because of `EventBus.RetryableException`. */
  readonly retries: number;
  readonly lastError: string | null;
  /** Replay id after which an interrupted batch goes on, and the work done by then. */
  checkpoint: { readonly replayId: string; readonly mark: WorkMark } | null;
  /** Replay ids of the events delivered. */
  readonly replayIds: readonly string[];
}
