/** The delete and undelete operations. */
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { markWork, releaseWork, undoWork } from "../../transaction/work-mark.ts";
import type { Row, Store } from "../store/store.ts";
import { deleteRow, restrictError } from "./cascade.ts";
import { deletionLog } from "./deletion-log.ts";
import { dmlError, entityIsDeleted, idMissing, invalidCrossReference, type RowResult } from "./dml-error.ts";
import type { ObjectPlan } from "./object-plan.ts";
import { refuseSameId, runOperation, type DmlOptions, type Item } from "./operation.ts";
import { collectErrors, failRows, storedRecord } from "./save.ts";
import { selfReferenceError } from "./self-reference.ts";
import { TriggerScope } from "./trigger-scope.ts";
import { runTriggers, triggersFor } from "./trigger-run.ts";
import { UniqueCheck } from "./unique.ts";

/** Moves records to the recycle bin. Throws System.DmlException (all or none). */
export function deleteRecords(records: readonly SObjectRecord[], options: DmlOptions): RowResult[] {
  refuseSameId(records);
  return runOperation("Delete", records, options, (transaction, plan, items) => {
    attempt(transaction, items, options, (pending) => deleteChunk(transaction, plan, pending, options));
  });
}

/** Brings records back from the recycle bin. Throws System.DmlException (all or none). */
export function undeleteRecords(records: readonly SObjectRecord[], options: DmlOptions): RowResult[] {
  refuseSameId(records);
  return runOperation("Undelete", records, options, (transaction, plan, items) => {
    attempt(transaction, items, options, (pending) => undeleteChunk(transaction, plan, pending));
  });
}

function purge(store: Store, id: string): void {
  const log = deletionLog(store);
  log.set(id, { ...(log.get(id) ?? { cascaded: [], cleared: [] }), isPurged: true });
}

/** `Database.emptyRecycleBin`: deleted records cannot come back. */
export function emptyRecycleBin(records: readonly SObjectRecord[]): RowResult[] {
  const { org, limits } = currentTransaction();
  limits.count("dmlStatements");
  limits.count("dmlRows", records.length);
  return records.map(({ id, schema }) => {
    const table = org.store.table(schema.name);
    const errors = [];
    if (id === null) errors.push(idMissing("an empty recycle bin"));
    else if (table.getDeleted(id) !== undefined) purge(org.store, id);
    else errors.push(dmlError("INVALID_ID_FIELD", "entity is not in the recycle bin"));
    return { id, created: false, errors };
  });
}

/** Runs a chunk; on a partial save that failed in triggers, again without the failed rows. */
function attempt(transaction: Transaction, items: readonly Item[], options: DmlOptions, run: (pending: readonly Item[]) => boolean): void {
  const mark = options.allOrNone ? null : markWork(transaction);
  const used = { ...transaction.limits.used };
  let pending = items.filter(({ result }) => result.errors.length === 0);
  while (pending.length > 0) {
    const again = run(pending);
    if (!again || mark === null) break;
    undoWork(transaction, mark);
    Object.assign(transaction.limits.used, used);
    pending = pending.filter(({ result }) => result.errors.length === 0);
  }
  if (mark !== null) releaseWork(transaction, mark);
}

export interface DeleteExtras {
  /** Fields to set on the deleted rows. */
  readonly stamps: Row;
  /** Called for each row between the before triggers and the deletion. */
  readonly beforeRemoval?: (id: string) => void;
}

const NO_EXTRAS: DeleteExtras = { stamps: new Map() };

