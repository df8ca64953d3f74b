import { applySignal, expireRinging, isBusy, NO_CALLS } from "../call-session.ts";
import type { Call, CallSession } from "../call-session.ts";
import type { PhoneSignal } from "../phone-signal.ts";
import { permutations } from "../test-support/permutations.ts";

const incoming = (callId = "1"): PhoneSignal => ({ kind: "incoming", callId, from: "+447700900456", to: "+442079460123" });
const outgoing = (callId = "1"): PhoneSignal => ({ kind: "outgoing", callId, from: "+442079460123", to: "+447700900456" });
const ringtone = (answer: "answered" | "disconnected" | "refused", callId = "1"): PhoneSignal => ({
  kind: "ringtoneEnded",
  callId,
  answer,
});
const answered = (callId = "1"): PhoneSignal => ({ kind: "outgoingAnswered", callId });
const ended = (callId = "1"): PhoneSignal => ({ kind: "ended", callId, durationSeconds: 5 });

const NOW = 1_790_000_600_000;
const play = (signals: readonly PhoneSignal[], now = NOW): CallSession =>
  signals.reduce((session, signal) => applySignal(session, signal, now), NO_CALLS);
const only = (session: CallSession): Call => {
  expect(session).toHaveLength(1);
  return session[0] as Call;
};

describe("one call", () => {
  it.each([
    ["rings in", [incoming()], "ringing", null],
    ["is answered", [incoming(), ringtone("answered")], "inCall", null],
    ["is over", [incoming(), ringtone("answered"), ended()], "ended", "completed"],
    ["is missed here", [incoming(), ringtone("disconnected")], "ended", "missed"],
    ["is declined", [incoming(), ringtone("refused")], "ended", "refused"],
    ["ends while it rings", [incoming(), ended()], "ended", "missed"],
    ["rings out", [outgoing()], "ringing", null],
    ["is answered out there", [outgoing(), answered()], "inCall", null],
    ["is over out there", [outgoing(), answered(), ended()], "ended", "completed"],
    ["is not answered out there", [outgoing(), ended()], "ended", "unanswered"],
    ["goes with the phone", [incoming(), ringtone("answered"), { kind: "phoneLost" }], "ended", "lost"],
    ["rings when the phone goes", [incoming(), { kind: "phoneLost" }], "ended", "lost"],
  ] as const)("%s", (_what, signals, phase, ending) => {
    expect(only(play(signals))).toMatchObject({ phase, ending, number: "+447700900456", line: "+442079460123" });
  });

  it("keeps the times at which it moved on", () => {
    let session = applySignal(NO_CALLS, incoming(), NOW);
    session = applySignal(session, ringtone("answered"), NOW + 3000);
    session = applySignal(session, ended(), NOW + 9000);
    session = applySignal(session, ended(), NOW + 9900);
    expect(only(session)).toMatchObject({ startedAt: NOW, answeredAt: NOW + 3000, endedAt: NOW + 9000 });
  });

  it("rings again when it is offered again, and can then be answered", () => {
    const declined = play([incoming(), ringtone("refused")]);
    const again = applySignal(declined, incoming(), NOW + 8000);
    expect(only(again)).toMatchObject({ phase: "ringing", ending: null, round: 2, startedAt: NOW + 8000 });
    expect(only(applySignal(again, ringtone("answered"), NOW + 9000)).phase).toBe("inCall");
  });

  it("does not ring again because its first message comes late", () => {
    expect(only(applySignal(play([ringtone("refused")]), incoming(), NOW + 1500))).toMatchObject({ phase: "ended", round: 1 });
  });
});

describe("messages in any order and number", () => {
  const stories: readonly (readonly PhoneSignal[])[] = [
    [incoming(), ringtone("answered"), ended()],
    [incoming(), ringtone("disconnected"), ended()],
    [incoming(), ringtone("refused")],
    [outgoing(), answered(), ended()],
    [outgoing(), ended()],
    [incoming("1"), ringtone("answered", "1"), incoming("2"), ringtone("refused", "2"), ended("1")],
    [outgoing("1"), incoming("2"), answered("1"), ringtone("answered", "2"), ended("1"), ended("2")],
  ];
  const facts = (session: CallSession): unknown =>
    session.map((call) => ({ ...call })).sort((one, other) => one.callId.localeCompare(other.callId));

  it.each(stories.map((story) => [story.map(({ kind }) => kind).join(", "), story] as const))(
    "end in the same state: %s",
    (_name, story) => {
      const expected = facts(play(story));
      for (const order of permutations(story)) expect(facts(play(order))).toEqual(expected);
    },
  );

  it.each(stories.map((story) => [story.map(({ kind }) => kind).join(", "), story] as const))(
    "change nothing when repeated: %s",
    (_name, story) => {
      const expected = facts(play(story));
      for (const order of permutations([...story, ...story.slice(0, 2)])) expect(facts(play(order))).toEqual(expected);
    },
  );

  it("never move a call back", () => {
    const rank = { ringing: 0, inCall: 1, ended: 2 };
    for (const order of permutations([incoming(), ringtone("answered"), ended(), ringtone("disconnected"), answered()])) {
      let before = 0;
      let session = NO_CALLS;
      for (const signal of order) {
        session = applySignal(session, signal, NOW);
        const now = rank[only(session).phase];
        // "Disconnected" before "answered" is the one end that a later message takes back: somebody did answer.
        if (!(before === 2 && now === 1)) expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(before).toBe(2);
    }
  });
});

describe("the session", () => {
  it("is busy while any call rings or is on", () => {
    const session = play([incoming("1"), ringtone("answered", "1"), incoming("2")]);
    expect(isBusy(session)).toBe(true);
    expect(isBusy(play([incoming("1"), ringtone("refused", "1"), ended("2")]))).toBe(false);
    expect(isBusy(applySignal(session, { kind: "phoneLost" }, NOW))).toBe(false);
  });

  it("gives up a call that rings for longer than any phone does", () => {
    const session = play([incoming()]);
    expect(expireRinging(session, NOW + 300_000)).toBe(session);
    expect(only(expireRinging(session, NOW + 300_001))).toMatchObject({ phase: "ended", ending: "lost" });
    expect(isBusy(expireRinging(play([incoming(), ringtone("answered")]), NOW + 9_000_000))).toBe(true);
  });

  it("forgets old calls and none that is on", () => {
    const ids = Array.from({ length: 40 }, (_, at) => String(at + 1));
    const session = play([incoming("99"), ringtone("answered", "99"), ...ids.flatMap((id) => [incoming(id), ringtone("refused", id)])]);
    expect(session).toHaveLength(21);
    expect(session.map(({ callId }) => callId)).toContain("99");
    expect(session.map(({ callId }) => callId)).not.toContain("20");
  });
});
