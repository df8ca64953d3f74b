/** A record that is being saved in a before trigger cannot be updated or deleted by that trigger. */
import type { Transaction } from "../../transaction/context.ts";
import { dmlError, type DmlError } from "./dml-error.ts";

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
