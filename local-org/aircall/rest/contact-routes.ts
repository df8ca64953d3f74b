/** Shared contacts. */
import type { Contact } from "../company/company.ts";
import { toE164 } from "../company/phone-number.ts";
import { contactEventJson, contactJson } from "../wire/contact-json.ts";
import type { EventName } from "../world/event-names.ts";
import type { LabelledValue } from "../world/world.ts";
import { pageOf } from "./paging.ts";
import { badRequest, unknownId } from "./rest-error.ts";
import {
  created,
  fieldsOf,
  find,
  neededText,
  NOTHING,
  ok,
  type RestAnswer,
  type RestRequest,
  type RestRoute,
  route,
} from "./rest-route.ts";

const TEXTS = { first_name: "firstName", last_name: "lastName", company_name: "companyName", information: "information" } as const;
const MAXIMUM_VALUES = 20;

type Details = "phoneNumbers" | "emails";

export const contactRoutes: readonly RestRoute[] = [
  route("GET", "/v1/contacts", (request) => list(request, [...request.standIn.company.contacts.values()])),
  route("GET", "/v1/contacts/search", (request) => {
    const number = request.url.searchParams.get("phone_number");
    const email = request.url.searchParams.get("email");
    const wanted = number === null ? null : (toE164(number.replace(/^ /, "+")) ?? toE164(`+${number.trim()}`));
    const matches = [...request.standIn.company.contacts.values()].filter(
      (contact) =>
        (number === null || contact.phoneNumbers.some(({ value }) => value === wanted)) &&
        (email === null || contact.emails.some(({ value }) => value.toLowerCase() === email.toLowerCase())),
    );
    return list(request, matches);
  }),
  route("POST", "/v1/contacts", (request) => {
    const { company } = request.standIn;
    const fields = fieldsOf(request.body);
    const phoneNumbers = valuesIn(request, fields.get("phone_numbers"), "phoneNumbers");
    if (phoneNumbers.length === 0) throw badRequest("phone_numbers is missing");
    const at = company.seconds();
    const contact: Contact = {
      id: company.nextId(),
      firstName: null,
      lastName: null,
      companyName: null,
      information: null,
      phoneNumbers,
      emails: valuesIn(request, fields.get("emails") ?? [], "emails"),
      createdAt: at,
      updatedAt: at,
    };
    setTexts(contact, fields);
    company.contacts.set(contact.id, contact);
    publish(request, contact, "contact.created");
    return created({ contact: contactJson(company, contact) });
  }),
  route("GET", "/v1/contacts/:id", (request) => ok({ contact: contactJson(request.standIn.company, contactIn(request)) })),
  route("POST", "/v1/contacts/:id", (request) => {
    const contact = contactIn(request);
    setTexts(contact, fieldsOf(request.body));
    return updated(request, contact);
  }),
  route("DELETE", "/v1/contacts/:id", (request) => {
    const contact = contactIn(request);
    request.standIn.company.contacts.delete(contact.id);
    publish(request, contact, "contact.deleted");
    return NOTHING;
  }),
  ...detailRoutes("phone_details", "phoneNumbers"),
  ...detailRoutes("email_details", "emails"),
];

function detailRoutes(path: string, key: Details): RestRoute[] {
  const detailIn = (request: RestRequest): { readonly contact: Contact; readonly detail: LabelledValue } => {
    const contact = contactIn(request);
    const detail = contact[key].find(({ id }) => String(id) === request.params[1]);
    if (detail === undefined) throw unknownId();
    return { contact, detail };
  };
  return [
    route("POST", `/v1/contacts/:id/${path}`, (request) => {
      const contact = contactIn(request);
      contact[key] = [...contact[key], ...valuesIn(request, [request.body], key)];
      if (contact[key].length > MAXIMUM_VALUES) throw badRequest(`A contact has at most ${MAXIMUM_VALUES} of them`);
      return updated(request, contact, 201);
    }),
    route("PUT", `/v1/contacts/:id/${path}/:detail`, (request) => {
      const { contact, detail } = detailIn(request);
      const changed = { ...Object.fromEntries(Object.entries(detail)), ...Object.fromEntries(fieldsOf(request.body)) };
      const [value] = valuesIn(request, [changed], key);
      contact[key] = contact[key].map((entry) => (entry === detail && value !== undefined ? { ...value, id: detail.id } : entry));
      return updated(request, contact);
    }),
    route("DELETE", `/v1/contacts/:id/${path}/:detail`, (request) => {
      const { contact, detail } = detailIn(request);
      contact[key] = contact[key].filter((entry) => entry !== detail);
      updated(request, contact);
      return NOTHING;
    }),
  ];
}

function list(request: RestRequest, contacts: readonly Contact[]): RestAnswer {
  const { company } = request.standIn;
  const byUpdate = request.url.searchParams.get("order_by") === "updated_at";
  const time = byUpdate ? (contact: Contact) => contact.updatedAt : (contact: Contact) => contact.createdAt;
  return pageOf(request, {
    items: [...contacts].sort((a, b) => time(a) - time(b) || a.id - b.id),
    key: "contacts",
    json: (contact) => contactJson(company, contact),
    createdAt: time,
    isLimited: true,
  });
}

function contactIn({ standIn: { company }, params: [id] }: RestRequest): Contact {
  return find(company.contacts, id);
}

function setTexts(contact: Contact, fields: ReadonlyMap<string, unknown>): void {
  for (const [name, key] of Object.entries(TEXTS) as [keyof typeof TEXTS, (typeof TEXTS)[keyof typeof TEXTS]][]) {
    if (fields.has(name)) contact[key] = neededText(fields, name);
  }
}

/** Values are normalised: numbers to E.164. Throws 400. */
function valuesIn({ standIn: { company } }: RestRequest, given: unknown, key: Details): LabelledValue[] {
  if (!Array.isArray(given) || given.length > MAXIMUM_VALUES) throw badRequest(`a list of 1 to ${MAXIMUM_VALUES} values is expected`);
  return given.map((item: unknown) => {
    const fields = fieldsOf(item);
    const text = neededText(fields, "value");
    const value = key === "emails" ? text : toE164(text);
    if (value === null) throw badRequest(`${text} is not a valid phone number`);
    return { id: company.nextId(), label: neededText(fields, "label"), value };
  });
}

function updated(request: RestRequest, contact: Contact, status = 200): RestAnswer {
  const { company } = request.standIn;
  contact.updatedAt = company.seconds();
  publish(request, contact, "contact.updated");
  return { status, body: { contact: contactJson(company, contact) } };
}

function publish({ standIn: { company } }: RestRequest, contact: Contact, event: Extract<EventName, `contact.${string}`>): void {
  company.outputs.publish(event, contactEventJson(company, contact));
  company.outputs.changed();
}
