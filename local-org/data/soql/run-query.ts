import { throwApex } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { PreparedQuery } from "./prepare.ts";
import { QueryRun, type QueryContext } from "./query-context.ts";
import { describeSoqlError, SoqlError } from "./soql-error.ts";

/**
 * Runs a prepared query: records, AggregateResult records, or the number of `SELECT COUNT()`. `binds` by their index.
 * Throws System.QueryException for binds that do not fit.
 */
export function runQuery(prepared: PreparedQuery, binds: readonly ApexValue[], context: QueryContext): SObjectRecord[] | number {
  context.meter.query(prepared.childQueries);
  return asQueryException(null, () => prepared.execute(new QueryRun(context, binds, prepared.query.allRows)));
}

/** As `runQuery`, for queries that give records. Throws System.QueryException for `SELECT COUNT()`. */
export function runRows(prepared: PreparedQuery, binds: readonly ApexValue[], context: QueryContext): SObjectRecord[] {
  const result = runQuery(prepared, binds, context);
  if (typeof result === "number") throwApex("System.QueryException", "SELECT COUNT() gives a number, not records");
  return result;
}

/** The one record where Apex assigns a query to a single record. Throws System.QueryException when there is none or more. */
export function singleRow<T>(rows: readonly T[]): T {
  const [only] = rows;
  if (only === undefined) throwApex("System.QueryException", "List has no rows for assignment to SObject");
  if (rows.length > 1) throwApex("System.QueryException", "List has more than 1 row for assignment to SObject");
  return only;
}

/** Runs the body; a SoqlError in it becomes a System.QueryException with the caret under its place in `text`. */
export function asQueryException<T>(text: string | null, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof SoqlError) throwApex("System.QueryException", describeSoqlError(error, text));
    throw error;
  }
}
