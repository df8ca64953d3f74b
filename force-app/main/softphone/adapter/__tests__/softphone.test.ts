import type { CallerMatches } from "../caller-lookup.ts";
import type { DialOutcome, PanelState } from "../panel-state.ts";
import type { PhoneSignal } from "../phone-signal.ts";
import { Softphone } from "../softphone.ts";
import { FakeHost, JORDAN, NORTHWIND } from "../test-support/fake-host.ts";

const NUMBER = "+447700900456";
const LINE = "+442079460123";
const RING: PhoneSignal = { kind: "incoming", callId: "1", from: NUMBER, to: LINE };

let host: FakeHost;
let shown: PanelState[];
let found: () => Promise<CallerMatches>;
let outcome: DialOutcome;
let hints: string[];
let claims: number;
let clock: number;
let softphone: Softphone;

const last = (): PanelState => shown.at(-1) as PanelState;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  host = new FakeHost();
  shown = [];
  hints = [];
  claims = 0;
  clock = 1_790_000_600_000;
  outcome = "accepted";
  found = () => Promise.resolve({ number: NUMBER, isUndecided: false, matches: [JORDAN, NORTHWIND] });
  softphone = new Softphone({
    host,
    findCallers: () => found(),
    invoke: (_method, hint) => {
      hints.push(hint);
      return Promise.resolve();
    },
    dial: () => Promise.resolve(outcome),
    claim: () => (claims += 1),
    show: (state) => shown.push(state),
    texts: { phone: "Phone", ringing: "Ringing: {0}", inCall: "On a call: {0}" },
    now: () => clock,
  });
  softphone.handleStatus("ready");
});

describe("an incoming call", () => {
  it("opens the caller's record and the panel, and is shown under the caller's name", async () => {
    softphone.handleSignal(RING);
    expect(last().calls).toMatchObject([{ callId: "1", phase: "ringing", search: "searching", number: NUMBER, line: LINE }]);
    await settle();
    expect(host.of("screenPop")).toEqual([JORDAN.recordId]);
    expect(host.of("setPanelVisibility")).toEqual([true]);
    expect(last().calls).toMatchObject([{ search: "found", recordId: JORDAN.recordId, matches: [JORDAN, NORTHWIND] }]);
  });

  it("asks for the record before it asks for anything else of the host", async () => {
    const asked: string[] = [];
    found = () => {
      asked.push("findCallers", ...host.asked.map(([name]) => name));
      return Promise.resolve({ number: NUMBER, isUndecided: false, matches: [JORDAN] });
    };
    host.asked.length = 0;
    softphone.handleSignal(RING);
    await settle();
    expect(asked).toEqual(["findCallers"]);
  });

  it("names the caller on the utility item until the call is over", async () => {
    softphone.handleSignal(RING);
    await settle();
    softphone.handleSignal({ kind: "ringtoneEnded", callId: "1", answer: "answered" });
    softphone.handleSignal({ kind: "ended", callId: "1", durationSeconds: 4 });
    expect(host.of("setItemLabel")).toEqual([`Ringing: ${NUMBER}`, "Ringing: Jordan Marsh", "On a call: Jordan Marsh", "Phone"]);
    expect(host.of("setItemIcon")).toEqual(["incoming_call", "call"]);
  });

  it("that rings twice opens nothing twice", async () => {
    softphone.handleSignal(RING);
    softphone.handleSignal(RING);
    await settle();
    softphone.handleSignal(RING);
    await settle();
    expect(host.of("screenPop")).toHaveLength(1);
    expect(hints).toHaveLength(1);
  });

  it("beside another keeps both apart, the newest first", async () => {
    softphone.handleSignal(RING);
    await settle();
    found = () => Promise.resolve({ number: "+1", isUndecided: false, matches: [NORTHWIND] });
    softphone.handleSignal({ ...RING, callId: "2", from: "+14155550142" } as PhoneSignal);
    await settle();
    softphone.handleSignal({ kind: "ringtoneEnded", callId: "1", answer: "answered" });
    expect(last().calls.map(({ callId, phase, recordId }) => [callId, phase, recordId])).toEqual([
      ["2", "ringing", NORTHWIND.recordId],
      ["1", "inCall", JORDAN.recordId],
    ]);
  });

  it("goes on when every wish is refused", async () => {
    for (const name of ["screenPop", "setPanelVisibility", "setItemLabel", "setItemIcon", "searchAndScreenPop"]) host.refusing.add(name);
    found = () => Promise.reject(new Error("no answer"));
    softphone.handleSignal(RING);
    await settle();
    softphone.handleSignal({ kind: "ringtoneEnded", callId: "1", answer: "answered" });
    expect(last().calls).toMatchObject([{ phase: "inCall", search: "unavailable" }]);
  });

  it("of which only the end was heard is not shown", () => {
    softphone.handleSignal({ kind: "ended", callId: "9", durationSeconds: 1 });
    expect(last().calls).toEqual([]);
  });
});

