/** Wording of times and names that both pages use. */
import type { CallView } from "../../screens/views.ts";

/** `1:05` or `1:02:05` for seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number): string => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** Time of day; with the day when it is not today. */
export function timeOf(at: number, now: number): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return new Date(now).toDateString() === date.toDateString()
    ? time
    : `${date.toLocaleDateString("en-GB", { day: "numeric", month: "short" })}, ${time}`;
}

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toUpperCase() ?? "").join("");
}

/** The other party: a name where there is one. */
export function partyOf(call: Pick<CallView, "contactName" | "externalDisplay">): string {
  return call.contactName ?? call.externalDisplay;
}

const AVAILABILITY = {
  available: "Available",
  offline: "Offline",
  do_not_disturb: "Do not disturb",
  in_call: "In a call",
  after_call_work: "After-call work",
} as const;

export function availabilityWord(availability: keyof typeof AVAILABILITY): string {
  return AVAILABILITY[availability];
}

/** Says what became of a call. */
export function outcomeOf(call: CallView): string {
  if (call.status === "initial") return call.direction === "inbound" ? "Ringing" : "Calling";
  if (call.status === "answered") return call.isOnHold ? "On hold" : call.isTransferPending ? "Being transferred" : "In progress";
  if (call.hasVoicemail) return "Voicemail";
  if (call.answeredAt !== null) return "Answered";
  return call.direction === "inbound" ? "Missed" : "No answer";
}
