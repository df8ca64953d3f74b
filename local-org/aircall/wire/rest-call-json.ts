/** The call over REST. */
import { type Call, durationOf, statusOf } from "../calls/call.ts";
import type { Company } from "../company/company.ts";
import { displayNumber } from "../company/phone-number.ts";
import { fullName, type User } from "../company/user.ts";
import { assetAddress, type MediaKind, mediaSigner, shortAddress } from "../media/signed-url.ts";
import { teamsJson } from "./call-event-json.ts";
import { contactJson } from "./contact-json.ts";
import { lineJson } from "./line-json.ts";
import { authorJson, restUserJson } from "./rest-user-json.ts";

/** What a client asks for besides. */
export interface FetchFlags {
  readonly contact: boolean;
  readonly shortUrls: boolean;
  readonly timeline: boolean;
  readonly voiceAgents: boolean;
}

export function fetchFlags(url: URL): FetchFlags {
  const isSet = (name: string): boolean => url.searchParams.get(name) === "true";
  return {
    contact: isSet("fetch_contact"),
    shortUrls: isSet("fetch_short_urls"),
    timeline: isSet("fetch_call_timeline"),
    voiceAgents: isSet("fetch_aiva_conv"),
  };
}

/** A call as `GET /v1/calls/:id` gives it; times are UNIX seconds, media are signed anew for an hour. */
export function callJson(company: Company, call: Call, flags: FetchFlags): object {
  const sign = mediaSigner(company);
  const media = (kind: MediaKind): string | null => (call.isMediaReady && call[kind] !== null ? sign(call, kind) : null);
  const kind = call.voicemail !== null ? "voicemail" : call.recording !== null ? "recording" : null;
  const person = (user: User | null): object | null => (user === null ? null : restUserJson(company, user));
  const digits = call.external === null ? "anonymous" : displayNumber(call.external);
  return {
    id: call.id,
    sid: call.uuid,
    direct_link: `${company.apiAddress}/v1/calls/${call.id}`,
    direction: call.direction,
    status: statusOf(call),
    missed_call_reason: call.missedReason,
    started_at: seconds(call.startedAt),
    answered_at: call.answeredAt === null ? null : seconds(call.answeredAt),
    ended_at: call.endedAt === null ? null : seconds(call.endedAt),
    duration: durationOf(call),
    voicemail: media("voicemail"),
    recording: media("recording"),
    ...(flags.shortUrls ? shortUrls(company, call) : {}),
    asset: call.isMediaReady && kind !== null ? assetAddress(company, call, kind) : null,
    raw_digits: digits,
    user: person(call.user),
    contact: flags.contact && call.contact !== null ? contactJson(company, call.contact) : null,
    archived: call.isArchived,
    assigned_to: person(call.assignedTo),
    transferred_by: person(call.transferredBy),
    transferred_to: person(call.transferredTo),
    cost: "0.0",
    number: lineJson(company, call.line),
    comments: call.comments.map(({ id, content, author, postedAt }) => ({
      id,
      content,
      posted_at: seconds(postedAt),
      posted_by: author === null ? null : authorJson(company, author),
    })),
    tags: call.tags.map(({ tag, author, taggedAt }) => ({
      id: tag.id,
      name: tag.name,
      created_at: seconds(taggedAt),
      tagged_by: author === null ? {} : authorJson(company, author),
    })),
    teams: call.isFinished ? teamsJson(company, call) : [],
    conference_participants: [
      { phone_number: digits, type: "external" },
      ...(call.user === null ? [] : [{ id: call.user.id, name: fullName(call.user), type: "user" }]),
    ],
    ...(flags.timeline ? { ivr_options_selected: [] } : {}),
    ...(flags.voiceAgents ? { ai_voice_agents: [] } : {}),
  };
}

function shortUrls(company: Company, call: Call): object {
  const url = (kind: MediaKind): string | null => (call.isMediaReady && call[kind] !== null ? shortAddress(company, call, kind) : null);
  return { voicemail_short_url: url("voicemail"), recording_short_url: url("recording") };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
