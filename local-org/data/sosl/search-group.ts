/** Which fields a search looks at: `IN NAME FIELDS` and its kin. */
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";

export const NAME_FIELDS = 1;
export const EMAIL_FIELDS = 2;
export const PHONE_FIELDS = 4;
export const OTHER_FIELDS = 8;
export const ALL_FIELDS = NAME_FIELDS | EMAIL_FIELDS | PHONE_FIELDS | OTHER_FIELDS;

/** Fields that NAME FIELDS covers besides the name field. Source: the SearchGroup table of the SOQL and SOSL reference. */
const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  account: ["website", "site"],
  case: ["suppliedname"],
  contact: ["assistantname", "firstname", "lastname"],
  lead: ["company", "firstname", "lastname"],
  user: ["communitynickname", "firstname", "lastname"],
};

/** The group of a field, or 0 when no search looks at it. */
export function searchGroupOf(object: ObjectSchema, field: FieldSchema): number {
  switch (field.type) {
    case "email":
      return EMAIL_FIELDS;
    case "phone":
      return PHONE_FIELDS;
    case "string":
    case "textarea":
    case "url":
    case "picklist":
    case "multipicklist":
    case "combobox":
      return isName(object, field) ? NAME_FIELDS : OTHER_FIELDS;
    default:
      return 0;
  }
}

function isName({ name }: ObjectSchema, field: FieldSchema): boolean {
  return field.isNameField || (MORE_NAMES[name.toLowerCase()]?.includes(field.name.toLowerCase()) ?? false);
}
