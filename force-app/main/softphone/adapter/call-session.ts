import type { CallDirection, CallEnding, CallPhase } from "./panel-state.ts";
import type { PhoneSignal, RingtoneEnd } from "./phone-signal.ts";

/** One call of this phone. Times are milliseconds since 1970, by the clock of this browser. */
export interface Call {
  readonly callId: string;
  readonly direction: CallDirection | null;
  readonly phase: CallPhase;
  /** Null until the call has ended. */
  readonly ending: CallEnding | null;
  /** The other party. */
  readonly number: string | null;
  readonly line: string | null;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** How often the call has rung here: Aircall may offer one call to an agent again. */
  readonly round: number;
  readonly facts: CallFacts;
}

/** What has been heard of one ringing of a call; the rest of a call follows from it, whatever the order. */
interface CallFacts {
  readonly answered: boolean;
  readonly ringtoneEnd: RingtoneEnd | null;
  readonly ended: boolean;
  readonly lost: boolean;
}

/** All calls of the phone, oldest first. Never changed in place. */
export type CallSession = readonly Call[];

export const NO_CALLS: CallSession = [];

/** Calls that are over are kept up to this number, so that what arrives late finds them. */
const KEPT = 20;

/** A ring that comes this long after the end of the same call is a new round; sooner it is a message out of order. */
const NEW_ROUND_MS = 2000;

/** A call that rings longer has ended without a word to us: Aircall stops ringing much earlier. */
const LONGEST_RING_MS = 300_000;

const NOTHING_HEARD: CallFacts = { answered: false, ringtoneEnd: null, ended: false, lost: false };

/**
 * The session after a signal. Signals may repeat and come in any order: a call only moves forward, from ringing to in call to ended.
 *
 * @param now milliseconds since 1970
 */
export function applySignal(session: CallSession, signal: PhoneSignal, now: number): CallSession {
  if (signal.kind === "phoneLost") {
    return session.map((call) => (call.phase === "ended" ? call : derive({ ...call, facts: { ...call.facts, lost: true } }, now)));
  }
  const known = session.find((call) => call.callId === signal.callId);
  const before = known ?? newCall(signal.callId, now);
  const after = derive(hear(startRound(before, signal, now), signal), now);
  return forgetOld(known === undefined ? [...session, after] : session.map((call) => (call === known ? after : call)));
}

/** The session without calls that ring for an impossible time. */
export function expireRinging(session: CallSession, now: number): CallSession {
  const isOver = (call: Call): boolean => call.phase === "ringing" && now - call.startedAt > LONGEST_RING_MS;
  if (!session.some(isOver)) return session;
  return session.map((call) => (isOver(call) ? derive({ ...call, facts: { ...call.facts, lost: true } }, now) : call));
}

/** Whether the phone rings or speaks. */
export function isBusy(session: CallSession): boolean {
  return session.some((call) => call.phase !== "ended");
}

function newCall(callId: string, now: number): Call {
  return {
    callId,
    direction: null,
    phase: "ringing",
    ending: null,
    number: null,
    line: null,
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    round: 1,
    facts: NOTHING_HEARD,
  };
}

function startRound(call: Call, signal: PhoneSignal, now: number): Call {
  const isAgain = signal.kind === "incoming" && call.endedAt !== null && now - call.endedAt > NEW_ROUND_MS;
  return isAgain ? { ...newCall(call.callId, now), round: call.round + 1 } : call;
}

function hear(call: Call, signal: Exclude<PhoneSignal, { kind: "phoneLost" }>): Call {
  switch (signal.kind) {
    case "incoming":
      return { ...call, direction: "inbound", number: signal.from ?? call.number, line: signal.to ?? call.line };
    case "outgoing":
      return { ...call, direction: "outbound", number: signal.to ?? call.number, line: signal.from ?? call.line };
    case "outgoingAnswered":
      return { ...call, direction: "outbound", facts: { ...call.facts, answered: true } };
    case "ringtoneEnded":
      return signal.answer === "answered"
        ? { ...call, direction: "inbound", facts: { ...call.facts, answered: true } }
        : { ...call, direction: "inbound", facts: { ...call.facts, ringtoneEnd: firmerEnd(call.facts.ringtoneEnd, signal.answer) } };
    case "ended":
      return { ...call, facts: { ...call.facts, ended: true } };
  }
}

/** A refusal says more than a ringing that stopped. */
function firmerEnd(one: RingtoneEnd | null, other: RingtoneEnd): RingtoneEnd {
  return one === "refused" || other === "refused" ? "refused" : other;
}

function derive(call: Call, now: number): Call {
  const { answered, ringtoneEnd, ended, lost } = call.facts;
  const isOver = ended || lost || (ringtoneEnd !== null && !answered);
  return {
    ...call,
    phase: isOver ? "ended" : answered ? "inCall" : "ringing",
    ending: isOver ? endingOf(call) : null,
    answeredAt: answered ? (call.answeredAt ?? now) : null,
    endedAt: isOver ? (call.endedAt ?? now) : null,
  };
}

function endingOf({ facts, direction }: Call): CallEnding {
  if (facts.answered) return facts.ended ? "completed" : "lost";
  if (facts.ringtoneEnd === "refused") return "refused";
  if (!facts.ended && facts.ringtoneEnd === null) return "lost";
  return direction === "outbound" ? "unanswered" : "missed";
}

function forgetOld(session: CallSession): CallSession {
  const over = session.filter((call) => call.phase === "ended");
  const forgotten = new Set(over.slice(0, Math.max(0, over.length - KEPT)));
  return forgotten.size === 0 ? session : session.filter((call) => !forgotten.has(call));
}
