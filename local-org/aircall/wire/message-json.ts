/** Messages as events and as the answer to sending one. */
import type { Company } from "../company/company.ts";
import { displayNumber } from "../company/phone-number.ts";
import type { Message } from "../messages/message.ts";
import { nestedContactJson } from "./contact-json.ts";
import { lineInMessageJson, shortLineJson } from "./line-json.ts";
import { nestedUserJson } from "./user-json.ts";

/** `data` of a `message.*` event; times are ISO text. */
export function messageEventJson(company: Company, message: Message): object {
  const createdAt = new Date(message.createdAt).toISOString();
  return {
    id: message.id,
    direct_link: linkOf(company, message),
    direction: message.direction,
    status: message.status,
    body: message.body,
    channel: message.channel,
    external_number: displayNumber(message.external),
    created_at: createdAt,
    sent_at: createdAt,
    updated_at: new Date(message.updatedAt).toISOString(),
    media_details: message.media.map(({ name, type, url }) => ({ file_name: name, file_type: type, presigned_url: url })),
    number: lineInMessageJson(message.line),
    contact: message.contact === null ? null : nestedContactJson(company, message.contact),
    user: message.user === null ? null : nestedUserJson(company, message.user),
    ...(message.channel === "whatsapp" ? whatsAppJson(message) : {}),
  };
}

function whatsAppJson(message: Message): object {
  return {
    template_content: null,
    type: "text",
    metadata: null,
    parent_id: null,
    whatsapp_message_category: "service",
    whatsapp_message_type: "text",
    recipient_country: message.line.country,
  };
}

/** The answer to `POST /v1/numbers/:id/messages/native/send`: no envelope, times in UNIX milliseconds, `raw_digits` without `+`. */
export function sentMessageJson(company: Company, message: Message): object {
  return {
    id: message.id,
    status: message.status,
    direct_link: linkOf(company, message),
    direction: message.direction,
    created_at: message.createdAt,
    sent_at: message.createdAt,
    updated_at: message.updatedAt,
    raw_digits: message.external.slice(1),
    media_url: message.media.map(({ url }) => url),
    body: message.body,
    number: shortLineJson(company, message.line),
  };
}

function linkOf(company: Company, message: Message): string {
  return `${company.apiAddress}/v1/numbers/${message.line.id}/messages/${message.id}`;
}
