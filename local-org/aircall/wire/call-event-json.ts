import type { Call } from "../calls/call.ts";
import { durationOf, statusOf } from "../calls/call.ts";
import type { Company } from "../company/company.ts";
import { displayNumber } from "../company/phone-number.ts";
import { fullName, type User } from "../company/user.ts";
import { assetAddress, type MediaSigner } from "../media/signed-url.ts";
import type { EventName } from "../world/event-names.ts";
import { nestedContactJson } from "./contact-json.ts";
import { lineInCallJson } from "./line-json.ts";
import { nestedUserJson } from "./user-json.ts";

/** Only these carry media; every other event of a call has null there. */
const WITH_MEDIA: ReadonlySet<EventName> = new Set(["call.ended", "call.voicemail_left", "call.comm_assets_generated"]);

export interface CallEvent {
  readonly company: Company;
  readonly call: Call;
  readonly event: EventName;
  /** Whom the event speaks of; null: the body has no `user` key. */
  readonly user: User | null;
  readonly sign: MediaSigner;
}

/** `data` of a `call.*` event: keys, their order and what is absent as in Aircall's own. Times are UNIX seconds. */
export function callEventJson({ company, call, event, user, sign }: CallEvent): object {
  const hasMedia = WITH_MEDIA.has(event) && call.isMediaReady;
  const kind = call.voicemail !== null ? "voicemail" : call.recording !== null ? "recording" : null;
  const person = (who: User): object => nestedUserJson(company, who);
  const digits = call.external === null ? "anonymous" : displayNumber(call.external);
  return {
    id: call.id,
    direct_link: `${company.apiAddress}/v1/calls/${call.id}`,
    direction: call.direction,
    call_uuid: call.uuid,
    status: statusOf(call),
    missed_call_reason: call.missedReason,
    started_at: seconds(call.startedAt),
    answered_at: call.answeredAt === null ? null : seconds(call.answeredAt),
    ended_at: call.endedAt === null ? null : seconds(call.endedAt),
    duration: durationOf(call),
    cost: "0",
    hangup_cause: null,
    voicemail: hasMedia && call.voicemail !== null ? sign(call, "voicemail") : null,
    recording: hasMedia && call.recording !== null ? sign(call, "recording") : null,
    asset: hasMedia && kind !== null ? assetAddress(company, call, kind) : null,
    raw_digits: digits,
    ...(user === null ? {} : { user: person(user) }),
    ...(call.contact === null ? {} : { contact: nestedContactJson(company, call.contact) }),
    number: lineInCallJson(company, call.line),
    archived: call.isArchived,
    teams: WITH_MEDIA.has(event) ? teamsJson(company, call) : [],
    comments: call.comments.map(({ id, content, author, postedAt }) => ({
      id,
      content,
      posted_by: author === null ? null : person(author),
      posted_at: seconds(postedAt),
    })),
    tags: call.tags.map(({ tag, author, taggedAt }) => ({
      id: tag.id,
      name: tag.name,
      tagged_by: author === null ? {} : person(author),
      tagged_at: seconds(taggedAt),
    })),
    participants: [
      { phone_number: digits, type: "external" },
      ...(user === null ? [] : [{ id: user.id, name: fullName(user), type: "user" }]),
    ],
    ...transferJson(call, event, person),
    ...(call.assignedTo === null ? {} : { assigned_to: person(call.assignedTo) }),
    ...(call.missedReason === "abandoned_in_ivr" ? { ivr_options_selected: [] } : {}),
  };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** The teams of who answered, once the call is over; inbound calls only. */
export function teamsJson(company: Company, call: Call): object[] {
  const { user } = call;
  if (call.direction === "outbound" || user === null) return [];
  return [...company.teams.values()]
    .filter((team) => team.users.includes(user))
    .slice(0, 1)
    .map(({ id, name, createdAt }) => ({
      id,
      name,
      direct_link: `${company.apiAddress}/v1/teams/${id}`,
      created_at: new Date(createdAt).toISOString(),
    }));
}

function transferJson(call: Call, event: EventName, person: (who: User) => object): object {
  if (call.externalTransferredTo !== null) {
    return {
      ...(event === "call.external_transferred" && call.transferredBy !== null ? { transferred_by: person(call.transferredBy) } : {}),
      external_transferred_to: call.externalTransferredTo,
      external_caller_number: call.external ?? "anonymous",
    };
  }
  if (call.transferredTo === null || call.transferredBy === null) return {};
  return { transferred_to: person(call.transferredTo), transferred_by: person(call.transferredBy) };
}
