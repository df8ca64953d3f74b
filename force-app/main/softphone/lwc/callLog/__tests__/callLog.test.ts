import getCall from "@salesforce/apex/CallController.getCall";
import linkCall from "@salesforce/apex/CallController.link";
import CallLog from "../callLog";
import { all, one, render, settle, textOf } from "../../../adapter/test-support/components.ts";
import { JORDAN, NORTHWIND } from "../../../adapter/test-support/fake-host.ts";
import type { CallPhase } from "../../../adapter/panel-state.ts";

jest.mock("@salesforce/apex/CallController.getCall", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/CallController.link", () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const read = getCall as jest.Mock;
const link = linkCall as jest.Mock;
const TASK = "00T000000000001AAA";
const LOGGED = {
  callId: "1",
  logId: "a00000000000001AAA",
  taskId: TASK,
  outcome: "Inbound answered",
  decision: "Logged",
  decisionReason: "PARTY_MATCHED|Contact|1",
  subject: "Inbound answered call, Jordan Marsh",
  isOver: true,
  changedAt: "2026-11-22T21:00:00.000Z",
};

interface CallLogElement {
  callId: string;
  phase: CallPhase;
  chosenRecordId: string | null;
  refresh?: () => void;
}

const show = (phase: CallPhase = "ended"): HTMLElement & CallLogElement =>
  render<CallLogElement>("c-call-log", CallLog, { callId: "1", phase, chosenRecordId: null });

const advance = async (milliseconds: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settle();
};

const eventsOf = (element: HTMLElement, name: string): unknown[] => {
  const heard: unknown[] = [];
  element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
  return heard;
};

describe("c-call-log", () => {
  beforeEach(() => {
    jest.useFakeTimers();
    read.mockReset().mockResolvedValue(null);
    link.mockReset().mockResolvedValue(null);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it("says that a call is not logged yet while it rings", async () => {
    const element = show("ringing");
    await advance(2000);
    expect(textOf(element, ".state")).toBe("c.Log_Waiting");
    expect(read).toHaveBeenCalledWith({ callId: "1" });
  });

  it("says that it is being logged once there is a Task, and links to it", async () => {
    read.mockResolvedValue({ ...LOGGED, outcome: "In progress" });
    const element = show("inCall");
    const opened = eventsOf(element, "openrecord");
    await advance(2000);
    expect(textOf(element, ".state")).toBe("c.Log_In_Progress");
    one(element, "button").click();
    expect(opened).toEqual([{ recordId: TASK }]);
  });

  it("reads seldom while a call is long, and goes on for as long as it takes", async () => {
    show("inCall");
    await advance(60_000);
    const inTheFirstMinute = read.mock.calls.length;
    await advance(60_000);
    expect(inTheFirstMinute).toBeGreaterThan(4);
    expect(read.mock.calls.length - inTheFirstMinute).toBe(4);
  });

  it("shows subject and Task, looks a few times whether a recording follows, and then reads no more", async () => {
    read.mockResolvedValue(LOGGED);
    const element = show();
    const changed = eventsOf(element, "logchanged");
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
    expect(textOf(element, "button")).toBe(LOGGED.subject);
    expect(changed).toHaveLength(1);
    await advance(600_000);
    expect(read).toHaveBeenCalledTimes(6);
    expect(changed).toHaveLength(1);
  });

  it("tells of what follows the end of a call, such as its recording", async () => {
    read.mockResolvedValueOnce(LOGGED).mockResolvedValue({ ...LOGGED, changedAt: "2026-11-22T21:00:04.000Z" });
    const element = show();
    const changed = eventsOf(element, "logchanged");
    await advance(10_000);
    expect(changed).toHaveLength(2);
  });

  it("says that a call is logged while it is on, and goes on reading", async () => {
    read.mockResolvedValue({ ...LOGGED, isOver: false });
    const element = show("inCall");
    await advance(60_000);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
    expect(read.mock.calls.length).toBeGreaterThan(4);
  });

  it.each([
    ["Skipped", "NUMBER_NOT_CONNECTED|UK Support Line", "c.Log_Skipped", "c.Reason_Number_Not_Connected"],
    ["Unlinked", "PARTY_NOT_FOUND|+447700900456", "c.Log_Unlinked", "c.Reason_Party_Not_Found"],
    ["Failed", "TASK_REFUSED|FIELD_CUSTOM_VALIDATION_EXCEPTION|Pick a type", "c.Log_Failed", "c.Reason_Task_Refused"],
  ])("says why it is %s", async (decision, decisionReason, state, reason) => {
    read.mockResolvedValue({ ...LOGGED, taskId: null, subject: null, decision, decisionReason });
    const element = show();
    await advance(700);
    expect([textOf(element, ".state"), textOf(element, "p")]).toEqual([state, reason]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it("starts anew when the call ends, because the log changes then", async () => {
    read.mockResolvedValue({ ...LOGGED, outcome: "In progress", isOver: false, changedAt: "2026-11-22T20:59:00.000Z" });
    const element = show("inCall");
    const changed = eventsOf(element, "logchanged");
    await advance(1500);
    read.mockResolvedValue(LOGGED);
    element.phase = "ended";
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
    expect(changed).toHaveLength(2);
  });

  it("gives up some time after the call and offers to look again", async () => {
    const element = show();
    await advance(300_000);
    const reads = read.mock.calls.length;
    expect(reads).toBe(11);
    read.mockResolvedValue(LOGGED);
    one(element, "lightning-button").click();
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
    expect(read).toHaveBeenCalledTimes(reads + 1);
  });

  it("says when the server cannot be read, and recovers by itself", async () => {
    read.mockRejectedValueOnce({ body: { message: "down" } }).mockResolvedValue(LOGGED);
    const element = show();
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Unreadable");
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
  });

  it("passes over the answer of a reading that is out of date", async () => {
    let answerLate: (value: unknown) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve))).mockResolvedValue(LOGGED);
    const element = show("inCall");
    await advance(1500);
    element.phase = "ended";
    await advance(700);
    answerLate(null);
    await advance(0);
    expect(textOf(element, ".state")).toBe("c.Log_Logged");
  });

  it("stops reading when it leaves the page", async () => {
    const element = show("inCall");
    element.remove();
    await advance(60_000);
    expect(read).not.toHaveBeenCalled();
  });

  it("reads again when somebody has changed the log", async () => {
    read.mockResolvedValue(LOGGED);
    const element = show();
    await advance(700);
    element.refresh?.();
    await advance(700);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("puts the call on the record that the agent chose", async () => {
    read.mockResolvedValue(LOGGED);
    const element = show();
    const changed = eventsOf(element, "logchanged");
    await advance(700);
    element.chosenRecordId = JORDAN.recordId;
    await advance(700);
    expect(link.mock.calls).toEqual([[{ callId: "1", recordId: JORDAN.recordId }]]);
    expect(changed).toHaveLength(2);
    expect(all(element, ".slds-text-color_error")).toHaveLength(0);
  });

  it("puts a choice that came before the log onto it when it is there", async () => {
    const element = show("inCall");
    element.chosenRecordId = JORDAN.recordId;
    await advance(2000);
    expect(link).not.toHaveBeenCalled();
    read.mockResolvedValue({ ...LOGGED, outcome: "In progress" });
    await advance(60_000);
    expect(link.mock.calls).toEqual([[{ callId: "1", recordId: JORDAN.recordId }]]);
  });

  it("says why a choice was refused, until the agent chooses another record", async () => {
    link.mockRejectedValueOnce({ body: { message: "This record is gone." } });
    read.mockResolvedValue(LOGGED);
    const element = show();
    await advance(700);
    element.chosenRecordId = JORDAN.recordId;
    await advance(0);
    expect(textOf(element, ".slds-text-color_error")).toBe("This record is gone.");
    element.chosenRecordId = NORTHWIND.recordId;
    await advance(0);
    expect(link).toHaveBeenCalledTimes(2);
    expect(all(element, ".slds-text-color_error")).toHaveLength(0);
  });

  it.each([[{}], ["text"], [{ logId: "" }], [[]]])("takes an answer that is none for no log: %p", async (answer) => {
    read.mockResolvedValue(answer);
    const element = show();
    await advance(700);
    expect(textOf(element, ".state")).toBe("c.Log_Waiting");
  });

  it("is accessible while it waits and when it is logged", async () => {
    const element = show();
    read.mockResolvedValue(LOGGED);
    await advance(700);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
    await expect(show("ringing")).toBeAccessible();
  });
});
