import type { CallerMatches } from "../caller-lookup.ts";
import { ClickToDial } from "../click-to-dial.ts";
import type { DialOutcome } from "../panel-state.ts";
import { JORDAN, NORTHWIND } from "../test-support/fake-host.ts";

const CLICK = { number: "07700 900456", recordId: JORDAN.recordId, recordName: "Jordan Marsh", objectApiName: "Contact" };
const E164 = "+447700900456";

interface World {
  readonly click: ClickToDial;
  readonly dialled: string[];
  readonly shown: unknown[];
}

function world(found: CallerMatches | null, outcome: DialOutcome = "accepted"): World {
  const dialled: string[] = [];
  const shown: unknown[] = [];
  const click: ClickToDial = new ClickToDial({
    dial: (number) => {
      dialled.push(number);
      return Promise.resolve(outcome);
    },
    findCallers: () => (found === null ? Promise.reject(new Error("no answer")) : Promise.resolve(found)),
    onChange: () => shown.push(click.pending),
  });
  return { click, dialled, shown };
}

const both: CallerMatches = { number: E164, isUndecided: false, matches: [NORTHWIND, JORDAN] };

it("dials the number in the form that the phone wants, and says how far it is", async () => {
  const { click, dialled, shown } = world(both);
  await click.handle(CLICK);
  expect(dialled).toEqual([E164]);
  expect(shown).toEqual([
    { number: CLICK.number, outcome: "pending" },
    { number: E164, outcome: "accepted" },
  ]);
});

it.each([
  ["07700 900456", "07700900456"],
  ["+44 (0)7700 900456", "+447700900456"],
  ["+1 (415) 555-0142 ext. 12", "+14155550142"],
  ["(415) 555-0142 x12", "4155550142"],
  ["+44 7700 900456 #3", "+447700900456"],
])("without the server %s is dialled as %s", async (number, plain) => {
  const { click, dialled } = world(null);
  await click.handle({ ...CLICK, number });
  expect(dialled).toEqual([plain]);
});

it.each([["inCall"], ["notReady"], ["noAnswer"], ["refused"]] as const)(
  "the phone's answer %s stays on show until it is dismissed",
  async (outcome) => {
    const { click } = world(both, outcome);
    await click.handle(CLICK);
    expect(click.pending).toEqual({ number: E164, outcome });
    click.dismiss();
    expect(click.pending).toBeNull();
  },
);

it("the call that comes of a click stands under the record that was clicked, the others after it", async () => {
  const { click } = world(both);
  await click.handle(CLICK);
  expect(click.handleOutgoing(E164)).toEqual({ recordId: JORDAN.recordId, matches: [JORDAN, NORTHWIND], isChosen: true });
  expect(click.pending).toBeNull();
});

it("a record that the search does not know stands first all the same", async () => {
  const { click } = world({ ...both, matches: [] });
  await click.handle(CLICK);
  expect(click.handleOutgoing(E164)).toEqual({
    recordId: JORDAN.recordId,
    matches: [{ recordId: JORDAN.recordId, name: "Jordan Marsh", objectApiName: "Contact", objectLabel: "Contact", detail: "" }],
    isChosen: true,
  });
});

it("ids of 15 and of 18 characters name one record", async () => {
  const { click } = world(both);
  await click.handle({ ...CLICK, recordId: JORDAN.recordId.slice(0, 15) });
  expect(click.handleOutgoing(E164)?.matches).toEqual([JORDAN, NORTHWIND]);
});

it("a national number is recognised when the phone gives its country", async () => {
  const { click } = world(null);
  await click.handle(CLICK);
  expect(click.handleOutgoing(E164)?.recordId).toBe(JORDAN.recordId);
});

it("a call to another number has nothing to do with the click", async () => {
  const { click } = world(both);
  await click.handle(CLICK);
  expect(click.handleOutgoing("+14155550142")).toBeNull();
  expect(click.handleOutgoing(E164)).toBeNull();
});

it("a click is forgotten when no call has come of it in a minute", async () => {
  jest.useFakeTimers();
  const { click } = world(both);
  await click.handle(CLICK);
  jest.advanceTimersByTime(60_000);
  expect(click.pending).toBeNull();
  expect(click.handleOutgoing(E164)).toBeNull();
  jest.useRealTimers();
});
