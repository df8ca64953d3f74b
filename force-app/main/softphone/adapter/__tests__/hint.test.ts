import { applySignal, NO_CALLS } from "../call-session.ts";
import type { Call } from "../call-session.ts";
import { HintSender } from "../hint.ts";
import type { PhoneSignal } from "../phone-signal.ts";

const NOW = 1_790_000_600_000;
const RING: PhoneSignal = { kind: "incoming", callId: "3811600102", from: "+447700900456", to: "+442079460123" };
const CALLING: PhoneSignal = { kind: "outgoing", callId: "3811600103", from: "+14155550142", to: "+12025550173" };

const callAfter = (...signals: PhoneSignal[]): Call => {
  const session = signals.reduce((before, signal, at) => applySignal(before, signal, NOW + at * 10_000), NO_CALLS);
  return session[0] as Call;
};

interface Told {
  readonly event: string;
  readonly timestamp: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** All hints about a call after each of its signals. */
async function told(...signals: PhoneSignal[]): Promise<Told[]> {
  const hints: Told[] = [];
  const sender = new HintSender((_method, hint) => {
    hints.push(JSON.parse(hint) as Told);
    return Promise.resolve();
  });
  for (const at of signals.keys()) sender.tell(callAfter(...signals.slice(0, at + 1)), NOW + at * 10_000);
  await new Promise((resolve) => setTimeout(resolve));
  return hints;
}

it("tells of an inbound call as Aircall's webhooks do", async () => {
  const hints = await told(
    RING,
    { kind: "ringtoneEnded", callId: "3811600102", answer: "answered" },
    { kind: "ended", callId: "3811600102", durationSeconds: 10 },
  );
  const base = {
    id: 3811600102,
    direction: "inbound",
    raw_digits: "+447700900456",
    number: { digits: "+442079460123" },
    started_at: 1_790_000_600,
  };
  expect(hints).toEqual([
    { event: "call.created", timestamp: 1_790_000_600, data: { ...base, status: "initial", answered_at: null, ended_at: null } },
    { event: "call.answered", timestamp: 1_790_000_610, data: { ...base, status: "answered", answered_at: 1_790_000_610, ended_at: null } },
    {
      event: "call.ended",
      timestamp: 1_790_000_620,
      data: { ...base, status: "done", answered_at: 1_790_000_610, ended_at: 1_790_000_620 },
    },
  ]);
});

it("tells of an outbound call that nobody answers", async () => {
  const hints = await told(CALLING, { kind: "ended", callId: "3811600103", durationSeconds: 0 });
  expect(hints.map(({ event, data }) => [event, data["direction"], data["raw_digits"], data["answered_at"]])).toEqual([
    ["call.created", "outbound", "+12025550173", null],
    ["call.ended", "outbound", "+12025550173", null],
  ]);
});

it.each([["disconnected"], ["refused"]] as const)(
  "leaves the end of a call that was %s here to the server, for a colleague may be on it",
  async (answer) => {
    const hints = await told(
      RING,
      { kind: "ringtoneEnded", callId: "3811600102", answer },
      { kind: "ended", callId: "3811600102", durationSeconds: 0 },
    );
    expect(hints.map(({ event }) => event)).toEqual(["call.created"]);
  },
);

it("says nothing of a withheld number, which would be logged on nobody", async () => {
  expect(await told({ ...RING, from: null } as PhoneSignal)).toEqual([]);
});

it("says each thing once, however often the phone does", async () => {
  expect(await told(RING, RING, RING)).toHaveLength(1);
});

it("tries again with growing patience, in order, and drops what cannot be told", async () => {
  jest.useFakeTimers();
  const tried: string[] = [];
  const sender = new HintSender((_method, hint) => {
    tried.push((JSON.parse(hint) as Told).event);
    return Promise.reject(new Error("no answer"));
  });
  sender.tell(callAfter(RING, { kind: "ringtoneEnded", callId: "3811600102", answer: "answered" }), NOW);
  await jest.advanceTimersByTimeAsync(0);
  expect(tried).toEqual(["call.created"]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(tried).toEqual(["call.created", "call.created"]);
  await jest.advanceTimersByTimeAsync(4000 + 15_000 + 20_000);
  expect(tried).toEqual([...Array<string>(4).fill("call.created"), ...Array<string>(4).fill("call.answered")]);
  jest.useRealTimers();
});
