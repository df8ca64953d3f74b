/** The records that DML members get: one or a list, records or ids. */
import { requireArgument, throwApex, throwNullPointer } from "../runtime/exceptions.ts";
import { orgSchema } from "../runtime/environment.ts";
import { ApexList, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { parseId } from "./id.ts";

/** Records of a list; ids become records with nothing else. Throws System.NullPointerException for nulls. */
export function recordsIn(value: ApexValue): SObjectRecord[] {
  const items = requireArgument(value) instanceof ApexList ? (value as ApexList).items : [value];
  return items.map(recordOf);
}

export function recordOf(value: ApexValue): SObjectRecord {
  if (value instanceof SObjectRecord) return value;
  if (typeof value !== "string") throwNullPointer();
  const id = parseId(value);
  const schema = orgSchema().byKeyPrefix(id.slice(0, 3));
  if (schema === undefined) throwApex("System.StringException", `Invalid id: ${value}`);
  return new SObjectRecord(schema, [["Id", id]]);
}
