/** `/local/*`: what tests and people steer the stand-in with. Answers JSON; 400 with `{"error"}` for what does not fit, 409 for what the state forbids. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { playCall } from "../calls/call-plan.ts";
import { CallError } from "../calls/call-error.ts";
import type { Call } from "../calls/call.ts";
import { SUBSTATUSES } from "../company/user.ts";
import { BodyError, readJson, sendJson } from "../http/json-http.ts";
import type { StandIn } from "../stand-in.ts";
import { actOnCall } from "./call-actions.ts";
import { changeFaults, changePace, changePhoneSettings, deliverySettings } from "./change-settings.ts";
import { agentView, callView, deliveryView } from "./local-json.ts";
import { lineOf, parseCallPlan, userOf } from "./parse-call-plan.ts";
import { RequestError, RequestFields } from "./request-fields.ts";
import { publishLineEvent } from "../wire/line-events.ts";

/** Answers a request below `/local/`; false: no such address. */
export async function answerLocal(standIn: StandIn, incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<boolean> {
  const [, , resource = "", id] = url.pathname.split("/");
  const isPost = incoming.method === "POST";
  if (!isPost && incoming.method !== "GET") return false;
  try {
    const body = isPost ? ((await readJson(incoming)) ?? {}) : undefined;
    const answer = isPost ? change(standIn, resource, id, body) : show(standIn, resource, id, url);
    if (answer === undefined) return false;
    sendJson(outgoing, 200, answer);
  } catch (error) {
    if (error instanceof RequestError || error instanceof BodyError) sendJson(outgoing, 400, { error: error.message });
    else if (error instanceof CallError) sendJson(outgoing, 409, { error: error.message });
    else throw error;
  }
  return true;
}

function show(standIn: StandIn, resource: string, id: string | undefined, url: URL): object | undefined {
  const { company, deliveries, exchange, faults, pace, phoneSettings } = standIn;
  switch (resource) {
    case "calls":
      return id === undefined ? [...exchange.calls.values()].map(callView) : callView(callOf(standIn, id));
    case "agents":
      return [...company.users.values()].map((user) => agentView(standIn, user));
    case "webhooks": {
      const event = url.searchParams.get("event");
      const wanted = deliveries.log.filter((delivery) => event === null || delivery.event === event);
      if (id === undefined) return wanted.map((delivery) => deliveryView(delivery, true));
      const delivery = deliveries.log.find((entry) => String(entry.id) === id);
      return delivery === undefined ? undefined : deliveryView(delivery, true);
    }
    case "faults":
      return faults;
    case "pace":
      return pace;
    case "phone":
      return phoneSettings;
    default:
      return undefined;
  }
}

function change(standIn: StandIn, resource: string, id: string | undefined, body: unknown): object | undefined {
  const { company, deliveries, exchange, faults, pace, phoneSettings } = standIn;
  switch (resource) {
    case "calls": {
      if (id === undefined) return { call_id: playCall(exchange, parseCallPlan(exchange, body)).id };
      const call = callOf(standIn, id);
      actOnCall(standIn, call, body, null);
      return callView(call);
    }
    case "messages":
      return { message_id: message(standIn, body) };
    case "agents":
      return setAgent(standIn, body);
    case "numbers":
      return setLine(standIn, body);
    case "webhooks":
      deliveries.change(deliverySettings(body));
      return { ...deliveries.settings, pending: deliveries.pending };
    case "faults":
      changeFaults(faults, body);
      company.outputs.changed();
      return faults;
    case "pace":
      changePace(pace, body);
      return pace;
    case "phone":
      changePhoneSettings(phoneSettings, body);
      company.outputs.changed();
      return phoneSettings;
    default:
      return undefined;
  }
}

function callOf({ exchange }: StandIn, id: string): Call {
  const call = exchange.calls.get(Number(id));
  if (call === undefined) throw new RequestError(`there is no call ${id}`);
  return call;
}

function message(standIn: StandIn, body: unknown): string {
  const { company, messages } = standIn;
  const fields = new RequestFields(body, ["direction", "from", "to", "number", "user", "body", "channel", "media"]);
  const isInbound = (fields.oneOf("direction", ["inbound", "outbound"]) ?? "inbound") === "inbound";
  const external = fields.phone(isInbound ? "from" : "to");
  if (external === undefined) throw new RequestError(`"${isInbound ? "from" : "to"}" must be an international number`);
  const channel = fields.oneOf("channel", ["sms", "whatsapp"]) === "whatsapp" ? "whatsapp" : null;
  const fresh = {
    line: lineOf(company, fields.number("number", 1)),
    external,
    body: fields.text("body") ?? "",
    channel,
    media: fields.list("media").map((name) => ({
      name: String(name),
      type: "image/svg+xml",
      url: `${company.apiAddress}/media/messages/${encodeURIComponent(String(name))}`,
    })),
    user: userOf(company, fields.text("user"), "user"),
  } as const;
  return isInbound ? messages.receive({ ...fresh, user: null }).id : messages.send(fresh).id;
}

function setAgent(standIn: StandIn, body: unknown): object {
  const fields = new RequestFields(body, ["user", "availability", "substatus"]);
  const user = userOf(standIn.company, fields.text("user"), "user");
  if (user === null) throw new RequestError('"user" must be an e-mail');
  const status = fields.oneOf("availability", ["available", "custom", "unavailable"]) ?? "available";
  standIn.agents.setAvailability(user, status, fields.oneOf("substatus", SUBSTATUSES));
  return agentView(standIn, user);
}

function setLine({ company }: StandIn, body: unknown): object {
  const fields = new RequestFields(body, ["number", "availability"]);
  const line = lineOf(company, fields.number("number", 1));
  const availability = fields.oneOf("availability", ["open", "custom", "closed"]) ?? line.availability;
  if (availability !== line.availability) {
    line.availability = availability;
    publishLineEvent(company, line, availability === "closed" ? "number.closed" : "number.opened");
    company.outputs.changed();
  }
  return { id: line.id, name: line.name, availability: line.availability };
}
