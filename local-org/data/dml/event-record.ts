/** A platform event as it goes out: defaults filled in, values checked as those of other records. */
import { randomUUID } from "node:crypto";
import type { SObjectRecord } from "../../apex/runtime/values.ts";
import type { Transaction } from "../../transaction/context.ts";
import { requiredFieldMissing, type DmlError } from "./dml-error.ts";
import { newDefaults } from "./new-defaults.ts";
import { planOf } from "./object-plan.ts";
import { newRecord } from "./save-row.ts";

export interface PreparedEvent {
  readonly record: SObjectRecord;
  readonly uuid: string;
  readonly errors: readonly DmlError[];
}

/** Fields that the bus fills in; a record made by `newSObject(null, true)` brings its EventUuid. */
const FROM_THE_BUS = new Set(["EventUuid", "ReplayId"]);

export function prepareEvent(transaction: Transaction, given: SObjectRecord): PreparedEvent {
  const plan = planOf(given.schema);
  const errors: DmlError[] = [];
  const chosen = given.values.get("EventUuid");
  const uuid = typeof chosen === "string" ? chosen : randomUUID();
  const record = newRecord(
    plan,
    given,
    newDefaults(transaction, plan, (field) => !given.values.has(field)),
    errors,
    FROM_THE_BUS,
  );
  for (const [name, value] of record.values) {
    const stored = plan.fields.get(name)?.normalize(value, errors, false) ?? null;
    if (stored !== value) record.values.set(name, stored);
  }
  const missing = plan.required.filter(({ name }) => (record.values.get(name) ?? null) === null && !FROM_THE_BUS.has(name));
  if (missing.length > 0) errors.push(requiredFieldMissing(missing.map(({ name }) => name)));
  record.values.set("EventUuid", uuid);
  return { record, uuid, errors };
}
