/** Publishing platform events: by EventBus.publish, by DML, and by the platform itself. */
import { throwApex } from "../apex/runtime/exceptions.ts";
import type { ApexValue, SObjectRecord } from "../apex/runtime/values.ts";
import { dmlError, type DmlError, type RowResult } from "../data/dml/dml-error.ts";
import { prepareEvent } from "../data/dml/event-record.ts";
import { currentTransaction, currentTransactionOrNull, type PendingEvent, type RunningUser } from "./context.ts";
import { stampEvent } from "./event-bus.ts";
import type { Org } from "./org.ts";

export interface PublishOutcome {
  readonly success: boolean;
  /** Null when the event was refused. */
  readonly id: string | null;
  /** The operation id: the event's UUID. */
  readonly uuid: string | null;
  /** On success one OPERATION_ENQUEUED that carries the UUID: publishing goes on after the transaction. */
  readonly errors: readonly DmlError[];
}

/** Accepts events for publishing. `callback` is told later whether that worked. Outcomes stand in the order of the records. */
export function publishEvents(records: readonly SObjectRecord[], callback: ApexValue = null): PublishOutcome[] {
  const transaction = currentTransaction();
  const { org, user, limits, test } = transaction;
  if (records.length === 0) return [];
  const immediate = records.some(({ schema }) => isImmediate(schema.publishBehavior));
  if (immediate) limits.count("publishImmediateDml");
  if (records.some(({ schema }) => !isImmediate(schema.publishBehavior))) limits.count("dmlStatements");
  return records.map((given) => {
    const { schema } = given;
    if (schema.kind !== "platformEvent") throwApex("System.UnexpectedException", `Only platform events can be published: ${schema.name}`);
    const { record, uuid, errors } = prepareEvent(transaction, given);
    if (errors.length > 0) return { success: false, id: null, uuid: null, errors };
    stampEvent(record, user, org.clock.now());
    const event: PendingEvent = { record, uuid, callback };
    if (!isImmediate(schema.publishBehavior)) {
      transaction.events.push(event);
      transaction.uncommittedWork = true;
    } else if (test !== null) test.events.push(event);
    else org.events.accept([event]);
    const id = schema.keyPrefix === null ? null : org.store.newId(schema.name);
    return { success: true, id, uuid, errors: [dmlError("OPERATION_ENQUEUED", uuid)] };
  });
}

/** `insert` of platform events publishes them; null when the records are no events. Throws System.UnexpectedException for a mixture. */
export function publishOnInsert(records: readonly SObjectRecord[]): RowResult[] | null {
  if (!records.some(({ schema }) => schema.kind === "platformEvent")) return null;
  return publishEvents(records).map(({ id, success, errors }) => ({ id, created: success, errors: success ? [] : [...errors] }));
}

/** "Publish immediately" events do not wait for the commit. */
function isImmediate(behavior: string | null): boolean {
  return behavior === "PublishImmediately";
}

/** An event that the platform publishes outside of any transaction of Apex. */
export function publishFromPlatform(org: Org, record: SObjectRecord, user: RunningUser): void {
  const test = currentTransactionOrNull()?.test ?? null;
  const uuid = crypto.randomUUID();
  record.values.set("EventUuid", uuid);
  stampEvent(record, user, org.clock.now());
  const event: PendingEvent = { record, uuid, callback: null };
  if (test === null) org.events.accept([event]);
  else test.events.push(event);
}
