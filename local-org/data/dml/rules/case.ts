/** Case: closed or not by its status, the account of its contact. */
import { ApexDatetime } from "../../../apex/runtime/values.ts";
import type { ObjectRules } from "../object-rules.ts";

export const caseRules: ObjectRules = {
  derived: ["IsClosed", "ClosedDate", "ContactEmail", "ContactPhone", "ContactMobile", "ContactFax"],
  beforeSave(values, { transaction, old }) {
    const { store, clock } = transaction.org;
    const closed = isClosedStatus(values.get("Status") ?? null);
    const wasClosed = old?.get("IsClosed") === true;
    values.set("IsClosed", closed);
    if (closed !== wasClosed) values.set("ClosedDate", closed ? new ApexDatetime(clock.now()) : null);
    const contactId = values.get("ContactId") ?? null;
    if (contactId === (old?.get("ContactId") ?? null)) return;
    const contact = typeof contactId === "string" ? store.get(contactId) : undefined;
    if (contact !== undefined && (values.get("AccountId") ?? null) === null) values.set("AccountId", contact.get("AccountId") ?? null);
    values.set("ContactEmail", contact?.get("Email") ?? null);
    values.set("ContactPhone", contact?.get("Phone") ?? null);
    values.set("ContactMobile", contact?.get("MobilePhone") ?? null);
    values.set("ContactFax", contact?.get("Fax") ?? null);
  },
};

function isClosedStatus(status: unknown): boolean {
  return status === "Closed";
}
