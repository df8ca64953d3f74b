import CallCard from "../callCard";
import { all, one, panelCall, render, settle, textOf } from "../../../adapter/test-support/components.ts";
import { JORDAN, NORTHWIND } from "../../../adapter/test-support/fake-host.ts";
import type { PanelCall } from "../../../adapter/panel-state.ts";

jest.mock("@salesforce/apex/CallController.getCall", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});
jest.mock("@salesforce/apex/CallController.link", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});
jest.mock("@salesforce/apex/CallController.note", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});

const show = (given: Partial<PanelCall> = {}): HTMLElement & { call: PanelCall } =>
  render("c-call-card", CallCard, { call: panelCall(given) });
const actionsOf = (element: HTMLElement): unknown[] => {
  const heard: unknown[] = [];
  element.addEventListener("panelaction", (event) => heard.push((event as CustomEvent).detail));
  return heard;
};

describe("c-call-card", () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it("shows who rings, with number and account", () => {
    const element = show();
    expect((one(element, "h2 lightning-button") as HTMLElement & { label: string }).label).toBe("Jordan Marsh");
    expect(textOf(element, ".who p")).toBe("+447700900456Northwind Test Ltd");
    expect(textOf(element, ".phase")).toBe("c.Call_Ringing");
    expect(all(element, "c-call-timer")).toHaveLength(0);
  });

  it("opens the caller's record", () => {
    const element = show();
    const actions = actionsOf(element);
    one(element, "h2 lightning-button").click();
    expect(actions).toEqual([{ type: "openRecord", recordId: JORDAN.recordId }]);
  });

  it("shows how long a call has been on, and how long it was", () => {
    const answeredAt = 1_790_000_600_000;
    const element = show({ phase: "inCall", answeredAt });
    expect(one(element, "c-call-timer")).toMatchObject({ since: answeredAt, until: null });
    const over = show({ phase: "ended", ending: "completed", answeredAt, endedAt: answeredAt + 5000 });
    expect(one(over, "c-call-timer")).toMatchObject({ since: answeredAt, until: answeredAt + 5000 });
  });

  it("offers the other records and puts the call on the one that is chosen", async () => {
    const element = show();
    const actions = actionsOf(element);
    const matches = one(element, "c-call-matches");
    expect(matches).toMatchObject({ heading: "c.Caller_Others", records: [NORTHWIND] });
    matches.dispatchEvent(new CustomEvent("choose", { detail: { recordId: NORTHWIND.recordId } }));
    await settle();
    expect(actions[0]).toEqual({ type: "chooseMatch", callId: "3811600102", recordId: NORTHWIND.recordId });
    expect(one(element, "c-call-log")).toMatchObject({ chosenRecordId: NORTHWIND.recordId });
  });

  it("puts the call on the record that was clicked to dial, and leaves what was only found to the server", () => {
    expect(one(show({ isChosen: true }), "c-call-log")).toMatchObject({ chosenRecordId: JORDAN.recordId });
    expect(one(show(), "c-call-log")).toMatchObject({ chosenRecordId: null });
  });

  it("leaves the choice open when the server could not decide", () => {
    const element = show({ search: "undecided", recordId: null });
    expect(textOf(element, "h2")).toBe("+447700900456");
    expect(one(element, "c-call-matches")).toMatchObject({ heading: "c.Caller_Possible", records: [JORDAN, NORTHWIND] });
    expect(textOf(element, "p.row span")).toBe("c.Caller_Undecided");
  });

  it.each([
    ["none", "c.Caller_None", 1],
    ["unavailable", "c.Caller_Unavailable", 1],
    ["searching", "c.Caller_Searching", 0],
  ] as const)("says when nobody is found: %s", (search, words, buttons) => {
    const element = show({ search, matches: [], recordId: null });
    expect(textOf(element, "p.row span")).toBe(words);
    expect(all(element, "p.row lightning-button")).toHaveLength(buttons);
  });

  it("searches Salesforce for the number", () => {
    const element = show({ search: "none", matches: [], recordId: null });
    const actions = actionsOf(element);
    one(element, "p.row lightning-button").click();
    expect(actions).toEqual([{ type: "searchNumber", number: "+447700900456" }]);
  });

  it("has nothing to search or to open for a withheld number", () => {
    const element = show({ search: "anonymous", number: null, matches: [], recordId: null });
    expect(textOf(element, "h2")).toBe("c.Caller_Anonymous");
    expect(all(element, "lightning-button")).toHaveLength(0);
  });

  it("takes a note once somebody has spoken", () => {
    expect(all(show(), "c-call-note")).toHaveLength(0);
    expect(all(show({ phase: "inCall", answeredAt: 1 }), "c-call-note")).toHaveLength(1);
    expect(all(show({ phase: "ended", ending: "missed" }), "c-call-note")).toHaveLength(0);
  });

  it("passes on what its log and its note tell", () => {
    const element = show({ phase: "inCall", answeredAt: 1 });
    const actions = actionsOf(element);
    one(element, "c-call-log").dispatchEvent(new CustomEvent("openrecord", { detail: { recordId: "00T000000000001AAA" } }));
    one(element, "c-call-log").dispatchEvent(new CustomEvent("logchanged"));
    one(element, "c-call-note").dispatchEvent(new CustomEvent("saved"));
    expect(actions).toEqual([{ type: "openRecord", recordId: "00T000000000001AAA" }, { type: "logChanged" }, { type: "logChanged" }]);
  });

  it("can be put away when the call is over", () => {
    const element = show({ phase: "ended", ending: "completed" });
    const heard = jest.fn();
    element.addEventListener("dismiss", (event) => heard((event as CustomEvent).detail));
    one(element, "lightning-button-icon").click();
    expect(heard).toHaveBeenCalledWith({ callId: "3811600102" });
    expect(all(show(), "lightning-button-icon")).toHaveLength(0);
  });

  it.each([
    ["ringing", {}],
    ["in call", { phase: "inCall", answeredAt: 1 }],
    ["over", { phase: "ended", ending: "completed", answeredAt: 1, endedAt: 2 }],
    ["from nobody known", { search: "none", matches: [], recordId: null }],
    ["undecided", { search: "undecided", recordId: null }],
  ] as const)("is accessible when it is %s", async (_state, given) => {
    await expect(show(given)).toBeAccessible();
  });
});
