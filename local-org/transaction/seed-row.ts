/** Rows of an org that nobody inserted. */
import { ApexDatetime, type ApexValue } from "../apex/runtime/values.ts";
import type { Org } from "./org.ts";

/** Instant that seeded rows carry as their creation. */
const SEEDED_AT = new ApexDatetime(Date.UTC(2026, 0, 1));

/** Inserts a row of the fields that the object has; gives its id. Objects that the schema lacks are left out: the id is empty. */
export function seedRow(org: Org, object: string, values: Readonly<Record<string, ApexValue>>): string {
  const schema = org.schema.object(object);
  if (schema === undefined) return "";
  const id = org.store.newId(object);
  const row = new Map<string, ApexValue>([["Id", id]]);
  const stamps: Readonly<Record<string, ApexValue>> = {
    IsDeleted: false,
    CreatedDate: SEEDED_AT,
    LastModifiedDate: SEEDED_AT,
    SystemModstamp: SEEDED_AT,
  };
  for (const [name, value] of Object.entries({ ...stamps, ...values })) if (schema.fields.has(name.toLowerCase())) row.set(name, value);
  org.store.insert(object, row);
  return id;
}
