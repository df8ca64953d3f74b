/** Lookups: parents named by external id, and the check that a lookup points to a record of the right kind. */
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import type { Store } from "../store/store.ts";
import { indexKey } from "../store/index-key.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { dmlError, entityIsDeleted, invalidCrossReference, wrongReferenceType, type DmlError } from "./dml-error.ts";
import { toText } from "../../apex/runtime/to-string.ts";

/** Why the id cannot stand in the lookup field, or null when it can. */
export function referenceError(store: Store, field: FieldSchema, id: string): DmlError | null {
  const table = store.tableOf(id);
  if (table === undefined || (field.referenceTo.length > 0 && !field.referenceTo.includes(table.schema.name))) {
    return wrongReferenceType(field, id);
  }
  if (table.get(id) !== undefined) return null;
  return table.getDeleted(id) === undefined ? invalidCrossReference([field.name]) : entityIsDeleted();
}

/**
 * `new Contact(Account = new Account(Key__c = 'A1'))`: sets the lookups whose parent is given by an external id.
 * Parents that came with a query are left alone.
 */
export function resolveParents(store: Store, given: SObjectRecord, errors: DmlError[]): void {
  if (given.parents.size === 0) return;
  for (const [relationship, parent] of given.parents) {
    const reference = given.schema.parents.get(relationship.toLowerCase());
    if (reference === undefined || parent === null || parent.queried !== null || parent.values.size !== 1) continue;
    const [[name, value] = ["", null]] = parent.values;
    const key = parent.schema.fields.get(name.toLowerCase());
    if (key === undefined || value === null || (!key.externalId && !key.isNameField) || key.type === "id") continue;
    const found = [...store.table(parent.schema.name).index(key).find(indexKey(key, value))];
    const [row] = found;
    if (found.length === 1 && row !== undefined) given.values.set(reference.name, row.get("Id") ?? null);
    else if (found.length === 0) {
      errors.push(
        dmlError(
          "INVALID_FIELD",
          `Foreign key external ID: ${toText(value)} not found for field ${key.name} in entity ${parent.schema.name}`,
        ),
      );
    } else errors.push(dmlError("INVALID_FIELD", `More than 1 record found for external id field: ${key.name}`));
  }
}
