/** What `/local/*` and the screens tell of calls, agents and deliveries. */
import { type Call, durationOf, statusOf } from "../calls/call.ts";
import { displayNumber } from "../company/phone-number.ts";
import { fullName, type User } from "../company/user.ts";
import type { StandIn } from "../stand-in.ts";
import type { Delivery } from "../webhooks/deliveries.ts";
import type { AgentView, CallView, DeliveryView } from "../screens/views.ts";

export function callView(call: Call): CallView {
  const { contact } = call;
  const name = contact === null ? null : [contact.firstName, contact.lastName].filter((part) => part !== null).join(" ");
  return {
    id: call.id,
    direction: call.direction,
    status: statusOf(call),
    external: call.external,
    externalDisplay: call.external === null ? "Anonymous" : displayNumber(call.external),
    contactName: name === "" ? null : name,
    companyName: contact?.companyName ?? null,
    line: { id: call.line.id, name: call.line.name, number: call.line.number },
    user: call.user?.email ?? null,
    userName: call.user === null ? null : fullName(call.user),
    holder: call.holder?.email ?? null,
    ringing: call.ringing.map(({ email }) => email),
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    duration: durationOf(call),
    missedReason: call.missedReason,
    hasVoicemail: call.voicemail !== null,
    hasRecording: call.recording !== null,
    isOnHold: call.isOnHold,
    isTransferPending: call.isTransferPending,
    transferredTo: call.transferredTo === null ? call.externalTransferredTo : fullName(call.transferredTo),
    isFinished: call.isFinished,
    tags: call.tags.map(({ tag }) => ({ id: tag.id, name: tag.name, color: tag.color })),
    comments: call.comments.map(({ content, author, postedAt }) => ({
      content,
      author: author === null ? null : fullName(author),
      postedAt,
    })),
    cards: call.cards,
  };
}

export function agentView({ agents, exchange }: StandIn, user: User): AgentView {
  return {
    id: user.id,
    email: user.email,
    name: fullName(user),
    connected: user.isConnected,
    availability: agents.live(user),
    availabilityStatus: user.availabilityStatus,
    substatus: user.substatus,
    callId: exchange.callOf(user)?.id ?? null,
  };
}

/** An attempt to deliver an event; `withBody`: with what was sent. */
export function deliveryView(delivery: Delivery, withBody: boolean): DeliveryView {
  const { body, at, ...rest } = delivery;
  const { data } = body;
  const subject = "id" in data && (typeof data.id === "number" || typeof data.id === "string") ? data.id : null;
  return { ...rest, subject, at: new Date(at).toISOString(), ...(withBody ? { body } : {}) };
}
