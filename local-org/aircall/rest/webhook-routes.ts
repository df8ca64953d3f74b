/** Webhooks of the company. */
import { randomBytes, randomUUID } from "node:crypto";
import type { Webhook } from "../webhooks/webhook.ts";
import { EVENT_NAMES, type EventName, isEventName } from "../world/event-names.ts";
import { badRequest, unknownId } from "./rest-error.ts";
import { fieldsOf, neededText, NOTHING, ok, type RestRequest, type RestRoute, route, textField } from "./rest-route.ts";

const MAXIMUM_WEBHOOKS = 100;
const LIST_SIZE = 50;

export const webhookRoutes: readonly RestRoute[] = [
  route("GET", "/v1/webhooks", (request) => {
    const all = [...request.standIn.webhooks.values()];
    const page = Math.max(1, Number(request.url.searchParams.get("page") ?? 1));
    const size = Math.min(LIST_SIZE, Math.max(1, Number(request.url.searchParams.get("per_page") ?? LIST_SIZE)));
    const shown = all.slice((page - 1) * size, page * size);
    // The live list has no links.
    const meta = { count: shown.length, total: all.length, current_page: page, per_page: size };
    return ok({ meta, webhooks: shown.map((webhook) => ({ id: webhook.number, ...webhookJson(request, webhook) })) });
  }),
  route("POST", "/v1/webhooks", (request) => {
    const { company, webhooks } = request.standIn;
    if (webhooks.size >= MAXIMUM_WEBHOOKS) throw badRequest(`A company has at most ${MAXIMUM_WEBHOOKS} webhooks`);
    const fields = fieldsOf(request.body);
    const webhook: Webhook = {
      number: company.nextId(),
      id: randomUUID(),
      name: textField(fields, "custom_name") ?? "Webhook",
      url: urlIn(fields),
      events: eventsIn(fields) ?? EVENT_NAMES,
      token: randomBytes(16).toString("hex"),
      isActive: true,
      createdAt: company.now(),
      failures: 0,
      isDeleted: false,
    };
    webhooks.set(webhook.id, webhook);
    company.outputs.changed();
    return ok({ webhook: webhookJson(request, webhook) });
  }),
  route("GET", "/v1/webhooks/:id", (request) => ok({ webhook: webhookJson(request, webhookIn(request)) })),
  route("PUT", "/v1/webhooks/:id", (request) => {
    const webhook = webhookIn(request);
    const fields = fieldsOf(request.body);
    webhook.name = textField(fields, "custom_name") ?? webhook.name;
    if (fields.has("url")) webhook.url = urlIn(fields);
    webhook.events = changedEvents(webhook, eventsIn(fields), request.url.searchParams.get("events_action"));
    const isActive = fields.get("active");
    if (typeof isActive === "boolean") {
      webhook.isActive = isActive;
      if (isActive) webhook.failures = 0;
    }
    request.standIn.company.outputs.changed();
    return ok({ webhook: webhookJson(request, webhook) });
  }),
  route("DELETE", "/v1/webhooks/:id", (request) => {
    const webhook = webhookIn(request);
    webhook.isDeleted = true;
    webhook.isActive = false;
    request.standIn.webhooks.delete(webhook.id);
    request.standIn.company.outputs.changed();
    return NOTHING;
  }),
];

function webhookIn({ standIn: { webhooks }, params: [id = ""] }: RestRequest): Webhook {
  const webhook = webhooks.get(id);
  if (webhook === undefined) throw unknownId();
  return webhook;
}

function webhookJson({ standIn: { company } }: RestRequest, webhook: Webhook): object {
  return {
    direct_link: `${company.apiAddress}/v1/webhooks/${webhook.id}`,
    url: webhook.url,
    active: webhook.isActive,
    events: webhook.events,
    token: webhook.token,
    created_at: new Date(webhook.createdAt).toISOString(),
    webhook_id: webhook.id,
  };
}

/** Aircall asks for https; here http is good for this machine. */
function urlIn(fields: ReadonlyMap<string, unknown>): string {
  const url = neededText(fields, "url");
  if (
    !/^https:\/\/\S+$/.test(url) &&
    !/^http:\/\/(?:[a-z0-9-]+\.)*localhost(?::\d+)?(?:\/\S*)?$|^http:\/\/127\.0\.0\.1(?::\d+)?(?:\/\S*)?$/.test(url)
  ) {
    throw badRequest("url must begin with https://");
  }
  return url;
}

/** undefined when left out or empty, which means all. */
function eventsIn(fields: ReadonlyMap<string, unknown>): EventName[] | undefined {
  const value = fields.get("events") ?? undefined;
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest("events must be a list");
  const events = value.map((name: unknown) => {
    if (typeof name !== "string" || !isEventName(name)) throw badRequest(`${JSON.stringify(name)} is not an event`);
    return name;
  });
  return events.length === 0 ? undefined : [...new Set(events)];
}

function changedEvents(webhook: Webhook, events: readonly EventName[] | undefined, action: string | null): readonly EventName[] {
  if (action === "add") return [...new Set([...webhook.events, ...(events ?? [])])];
  if (action === "remove") return webhook.events.filter((event) => !(events ?? []).includes(event));
  // Leaving the events out of an update subscribes to all of them, as Aircall does.
  return events ?? EVENT_NAMES;
}
