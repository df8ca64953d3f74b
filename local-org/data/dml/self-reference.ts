/** What a trigger cannot do with its own records. */
import { throwApex } from "../../apex/runtime/exceptions.ts";
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import { dmlError, type DmlError } from "./dml-error.ts";

/** Throws System.SObjectException when one of the records stands in `Trigger.new` or `Trigger.old`. */
export function refuseTriggerRecords(transaction: Transaction, records: readonly SObjectRecord[]): void {
  if (transaction.triggers.length === 0) return;
  const taken = new Set(transaction.triggers.flatMap(({ newList, oldList }) => [...(newList?.items ?? []), ...(oldList?.items ?? [])]));
  if (records.some((record) => taken.has(record))) {
    throwApex("System.SObjectException", "DML statement cannot operate on trigger.new or trigger.old");
  }
}

/** A record that is being saved in a before trigger cannot be updated or deleted by that trigger. */
export function selfReferenceError(transaction: Transaction, object: string, id: string, operation: "update" | "delete"): DmlError | null {
  for (const scope of transaction.triggers) {
    if (scope.object !== object || !scope.operation.startsWith("BEFORE_") || scope.operation === "BEFORE_INSERT") continue;
    if ((scope.newMap ?? scope.oldMap)?.has(id) !== true) continue;
    return dmlError(
      "SELF_REFERENCE_FROM_TRIGGER",
      `Object (id = ${id}) is currently in trigger ${scope.triggerName}, therefore it cannot recursively ${operation} itself`,
    );
  }
  return null;
}
