/** Upsert: finds for each record the row that it updates. */
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import type { Store } from "../store/store.ts";
import { dmlError } from "./dml-error.ts";
import type { ObjectPlan } from "./object-plan.ts";
import type { Item } from "./operation.ts";
import { toText } from "../../apex/runtime/to-string.ts";

/** Sets `result.id` of items that match a row, leaves it null for those to insert, and adds errors for the rest. */
export function matchUpsert(store: Store, plan: ObjectPlan, items: readonly Item[], externalId: FieldSchema | null): void {
  if (externalId === null || externalId.type === "id") {
    // Ids stand in the results already; that they exist is checked by the update.
    return;
  }
  const seen = new Map<IndexKey, Item>();
  const index = store.table(plan.schema.name).index(externalId);
  for (const item of items) {
    const { given, result } = item;
    const value = given.values.get(externalId.name) ?? null;
    if (value === null || value === "") {
      result.errors.push(dmlError("MISSING_ARGUMENT", `${externalId.name} not specified`));
      continue;
    }
    const key = indexKey(externalId, value);
    const twin = seen.get(key);
    if (twin !== undefined) {
      for (const { given: own, result: failed } of [twin, item]) {
        if (failed.errors.length > 0) continue;
        const text = `Duplicate external id specified: ${toText(own.values.get(externalId.name) ?? null)}`;
        failed.errors.push(dmlError("DUPLICATE_VALUE", text, [externalId.name]));
      }
      continue;
    }
    seen.set(key, item);
    const ids = [...index.find(key)].map((row) => row.get("Id"));
    if (ids.length > 1) {
      const list = ids.map(String).join(", ");
      const message = `${externalId.name}: more than one record found for external id field: [${list}]`;
      result.errors.push(dmlError("DUPLICATE_EXTERNAL_ID", message, [externalId.name]));
      continue;
    }
    const [id] = ids;
    result.id = typeof id === "string" ? id : null;
  }
}
