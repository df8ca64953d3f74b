/** Queries of the user interface routes. */
import { ApexList } from "../../apex/runtime/collections.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import { parseRecordId } from "../../data/store/record-id.ts";
import { prepareQueryText } from "../../data/soql/query-text.ts";
import { runRows } from "../../data/soql/run-query.ts";
import { describeSoqlError, SoqlError } from "../../data/soql/soql-error.ts";
import { queryContextOf } from "../../transaction/query-context.ts";
import type { Transaction } from "../../transaction/context.ts";
import { RestError } from "../rest-error.ts";
import { selectItems, type FieldTree } from "./field-tree.ts";
import { recordRepresentation } from "./record-representation.ts";
import type { RecordRepresentation } from "./wire.ts";

/** Runs a query. `binds` by their order in the text. Throws RestError (400) for what the query language refuses. */
export function queryRows(transaction: Transaction, soql: string, binds: readonly ApexValue[] = []): SObjectRecord[] {
  try {
    return runRows(prepareQueryText(soql, transaction.org.schema, "rest"), binds, queryContextOf(transaction));
  } catch (error) {
    if (error instanceof SoqlError) throw new RestError(400, error.code, describeSoqlError(error, soql));
    throw error;
  }
}

/** Records by id, with what the tree names, in the order of the ids; unknown ones are left out. */
export function readRecords(transaction: Transaction, tree: FieldTree, ids: readonly string[]): readonly RecordRepresentation[] {
  tree.fields.add("Id");
  const soql = `SELECT ${selectItems(tree).join(", ")} FROM ${tree.object.name} WHERE Id IN :ids`;
  const rows = new Map(queryRows(transaction, soql, [new ApexList("List<Id>", [...ids])]).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [recordRepresentation(transaction.org, row, tree)];
  });
}

/** Rows of the tree's object that fit the clauses. */
export function readWhere(
  transaction: Transaction,
  tree: FieldTree,
  clauses: string,
  binds: readonly ApexValue[] = [],
): readonly RecordRepresentation[] {
  tree.fields.add("Id");
  const soql = `SELECT ${selectItems(tree).join(", ")} FROM ${tree.object.name} ${clauses}`;
  return queryRows(transaction, soql, binds).map((row) => recordRepresentation(transaction.org, row, tree));
}

/** An id of 18 characters. Throws RestError (400) for text that is none. */
export function requireId(text: string): string {
  const id = parseRecordId(text);
  if (id === null) throw new RestError(400, "INVALID_ID_FIELD", `invalid record id: ${text}`);
  return id;
}