describe("an outgoing call", () => {
  const CALLING: PhoneSignal = { kind: "outgoing", callId: "1", from: LINE, to: NUMBER };

  it("opens nothing and offers the record of the number", async () => {
    softphone.handleSignal(CALLING);
    await settle();
    expect(host.of("screenPop")).toEqual([]);
    expect(last().calls).toMatchObject([{ direction: "outbound", search: "found", recordId: JORDAN.recordId }]);
    expect(host.of("setItemIcon")).toEqual(["outbound_call"]);
  });

  it("that a click began is shown under the record that was clicked", async () => {
    softphone.handleDialRequest({ number: NUMBER, recordId: NORTHWIND.recordId, recordName: "Northwind", objectApiName: "Account" });
    await settle();
    expect(last().dial).toEqual({ number: NUMBER, outcome: "accepted" });
    softphone.handleSignal(CALLING);
    await settle();
    expect(last().dial).toBeNull();
    expect(last().calls).toMatchObject([{ recordId: NORTHWIND.recordId, matches: [NORTHWIND, JORDAN], isChosen: true }]);
  });

  it.each([
    [(): Promise<CallerMatches> => Promise.resolve({ number: NUMBER, isUndecided: false, matches: [] }), "none"],
    [(): Promise<CallerMatches> => Promise.resolve({ number: NUMBER, isUndecided: true, matches: [] }), "undecided"],
    [(): Promise<CallerMatches> => Promise.reject(new Error("no answer")), "unavailable"],
  ])("to nobody that is known says so (%#)", async (search, says) => {
    found = search;
    softphone.handleSignal(CALLING);
    await settle();
    expect(last().calls).toMatchObject([{ search: says, recordId: null }]);
  });
});

describe("what the agent does in the panel", () => {
  it("reaches the host", () => {
    softphone.handleAction({ type: "openRecord", recordId: JORDAN.recordId });
    softphone.handleAction({ type: "searchNumber", number: NUMBER });
    softphone.handleAction({ type: "logChanged" });
    softphone.handleAction({ type: "usePhoneHere" });
    expect(host.asked.slice(-3)).toEqual([["screenPop", JORDAN.recordId], ["showSearch", NUMBER], ["refreshView"]]);
    expect(claims).toBe(1);
  });

  it("puts a call under the record that was chosen", async () => {
    softphone.handleSignal(RING);
    await settle();
    softphone.handleAction({ type: "chooseMatch", callId: "1", recordId: NORTHWIND.recordId });
    expect(last().calls).toMatchObject([{ recordId: NORTHWIND.recordId, isChosen: true }]);
    expect(host.of("screenPop")).toEqual([JORDAN.recordId, NORTHWIND.recordId]);
  });

  it("keeps the phone in this tab while a number waits in it, and forgets the number with the phone", async () => {
    softphone.handleDialRequest({ number: NUMBER, recordId: null, recordName: null, objectApiName: null });
    expect(softphone.isBusy).toBe(true);
    await settle();
    expect(softphone.isBusy).toBe(true);
    softphone.handleSignal({ kind: "phoneLost" });
    expect([softphone.isBusy, last().dial]).toEqual([false, null]);
  });

  it("lets the phone go when it did not take the number", async () => {
    outcome = "refused";
    softphone.handleDialRequest({ number: NUMBER, recordId: null, recordName: null, objectApiName: null });
    await settle();
    expect(softphone.isBusy).toBe(false);
  });

  it("takes the answer to a click away", async () => {
    outcome = "inCall";
    softphone.handleDialRequest({ number: NUMBER, recordId: null, recordName: null, objectApiName: null });
    await settle();
    expect(last().dial).toEqual({ number: NUMBER, outcome: "inCall" });
    softphone.handleAction({ type: "dismissDial" });
    expect(last().dial).toBeNull();
  });
});

describe("the phone's status", () => {
  it.each([
    ["ready", "enableClickToDial"],
    ["elsewhere", "enableClickToDial"],
    ["loggedOut", "disableClickToDial"],
    ["awaitingLogin", "disableClickToDial"],
    ["blocked", "disableClickToDial"],
  ] as const)("%s: %s", (status, name) => {
    host.asked.length = 0;
    softphone.handleStatus(status);
    expect(host.asked).toEqual([[name]]);
    expect(last().status).toBe(status);
  });

  it("keeps the phone in this tab while a call is on", () => {
    expect(softphone.isBusy).toBe(false);
    softphone.handleSignal(RING);
    expect(softphone.isBusy).toBe(true);
    softphone.handleSignal({ kind: "phoneLost" });
    expect(softphone.isBusy).toBe(false);
  });

  it("frees the tab of a call that rings for longer than any phone does", () => {
    jest.useFakeTimers();
    softphone.handleSignal(RING);
    clock += 300_000;
    jest.advanceTimersByTime(60_000);
    expect(softphone.isBusy).toBe(true);
    clock += 1;
    jest.advanceTimersByTime(60_000);
    expect(softphone.isBusy).toBe(false);
    expect(last().calls).toMatchObject([{ phase: "ended", ending: "lost" }]);
    jest.useRealTimers();
  });
});
