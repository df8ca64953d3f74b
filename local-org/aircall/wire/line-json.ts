/** Lines (Aircall: numbers) in their several forms. */
import type { Company, Line } from "../company/company.ts";
import { displayNumber } from "../company/phone-number.ts";

const SOUNDS = [
  "welcome",
  "waiting",
  "ivr",
  "voicemail",
  "closed",
  "callback_later",
  "unanswered_call",
  "after_hours",
  "ringing_tone",
] as const;

/** The number inside a call event. */
export function lineInCallJson(company: Company, line: Line): object {
  return {
    ...head(company, line),
    e164_digits: line.number,
    ...tail(line),
    messages: sounds(company, line),
  };
}

/** The number inside a user's v1 event: the older key set. */
export function lineInUserJson(company: Company, line: Line): object {
  return { ...head(company, line), ...tail(line), messages: sounds(company, line) };
}

/** The number inside a message. */
export function lineInMessageJson(line: Line): object {
  return {
    id: line.id,
    name: line.name,
    digits: displayNumber(line.number),
    e164_digits: line.number,
    country: line.country,
    time_zone: line.timeZone,
    availability_status: line.availability,
  };
}

/** The number over REST; the single number and number events add `users`. */
export function lineJson(company: Company, line: Line): object {
  return {
    ...head(company, line),
    created_at: new Date(line.createdAt).toISOString(),
    ...tail(line),
    priority: line.priority,
    messages: sounds(company, line),
  };
}

/** The number of a `number.*` event. */
export function lineEventJson(company: Company, line: Line, users: readonly object[]): object {
  return {
    ...head(company, line),
    e164_digits: line.number,
    created_at: new Date(line.createdAt).toISOString(),
    ...tail(line),
    priority: line.priority,
    users,
    messages: sounds(company, line),
  };
}

/** The four keys inside the answer to a sent message. */
export function shortLineJson(company: Company, line: Line): object {
  return head(company, line);
}

function head(company: Company, line: Line): object {
  return {
    id: line.id,
    direct_link: `${company.apiAddress}/v1/numbers/${line.id}`,
    name: line.name,
    digits: displayNumber(line.number),
  };
}

function tail(line: Line): object {
  return {
    country: line.country,
    time_zone: line.timeZone,
    open: line.availability !== "closed",
    availability_status: line.availability,
    is_ivr: false,
    live_recording_activated: line.recording,
  };
}

function sounds(company: Company, line: Line): object {
  return Object.fromEntries(SOUNDS.map((name) => [name, `${company.apiAddress}/media/numbers/${line.id}/${name}.wav`]));
}
