/** Contacts in their two forms. */
import type { Company, Contact } from "../company/company.ts";

/** The contact inside a call or message of a webhook; times are UNIX seconds. */
export function nestedContactJson(company: Company, contact: Contact): object {
  return {
    id: contact.id,
    direct_link: `${company.apiAddress}/v1/contacts/${contact.id}`,
    first_name: contact.firstName,
    last_name: contact.lastName,
    company_name: contact.companyName,
    information: contact.information,
    is_shared: true,
    created_at: contact.createdAt,
    updated_at: contact.updatedAt,
    emails: contact.emails.map(({ id, label, value }) => ({ id, label, value })),
    phone_numbers: contact.phoneNumbers.map(({ id, label, value }) => ({ id, label, value })),
  };
}

/** The contact of a `contact.*` event; times are UTC text. */
export function contactEventJson(company: Company, contact: Contact): object {
  const text = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
  return { ...nestedContactJson(company, contact), created_at: text(contact.createdAt), updated_at: text(contact.updatedAt) };
}

/** The contact over REST. */
export function contactJson(company: Company, contact: Contact): object {
  return nestedContactJson(company, contact);
}