/** Deletes one chunk. Gives true when rows failed after triggers had run. */
export function deleteChunk(
  transaction: Transaction,
  plan: ObjectPlan,
  items: readonly Item[],
  options: DmlOptions,
  { stamps, beforeRemoval }: DeleteExtras = NO_EXTRAS,
): boolean {
  const { name: object } = plan.schema;
  const { store, program } = transaction.org;
  const found = items.flatMap(({ result }) => {
    const row = liveRow(transaction, plan, result);
    return row === null ? [] : [{ result, row, record: storedRecord(plan, row) }];
  });
  if (found.length === 0) return false;
  const before = triggersFor(program, object, "BEFORE_DELETE");
  if (before.length > 0) {
    const scope = new TriggerScope(
      object,
      "BEFORE_DELETE",
      null,
      found.map(({ record }) => record),
    );
    failRows(found, runTriggers(transaction, before, scope));
    for (const { record, result } of found) collectErrors(record, result.errors);
  }
  for (const { row, result } of found) {
    if (result.errors.length > 0) continue;
    beforeRemoval?.(result.id ?? "");
    const error = plan.rules.beforeDelete?.(row, transaction) ?? restrictError(transaction, plan.schema, row);
    if (error !== null) result.errors.push(error);
  }
  const good = found.filter(({ result }) => result.errors.length === 0);
  if (good.length < found.length) {
    if (before.length > 0) return true;
    if (options.allOrNone) return false;
  }
  for (const { result } of good) {
    const id = result.id ?? "";
    const current = store.table(object).get(id);
    // A before trigger, or another record of this chunk, may have taken it along already.
    if (current !== undefined) deleteRow(transaction, plan.schema, current, stamps);
  }
  const after = triggersFor(program, object, "AFTER_DELETE");
  if (after.length === 0 || good.length === 0) return false;
  const records = good.map(({ row }) => storedRecord(plan, new Map([...row, ...stamps])));
  failRows(good, runTriggers(transaction, after, new TriggerScope(object, "AFTER_DELETE", null, records)));
  good.forEach(({ result }, at) => {
    const record = records[at];
    if (record !== undefined) collectErrors(record, result.errors);
  });
  return good.some(({ result }) => result.errors.length > 0);
}

function liveRow(transaction: Transaction, plan: ObjectPlan, result: RowResult): Row | null {
  const { id, errors } = result;
  const table = transaction.org.store.table(plan.schema.name);
  const row = id === null ? undefined : table.get(id);
  const own = id === null ? null : selfReferenceError(transaction, plan.schema.name, id, "delete");
  if (id === null) errors.push(idMissing("a delete"));
  else if (row === undefined) errors.push(table.getDeleted(id) === undefined ? invalidCrossReference() : entityIsDeleted());
  else if (own !== null) errors.push(own);
  else return row;
  return null;
}

function undeleteChunk(transaction: Transaction, plan: ObjectPlan, items: readonly Item[]): boolean {
  const { store, program } = transaction.org;
  const { name: object } = plan.schema;
  const table = store.table(object);
  const unique = plan.unique.length === 0 ? null : new UniqueCheck(table, plan.unique);
  const restored: Item[] = [];
  for (const item of items) {
    const { id, errors } = item.result;
    const row = id === null ? undefined : table.getDeleted(id);
    if (id === null) errors.push(idMissing("an undelete"));
    else if (row === undefined || deletionLog(store).get(id)?.isPurged === true) {
      errors.push(dmlError("UNDELETE_FAILED", "entity is not in the recycle bin"));
    } else {
      unique?.check(row, id, errors);
      if (errors.length > 0) continue;
      restore(transaction, object, id);
      restored.push(item);
    }
  }
  const after = triggersFor(program, object, "AFTER_UNDELETE");
  if (after.length === 0 || restored.length === 0) return false;
  const records = restored.map(({ result }) => storedRecord(plan, table.get(result.id ?? "") ?? new Map()));
  failRows(restored, runTriggers(transaction, after, new TriggerScope(object, "AFTER_UNDELETE", records, null)));
  restored.forEach(({ result }, at) => {
    const record = records[at];
    if (record !== undefined) collectErrors(record, result.errors);
  });
  return restored.some(({ result }) => result.errors.length > 0);
}

function restore({ org: { store } }: Transaction, object: string, id: string): void {
  store.undelete(object, id);
  const deletion = deletionLog(store).get(id);
  if (deletion === undefined) return;
  for (const child of deletion.cascaded) {
    if (store.table(child.object).getDeleted(child.id) !== undefined) store.undelete(child.object, child.id);
  }
  for (const { object: child, id: childId, field } of deletion.cleared) {
    const row = store.table(child).get(childId);
    if (row !== undefined && (row.get(field) ?? null) === null) store.update(child, new Map([...row, [field, id]]));
  }
}
