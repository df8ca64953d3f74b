import type { SObjectRecord } from "../../apex/runtime/sobject.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import { QueryRun } from "../soql/query-context.ts";
import { ownField } from "../soql/read-field.ts";
import type { Row } from "../store/store.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { queryContextOf } from "../../transaction/query-context.ts";

const known = new WeakMap<ObjectSchema, boolean>();

function hasComputed(object: ObjectSchema): boolean {
  let has = known.get(object);
  if (has === undefined) {
    has = [...object.fields.values()].some((field) => field.formula !== null || field.isSummary);
    known.set(object, has);
  }
  return has;
}

/** Gives records of a trigger their formula and roll-up fields, by the values they have now. */
export function computeFields(records: readonly SObjectRecord[]): void {
  const [first] = records;
  if (first === undefined || !hasComputed(first.schema)) return;
  const transaction = currentTransaction();
  const run = new QueryRun(queryContextOf(transaction), [], false);
  const { schema } = transaction.org;
  for (const record of records) {
    const row: Row = new Map(record.values);
    record.computed = (field) => ownField(field, record.schema, schema)(row, run);
  }
}
