/** What happens to the children of a deleted record: deleted too, lookup emptied, or the deletion refused. */
import { ApexDatetime, type ApexValue } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { deletionLog, type Deletion } from "./deletion-log.ts";
import { dmlError, type DmlError } from "./dml-error.ts";
import { toText } from "../../apex/runtime/to-string.ts";

interface ChildRows {
  readonly schema: ObjectSchema;
  readonly field: FieldSchema;
  readonly rows: readonly Row[];
}

/** Refused while records hang on it that may not lose it; null when it may be deleted. */
export function restrictError(transaction: Transaction, schema: ObjectSchema, row: Row): DmlError | null {
  for (const { schema: child, field, rows } of childRows(transaction, schema, row)) {
    if (field.onParentDelete === "restrict" && rows.length > 0) {
      const names = rows.map((other) => nameOf(child, other)).join(", ");
      const what = `Your attempt to delete ${nameOf(schema, row)} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${names}\n`;
      return dmlError("DELETE_FAILED", what);
    }
    if (field.onParentDelete !== "cascade") continue;
    for (const other of rows) {
      const error = restrictError(transaction, child, other);
      if (error !== null) return error;
    }
  }
  return null;
}

/** Moves a record to the recycle bin, with what it takes along. */
export function deleteRow(transaction: Transaction, schema: ObjectSchema, row: Row, stamps: Row = new Map()): void {
  const { store } = transaction.org;
  const id = idOf(row);
  const deletion: Deletion = { cascaded: [], cleared: [] };
  takeAlong(transaction, schema, row, deletion);
  store.delete(schema.name, id, new Map([...deletionStamps(transaction, schema), ...stamps]));
  deletionLog(store).set(id, deletion);
}

function takeAlong(transaction: Transaction, schema: ObjectSchema, row: Row, deletion: Deletion): void {
  const { store } = transaction.org;
  for (const { schema: child, field, rows } of childRows(transaction, schema, row)) {
    for (const other of rows) {
      const id = idOf(other);
      if (field.onParentDelete === "cascade") {
        takeAlong(transaction, child, other, deletion);
        if (store.table(child.name).get(id) === undefined) continue;
        deletion.cascaded.push({ object: child.name, id });
        store.delete(child.name, id, deletionStamps(transaction, child));
      } else if (field.onParentDelete === "clear") {
        deletion.cleared.push({ object: child.name, id, field: field.name });
        store.update(child.name, new Map([...other, [field.name, null]]));
      }
    }
  }
}

/** Children in the rows that the store has; each child relationship once. */
function* childRows({ org: { schema: all, store } }: Transaction, schema: ObjectSchema, row: Row): Iterable<ChildRows> {
  // Some objects have hundreds of child relationships: only those whose child has rows are looked at.
  const filled = new Set([...store.tables()].filter((table) => table.size > 0).map((table) => table.schema.name));
  for (const { childObject, field: name } of schema.children.filter((child) => filled.has(child.childObject))) {
    const child = all.object(childObject);
    const field = child?.fields.get(name.toLowerCase());
    if (child === undefined || field === undefined || field.onParentDelete === "none") continue;
    const table = store.table(child.name);
    if (table.size > 0) yield { schema: child, field, rows: table.lookup(field, idOf(row)) };
  }
}

function deletionStamps({ org, user }: Transaction, schema: ObjectSchema): Row {
  const now = new ApexDatetime(Math.floor(org.clock.now() / 1000) * 1000);
  const stamps: readonly (readonly [string, ApexValue])[] = [
    ["LastModifiedDate", now],
    ["LastModifiedById", user.id],
    ["SystemModstamp", now],
  ];
  return new Map(stamps.filter(([name]) => schema.fields.has(name.toLowerCase())));
}

function idOf(row: Row): string {
  return toText(row.get("Id") ?? null);
}

function nameOf(schema: ObjectSchema, row: Row): string {
  const field = [...schema.fields.values()].find(({ isNameField }) => isNameField);
  return toText(row.get(field?.name ?? "Id") ?? row.get("Id") ?? null);
}
