/** What all DML operations share: counting, runs of one type, chunks, undo, and the exception at the end. */
import { throwApex, unsupported } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { markWork, releaseWork, undoWork } from "../../transaction/work-mark.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import { mixedDml, type RowResult } from "./dml-error.ts";
import { dmlException, type OperationName } from "./dml-exception.ts";
import { mixedDmlConflict } from "./mixed-dml.ts";
import { planOf, type ObjectPlan } from "./object-plan.ts";
import { refuseTriggerRecords } from "./self-reference.ts";

export interface DmlOptions {
  /** False: `Database.insert(records, false)`, rows fail one by one. */
  readonly allOrNone: boolean;
  /** DMLOptions.allowFieldTruncation. */
  readonly truncate?: boolean;
  /** `as user`, AccessLevel.USER_MODE, or the default from API 67 on. Only a guest's lack of rights is enforced. */
  readonly access?: "user" | "system";
  /** Upsert by this field instead of Id. */
  readonly externalId?: FieldSchema;
}

/** One record of an operation together with what becomes of it. */
export interface Item {
  readonly given: SObjectRecord;
  readonly result: RowResult;
}

export const CHUNK = 200;
const MAXIMUM_RUNS = 10;

/**
 * Runs an operation over records, chunk by chunk. `chunk` puts errors into the results of its items. Throws
 * System.DmlException when a row failed and all must succeed; nothing is left of the operation then.
 */
export function runOperation(
  operation: OperationName,
  records: readonly SObjectRecord[],
  options: DmlOptions,
  chunk: (transaction: Transaction, plan: ObjectPlan, items: readonly Item[]) => void,
): RowResult[] {
  const transaction = currentTransaction();
  if (records.length === 0) return [];
  refuseTriggerRecords(transaction, records);
  transaction.limits.count("dmlStatements");
  transaction.limits.count("dmlRows", records.length);
  const items = records.map((given): Item => ({ given, result: { id: given.id, created: false, errors: [] } }));
  const mark = markWork(transaction);
  try {
    for (const run of runsOf(items)) {
      const plan = planFor(operation, run);
      if (operation !== "Insert" && operation !== "Upsert") refuseGuest(transaction, options, plan.schema);
      const original = mixedDmlConflict(transaction, operation, plan.schema, run);
      if (original !== null) {
        for (const { result } of run) result.errors.push(mixedDml(plan.schema.name, original));
        continue;
      }
      for (let at = 0; at < run.length; at += CHUNK) chunk(transaction, plan, run.slice(at, at + CHUNK));
    }
  } catch (error) {
    undoWork(transaction, mark);
    releaseWork(transaction, mark);
    throw error;
  }
  const results = items.map(({ result }) => result);
  if (options.allOrNone && results.some(({ errors }) => errors.length > 0)) {
    undoWork(transaction, mark);
    releaseWork(transaction, mark);
    throw dmlException(operation, records[0]?.schema.name ?? "SObject", results);
  }
  releaseWork(transaction, mark);
  if (results.some(({ errors }) => errors.length === 0)) transaction.uncommittedWork = true;
  return results;
}

/** Guests create records and read what is shared with them; they never change or delete any in user mode. */
export function refuseGuest(transaction: Transaction, { access }: DmlOptions, schema: ObjectSchema): void {
  if (access === "user" && transaction.user.kind === "guest") {
    throwApex("System.SecurityException", `Access to entity '${schema.name}' denied`);
  }
}

/** Consecutive records of one type; the platform takes ten such runs at most. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  let current: ObjectSchema | null = null;
  for (const item of items) {
    if (item.given.schema !== current) {
      current = item.given.schema;
      runs.push([]);
    }
    runs.at(-1)?.push(item);
  }
  if (runs.length > MAXIMUM_RUNS) {
    throwApex(
      "System.TypeException",
      "Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.",
    );
  }
  return runs;
}

function planFor(operation: OperationName, run: readonly Item[]): ObjectPlan {
  const schema = run[0]?.given.schema;
  if (schema === undefined) throw new Error("an empty run");
  const [refused] = schema.refused;
  if (refused !== undefined) unsupported(`${refused.what} (${refused.file}:${refused.line})`);
  const allowed =
    operation === "Insert"
      ? schema.createable
      : operation === "Delete" || operation === "Undelete"
        ? schema.deletable
        : operation === "Upsert"
          ? schema.createable && schema.updateable
          : schema.updateable;
  if (!allowed || schema.kind === "customMetadata") {
    throwApex("System.TypeException", `DML operation ${operation.toUpperCase()} not allowed on ${schema.name}`);
  }
  return planOf(schema);
}

/** Throws System.ListException when one instance stands in the list twice (insert, upsert). */
export function refuseSameInstance(records: readonly SObjectRecord[]): void {
  if (new Set(records).size < records.length) {
    throwApex("System.ListException", "Before Insert or Upsert list must not have two identically equal elements");
  }
}

/** Throws System.ListException when an id stands in the list twice (update, delete, undelete). */
export function refuseSameId(records: readonly SObjectRecord[]): void {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (id === null) continue;
    if (seen.has(id)) throwApex("System.ListException", `Duplicate id in list: ${id}`);
    seen.add(id);
  }
}
