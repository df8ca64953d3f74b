/** Account: a person account (only where the org has them) composes its Name and keeps a contact of its own. */
import type { ApexValue } from "../../../apex/runtime/values.ts";
import type { ObjectRules, SaveContext } from "../object-rules.ts";
import type { Row } from "../../store/store.ts";
import { composedName } from "./person-name.ts";

/** Fields of the account that the contact of a person account shares: account field -> contact field. */
const SHARED: readonly (readonly [string, string])[] = [
  ["FirstName", "FirstName"],
  ["LastName", "LastName"],
  ["MiddleName", "MiddleName"],
  ["Suffix", "Suffix"],
  ["Salutation", "Salutation"],
  ["Name", "Name"],
  ["Phone", "Phone"],
  ["Fax", "Fax"],
  ["PersonEmail", "Email"],
  ["PersonMobilePhone", "MobilePhone"],
  ["PersonHomePhone", "HomePhone"],
  ["PersonOtherPhone", "OtherPhone"],
  ["PersonAssistantPhone", "AssistantPhone"],
  ["PersonTitle", "Title"],
  ["PersonBirthdate", "Birthdate"],
  ["OwnerId", "OwnerId"],
];

export const accountRules: ObjectRules = {
  derived: ["IsPersonAccount", "PersonContactId"],
  beforeSave(values, { transaction }) {
    const hasPersonAccounts = transaction.org.schema.object("Account")?.fields.has("ispersonaccount") === true;
    const isPerson = hasPersonAccounts && (values.get("LastName") ?? null) !== null;
    if (hasPersonAccounts) values.set("IsPersonAccount", isPerson);
    if (isPerson) values.set("Name", composedName(values));
  },
  afterSave(row, context) {
    if (row.get("IsPersonAccount") === true) keepContact(row, context);
  },
};

function keepContact(row: Row, { transaction: { org } }: SaveContext): void {
  const { store } = org;
  const known = row.get("PersonContactId");
  const id = typeof known === "string" ? known : store.newId("Contact");
  const stamps = ["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp", "IsDeleted"];
  const contact = new Map<string, ApexValue>(store.get(id) ?? [["Id", id]]);
  contact.set("AccountId", row.get("Id") ?? null);
  contact.set("IsPersonAccount", true);
  for (const field of stamps) contact.set(field, row.get(field) ?? null);
  for (const [from, to] of SHARED) contact.set(to, row.get(from) ?? null);
  if (typeof known === "string") store.update("Contact", contact);
  else {
    store.insert("Contact", contact);
    store.update("Account", new Map([...row, ["PersonContactId", id]]));
  }
}
