import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";

export function isPicklist(field: FieldSchema): boolean {
  return field.type === "picklist" && field.picklistValues.length > 0;
}

/** Picklists sort in the order of their values, not as text; values that are not in the list come after. */
export function picklistRank(field: FieldSchema): (value: ApexValue) => number | null {
  const ranks = new Map(field.picklistValues.map(({ value }, at) => [value.toLowerCase(), at]));
  return (value) => (typeof value === "string" && value !== "" ? (ranks.get(value.toLowerCase()) ?? ranks.size) : null);
}
