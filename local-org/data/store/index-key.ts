import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";

/** What two values of one field share exactly when SOQL and unique constraints take them for equal. */
export type IndexKey = string | number | boolean | bigint | null;

const NULL_KEY = null;

/** Text compares without case, except ids and fields declared case-sensitive; empty text is null. */
export function indexKey(field: FieldSchema, value: ApexValue): IndexKey {
  if (value === null) return NULL_KEY;
  if (typeof value === "string") {
    if (value === "") return NULL_KEY;
    if (field.type === "id" || field.type === "reference" || field.caseSensitive) return value;
    return value.toLowerCase();
  }
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return value;
  return String(value);
}
