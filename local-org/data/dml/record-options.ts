/** What `SObject.setOptions` asks of the next DML on a record. */
import type { SObjectRecord } from "../../apex/runtime/values.ts";

const truncating = new WeakSet<SObjectRecord>();

/** DMLOptions.allowFieldTruncation of the record. */
export function setTruncation(record: SObjectRecord, truncate: boolean): void {
  if (truncate) truncating.add(record);
  else truncating.delete(record);
}

export function truncates(record: SObjectRecord): boolean {
  return truncating.has(record);
}
