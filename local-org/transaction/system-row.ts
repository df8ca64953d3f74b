/** Rows that the platform itself writes: jobs, triggers of schedules, files ... No triggers, no limits. */
import { ApexDatetime, type ApexValue } from "../apex/runtime/values.ts";
import type { Org } from "./org.ts";

/** Inserts a row of fields that the schema has, stamped, and gives its id. */
export function insertSystemRow(org: Org, object: string, userId: string, values: Readonly<Record<string, ApexValue>>): string {
  const { schema } = org.store.table(object);
  const id = org.store.newId(object);
  const now = new ApexDatetime(Math.floor(org.clock.now() / 1000) * 1000);
  const all: Readonly<Record<string, ApexValue>> = {
    IsDeleted: false,
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now,
    OwnerId: userId,
    ...values,
  };
  const row = new Map<string, ApexValue>([["Id", id]]);
  for (const [name, value] of Object.entries(all)) if (schema.fields.has(name.toLowerCase())) row.set(name, value);
  org.store.insert(object, row);
  return id;
}

/** Changes a row if it still exists. */
export function updateSystemRow(org: Org, object: string, id: string, values: Readonly<Record<string, ApexValue>>): void {
  const table = org.store.table(object);
  const row = table.get(id);
  if (row === undefined) return;
  const next = new Map(row);
  for (const [name, value] of Object.entries(values)) if (table.schema.fields.has(name.toLowerCase())) next.set(name, value);
  org.store.update(object, next);
}
