/** Contact, Lead, User: Name is composed of its parts. */
import type { ObjectRules, Values } from "../object-rules.ts";

const PARTS = ["FirstName", "MiddleName", "LastName", "Suffix"];

/** `First Middle Last Suffix`; empty parts are left out. */
export function composedName(values: Values): string {
  return PARTS.map((part) => values.get(part))
    .filter((part): part is string => typeof part === "string" && part.trim() !== "")
    .map((part) => part.trim())
    .join(" ");
}

export const personNameRules: ObjectRules = {
  derived: ["Name"],
  beforeSave(values) {
    values.set("Name", composedName(values) || null);
  },
};
