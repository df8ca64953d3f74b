/** What the two pages are shown. */
import type { Call } from "../calls/call.ts";
import { displayNumber } from "../company/phone-number.ts";
import { fullName, type User } from "../company/user.ts";
import { agentView, callView, deliveryView } from "../local/local-json.ts";
import type { Message } from "../messages/message.ts";
import type { StandIn } from "../stand-in.ts";
import type { ConsoleState, ContactView, LineView, MessageView, PhoneState } from "./views.ts";

const HISTORY = 30;
const CONSOLE_CALLS = 40;
const CONSOLE_DELIVERIES = 80;

/** For the phone of `user`; null: nobody is logged in. */
export function phoneState(standIn: StandIn, user: User | null): PhoneState {
  const { company, exchange, phoneSettings } = standIn;
  const people = [...company.users.values()];
  const lines = user === null ? [] : user.numbers.flatMap((id) => company.lines.get(id) ?? []);
  const call = user === null ? null : exchange.callOf(user);
  return {
    companyName: company.name,
    me:
      user === null
        ? null
        : { ...agentView(standIn, user), firstName: user.firstName, lastName: user.lastName, wrapUpUntil: user.wrapUpUntil },
    people: people.map((person) => ({ email: person.email, name: fullName(person) })),
    colleagues: people.filter((other) => other !== user).map((other) => agentView(standIn, other)),
    lines: lines.map(({ id, name, number }) => ({ id, name, number })),
    defaultLine: user?.defaultNumber ?? null,
    tags: [...company.tags.values()].map(({ id, name, color }) => ({ id, name, color })),
    call: call === null ? null : callView(call),
    history:
      user === null
        ? []
        : newest(
            [...exchange.calls.values()].filter((past) => isOfUser(past, user)),
            HISTORY,
          ).map(callView),
    afterCall: user?.afterCallId ?? null,
    messages: standIn.messages.messages.filter(({ line }) => user?.numbers.includes(line.id) ?? false).map(messageView),
    contacts: contactViews(standIn),
    dialAtOnce: phoneSettings.dialAtOnce,
    answers: phoneSettings.answers,
    now: company.now(),
  };
}

/** A past call that an agent's phone lists. */
function isOfUser(call: Call, user: User): boolean {
  if (call.endedAt === null && call.holder !== null) return false;
  if (call.user === user || call.transferredBy === user) return call.holder !== user;
  return call.user === null && call.endedAt !== null && user.numbers.includes(call.line.id);
}

export function consoleState(standIn: StandIn): ConsoleState {
  const { company, deliveries, exchange, faults, messages, pace, phoneSettings, webhooks } = standIn;
  return {
    companyName: company.name,
    agents: [...company.users.values()].map((user) => agentView(standIn, user)),
    lines: [...company.lines.values()].map(({ id, name, number, availability }) => ({ id, name, number, availability })),
    contacts: contactViews(standIn),
    tags: [...company.tags.values()].map(({ id, name, color }) => ({ id, name, color })),
    calls: newest([...exchange.calls.values()], CONSOLE_CALLS).map(callView),
    messages: newest(messages.messages, CONSOLE_CALLS).map(messageView),
    deliveries: newest(deliveries.log, CONSOLE_DELIVERIES).map((delivery) => deliveryView(delivery, false)),
    pendingDeliveries: deliveries.pending,
    webhooks: [...webhooks.values()].map(({ id, name, url, isActive, failures, events }) => ({
      id,
      name,
      url,
      isActive,
      failures,
      eventCount: events.length,
    })),
    settings: deliveries.settings,
    faults,
    phone: phoneSettings,
    pace: { ...pace },
    now: company.now(),
  };
}

function newest<T>(items: readonly T[], count: number): T[] {
  return items.slice(-count).reverse();
}

function messageView(message: Message): MessageView {
  const { contact, line } = message;
  const name = [contact?.firstName, contact?.lastName].filter((part) => typeof part === "string").join(" ");
  return {
    id: message.id,
    direction: message.direction,
    status: message.status,
    body: message.body,
    channel: message.channel,
    line: shortLine(line),
    external: message.external,
    externalDisplay: displayNumber(message.external),
    contactName: name === "" ? null : name,
    userName: message.user === null ? null : fullName(message.user),
    mediaCount: message.media.length,
    createdAt: message.createdAt,
  };
}

function shortLine({ id, name, number }: LineView): LineView {
  return { id, name, number };
}

function contactViews({ company }: StandIn): ContactView[] {
  return [...company.contacts.values()].map(({ id, firstName, lastName, companyName, phoneNumbers }) => ({
    id,
    name: [firstName, lastName].filter((part) => part !== null).join(" ") || (companyName ?? "No name"),
    company: companyName,
    numbers: phoneNumbers.map(({ label, value }) => ({ label, value, display: displayNumber(value) })),
  }));
}
