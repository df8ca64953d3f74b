/** The merge operation: up to two records are merged into a master; their children move to it. */
import { throwApex } from "../../apex/runtime/exceptions.ts";
import { SObjectRecord } from "../../apex/runtime/values.ts";
import { currentTransaction, type Transaction } from "../../transaction/context.ts";
import { markWork, releaseWork, undoWork } from "../../transaction/work-mark.ts";
import type { Row } from "../store/store.ts";
import { deleteChunk } from "./delete-undelete.ts";
import { dmlError, type RowResult } from "./dml-error.ts";
import { dmlException } from "./dml-exception.ts";
import { saveExisting } from "./insert-update.ts";
import { planOf } from "./object-plan.ts";
import type { Item } from "./operation.ts";
import { toText } from "../../apex/runtime/to-string.ts";

const MERGEABLE = ["Account", "Case", "Contact", "Lead"];
const MAXIMUM_DUPLICATES = 2;

export interface MergeOutcome {
  readonly result: RowResult;
  readonly mergedIds: readonly string[];
  /** Records that now belong to the master. */
  readonly updatedRelatedIds: readonly string[];
}

/** Merges each duplicate into the master. One outcome per duplicate. Throws System.DmlException when all must succeed. */
export function mergeRecords(master: SObjectRecord, duplicates: readonly SObjectRecord[], allOrNone: boolean): MergeOutcome[] {
  const transaction = currentTransaction();
  const { schema } = master;
  if (!MERGEABLE.includes(schema.name)) throwApex("System.TypeException", `Merge is not supported on ${schema.name}`);
  if (duplicates.length > MAXIMUM_DUPLICATES) throwApex("System.ListException", "Merge list cannot have more than 2 elements");
  transaction.limits.count("dmlStatements");
  transaction.limits.count("dmlRows", duplicates.length + 1);
  const mark = markWork(transaction);
  let outcomes: MergeOutcome[];
  try {
    outcomes = merge(transaction, master, duplicates);
  } catch (error) {
    undoWork(transaction, mark);
    releaseWork(transaction, mark);
    throw error;
  }
  const failed = outcomes.some(({ result }) => result.errors.length > 0);
  if (failed) undoWork(transaction, mark);
  else transaction.uncommittedWork = true;
  releaseWork(transaction, mark);
  if (failed && allOrNone)
    throw dmlException(
      "Merge",
      schema.name,
      outcomes.map(({ result }) => result),
    );
  return outcomes;
}

function merge(transaction: Transaction, master: SObjectRecord, duplicates: readonly SObjectRecord[]): MergeOutcome[] {
  const { store } = transaction.org;
  const plan = planOf(master.schema);
  const table = store.table(master.schema.name);
  const result: RowResult = { id: master.id, created: false, errors: [] };
  const items = duplicates.map((given): Item => ({ given, result: { id: given.id, created: false, errors: [] } }));
  const failAll = (error: ReturnType<typeof dmlError>): MergeOutcome[] =>
    items.map((item) => ({ result: { ...item.result, id: master.id, errors: [error] }, mergedIds: [], updatedRelatedIds: [] }));
  if (master.id === null || table.get(master.id) === undefined)
    return failAll(dmlError("INVALID_ID_FIELD", "Invalid record id; no update of the master record possible"));
  const masterId = master.id;
  if (items.some((item) => item.result.id === masterId)) {
    return failAll(dmlError("MERGE_FAILED", "Merge master record cannot be in the list of records to merge"));
  }
  const related = new Map<string, string[]>();
  const stamps: Row = new Map(plan.has("MasterRecordId") ? [["MasterRecordId", masterId]] : []);
  const beforeRemoval = (id: string): void => void related.set(id, moveChildren(transaction, id, masterId, master));
  deleteChunk(transaction, plan, items, { allOrNone: true }, { stamps, beforeRemoval });
  if (items.every((item) => item.result.errors.length === 0)) {
    saveExisting(transaction, plan, [{ given: master, result }], { allOrNone: true });
  }
  return items.map((item) => ({
    result: { id: masterId, created: false, errors: [...item.result.errors, ...result.errors] },
    mergedIds: item.result.id === null ? [] : [item.result.id],
    updatedRelatedIds: related.get(item.result.id ?? "") ?? [],
  }));
}

/** Points every lookup on the duplicate to the master. No triggers run for it. */
function moveChildren({ org: { schema: all, store } }: Transaction, from: string, to: string, master: SObjectRecord): string[] {
  const moved: string[] = [];
  for (const { childObject, field } of master.schema.children) {
    const child = all.object(childObject);
    const reference = child?.fields.get(field.toLowerCase());
    if (child === undefined || reference === undefined || store.table(child.name).size === 0) continue;
    if (["CreatedById", "LastModifiedById", "MasterRecordId"].includes(reference.name)) continue;
    for (const row of store.table(child.name).lookup(reference, from)) {
      store.update(child.name, new Map([...row, [reference.name, to]]));
      moved.push(toText(row.get("Id") ?? null));
    }
  }
  return moved;
}
