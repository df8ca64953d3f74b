/** The insert, update and upsert operations. */
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import { publishOnInsert } from "../../transaction/publish.ts";
import { markWork, releaseWork, undoWork } from "../../transaction/work-mark.ts";
import type { Row } from "../store/store.ts";
import { dmlError, entityIsDeleted, idMissing, idOnInsert, invalidCrossReference, type RowResult } from "./dml-error.ts";
import { dmlException } from "./dml-exception.ts";
import type { ObjectPlan } from "./object-plan.ts";
import { refuseGuest, refuseSameId, refuseSameInstance, runOperation, type DmlOptions, type Item } from "./operation.ts";
import { newDefaults } from "./new-defaults.ts";
import { resolveParents } from "./references.ts";
import { changedRecord, newRecord, type SaveRow } from "./save-row.ts";
import { saveRows } from "./save.ts";
import { selfReferenceError } from "./self-reference.ts";
import { matchUpsert } from "./upsert-match.ts";

const ATTEMPTS = 3;

/** Inserts records; platform events are published. Sets their ids. Throws System.DmlException (all or none). */
export function insertRecords(records: readonly SObjectRecord[], options: DmlOptions): RowResult[] {
  refuseSameInstance(records);
  const published = publishOnInsert(records);
  if (published !== null) {
    if (options.allOrNone && published.some(({ errors }) => errors.length > 0)) {
      throw dmlException("Insert", records[0]?.schema.name ?? "SObject", published);
    }
    return published;
  }
  const results = runOperation("Insert", records, options, (transaction, plan, items) => {
    for (const { given, result } of items) if (given.id !== null) result.errors.push(idOnInsert());
    saveChunk(transaction, plan, items, "insert", options);
  });
  adoptIds(records, results);
  return results;
}

/** Updates records. Throws System.DmlException (all or none). */
export function updateRecords(records: readonly SObjectRecord[], options: DmlOptions): RowResult[] {
  refuseSameId(records);
  return runOperation("Update", records, options, (transaction, plan, items) => {
    saveChunk(transaction, plan, items, "update", options);
  });
}

/** Inserts or updates by Id or external id. Sets the ids of all records. Throws System.DmlException (all or none). */
export function upsertRecords(records: readonly SObjectRecord[], options: DmlOptions): RowResult[] {
  refuseSameInstance(records);
  if (options.externalId === undefined) refuseSameId(records);
  const results = runOperation("Upsert", records, options, (transaction, plan, items) => {
    matchUpsert(transaction.org.store, plan, items, options.externalId ?? null);
    const pending = items.filter(({ result }) => result.errors.length === 0);
    const created = pending.filter(({ result }) => result.id === null);
    const updated = pending.filter(({ result }) => result.id !== null);
    if (updated.length > 0) refuseGuest(transaction, options, plan.schema);
    for (const { result } of created) result.created = true;
    saveChunk(transaction, plan, created, "insert", options);
    saveChunk(transaction, plan, updated, "update", options);
  });
  adoptIds(records, results);
  return results;
}

/** Updates one chunk inside another operation (merge). */
export function saveExisting(transaction: Transaction, plan: ObjectPlan, items: readonly Item[], options: DmlOptions): void {
  saveChunk(transaction, plan, items, "update", options);
}

function adoptIds(records: readonly SObjectRecord[], results: readonly RowResult[]): void {
  results.forEach(({ id, errors }, at) => {
    if (id !== null && errors.length === 0) records[at]?.values.set("Id", id);
  });
}

/**
 * Saves one chunk. When only some rows may fail and rows failed after triggers had run, everything is undone and tried
 * again with the rest, three times at most, with the limits as they were before the first attempt.
 */
function saveChunk(
  transaction: Transaction,
  plan: ObjectPlan,
  items: readonly Item[],
  kind: "insert" | "update",
  options: DmlOptions,
): void {
  const settings = { allOrNone: options.allOrNone, truncate: options.truncate === true };
  let pending = items.filter(({ result }) => result.errors.length === 0);
  const mark = options.allOrNone ? null : markWork(transaction);
  const used = { ...transaction.limits.used };
  for (let attempt = 1; pending.length > 0; attempt++) {
    if (attempt > ATTEMPTS) {
      const message = "Too many batch retries in the presence of Apex triggers and partial failures.";
      for (const { result } of items) result.errors.push(dmlError("UNKNOWN_EXCEPTION", message));
      break;
    }
    const rows = kind === "insert" ? newRows(transaction, plan, pending) : changedRows(transaction, plan, pending);
    const again = rows.length > 0 && saveRows(transaction, plan, rows, settings);
    if (kind === "insert") for (const { result } of pending) if (result.errors.length > 0) result.id = null;
    if (!again || mark === null) break;
    undoWork(transaction, mark);
    Object.assign(transaction.limits.used, used);
    pending = pending.filter(({ result }) => result.errors.length === 0);
    if (kind === "insert") for (const { result } of pending) result.id = null;
  }
  if (mark !== null) releaseWork(transaction, mark);
}

function newRows(transaction: Transaction, plan: ObjectPlan, items: readonly Item[]): SaveRow[] {
  const defaults = newDefaults(transaction, plan, (field) => items.some(({ given }) => !given.values.has(field)));
  return items.map(({ given, result }) => {
    resolveParents(transaction.org.store, given, result.errors);
    const record = newRecord(plan, given, defaults, result.errors);
    plan.rules.onNew?.(record.values, { transaction, old: null });
    return { given, old: null, result, record };
  });
}

function changedRows(transaction: Transaction, plan: ObjectPlan, items: readonly Item[]): SaveRow[] {
  const table = transaction.org.store.table(plan.schema.name);
  const rows: SaveRow[] = [];
  for (const { given, result } of items) {
    const old = storedRow(transaction, plan, table, result);
    if (old === null) continue;
    resolveParents(transaction.org.store, given, result.errors);
    rows.push({ given, old, result, record: changedRecord(plan, given, old, result.errors) });
  }
  return rows;
}

function storedRow(
  transaction: Transaction,
  plan: ObjectPlan,
  table: { get(id: string): Row | undefined; getDeleted(id: string): Row | undefined },
  result: RowResult,
): Row | null {
  const { id } = result;
  if (id === null) {
    result.errors.push(idMissing("an update"));
    return null;
  }
  const row = table.get(id);
  if (row === undefined) {
    result.errors.push(table.getDeleted(id) === undefined ? invalidCrossReference() : entityIsDeleted());
    return null;
  }
  const own = selfReferenceError(transaction, plan.schema.name, id, "update");
  if (own !== null) result.errors.push(own);
  return own === null ? row : null;
}
