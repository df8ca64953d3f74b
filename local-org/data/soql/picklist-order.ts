import type { ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";

export function isPicklist(field: FieldSchema): boolean {
  return field.type === "picklist" && field.picklistValues.length > 0;
}

/** Picklists sort in the order of their values, not as text; values that are not in the list come after, as text. */
export function picklistRank(field: FieldSchema): (value: ApexValue) => string | null {
  const ranks = new Map(field.picklistValues.map(({ value }, at) => [value.toLowerCase(), String(at).padStart(6, "0")]));
  return (value) => {
    if (typeof value !== "string" || value === "") return null;
    return ranks.get(value.toLowerCase()) ?? `999999 ${value.toLowerCase()}`;
  };
}
