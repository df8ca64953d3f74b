import { asObject, asText } from "./parse.ts";

/** How the ringing of an incoming call ended on this phone. */
export type RingtoneEnd = "answered" | "disconnected" | "refused";

/** Something that the phone told about a call. `callId` is Aircall's id as text; numbers are E.164, null when withheld. */
export type PhoneSignal =
  | { readonly kind: "incoming"; readonly callId: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: "ringtoneEnded"; readonly callId: string; readonly answer: RingtoneEnd }
  | { readonly kind: "outgoing"; readonly callId: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: "outgoingAnswered"; readonly callId: string }
  | { readonly kind: "ended"; readonly callId: string; readonly durationSeconds: number | null }
  /** The phone logged out, reloaded or was taken away: no call of it can go on. */
  | { readonly kind: "phoneLost" };

/** The phone's events that tell something about a call. */
export const CALL_EVENTS = ["incoming_call", "call_end_ringtone", "outgoing_call", "outgoing_answered", "call_ended"] as const;

export type CallEventName = (typeof CALL_EVENTS)[number];

/** An event of the SDK as a signal; null when it lacks what the event needs. */
export function toSignal(event: CallEventName, payload: unknown): PhoneSignal | null {
  const value = asObject(payload);
  const callId = value === null ? null : toCallId(value["call_id"]);
  if (value === null || callId === null) return null;
  switch (event) {
    case "incoming_call":
      return { kind: "incoming", callId, from: asPhoneNumber(value["from"]), to: asPhoneNumber(value["to"]) };
    case "outgoing_call":
      return { kind: "outgoing", callId, from: asPhoneNumber(value["from"]), to: asPhoneNumber(value["to"]) };
    case "outgoing_answered":
      return { kind: "outgoingAnswered", callId };
    case "call_ended":
      return { kind: "ended", callId, durationSeconds: toSeconds(value["duration"]) };
    case "call_end_ringtone": {
      const answer = value["answer_status"];
      return answer === "answered" || answer === "disconnected" || answer === "refused" ? { kind: "ringtoneEnded", callId, answer } : null;
    }
  }
}

/** Ids are numbers beyond 2^31; as text they compare and travel safely. */
function toCallId(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  const text = asText(value);
  return text !== null && /^[1-9]\d{0,15}$/.test(text) ? text : null;
}

/** A number with at least three digits; a withheld one comes as a word or not at all. */
function asPhoneNumber(value: unknown): string | null {
  const text = asText(value);
  return text !== null && !/\p{L}/u.test(text) && text.replaceAll(/\D/g, "").length >= 3 ? text : null;
}

function toSeconds(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
