import { PanelLink } from "../panel-link.ts";
import type { PanelAction, PanelState } from "../panel-state.ts";
import { JORDAN } from "../test-support/fake-host.ts";

const STATE: PanelState = { status: "ready", dial: null, calls: [] };
const send = (target: EventTarget, name: string, detail: unknown): boolean => target.dispatchEvent(new CustomEvent(name, { detail }));

let page: EventTarget;
let actions: PanelAction[];
let connected: number;
let link: PanelLink;

beforeEach(() => {
  page = new EventTarget();
  actions = [];
  connected = 0;
  link = new PanelLink(
    page,
    () => (connected += 1),
    (action) => actions.push(action),
  );
});

it("a panel gets the state that was there before it, and every later one", () => {
  link.show(STATE);
  const receive = jest.fn();
  send(page, "panelconnect", { receive });
  const next: PanelState = { ...STATE, status: "loggedOut" };
  link.show(next);
  expect(receive.mock.calls).toEqual([[STATE], [next]]);
  expect([link.isConnected, connected]).toEqual([true, 1]);
});

it("a panel that is made again takes the place of the first", () => {
  const [first, second] = [jest.fn(), jest.fn()];
  send(page, "panelconnect", { receive: first });
  send(page, "panelconnect", { receive: second });
  link.show(STATE);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledWith(STATE);
});

it("a panel that fails is given up and the phone goes on", () => {
  send(page, "panelconnect", {
    receive: () => {
      throw new Error("broken");
    },
  });
  expect(() => {
    link.show(STATE);
  }).not.toThrow();
  expect(link.isConnected).toBe(false);
});

it.each([[null], [undefined], ["x"], [{}], [{ receive: 5 }]])("what is no panel does not connect: %p", (detail) => {
  send(page, "panelconnect", detail);
  page.dispatchEvent(new Event("panelconnect"));
  expect([link.isConnected, connected]).toEqual([false, 0]);
});

it.each([
  [{ type: "openRecord", recordId: JORDAN.recordId }],
  [{ type: "chooseMatch", callId: "1", recordId: JORDAN.recordId }],
  [{ type: "searchNumber", number: "+44" }],
  [{ type: "dismissDial" }],
  [{ type: "usePhoneHere" }],
  [{ type: "logChanged" }],
])("what the agent does arrives: %p", (action) => {
  send(page, "panelaction", { ...action, extra: true });
  expect(actions).toEqual([action]);
});

it.each([
  [null],
  [{}],
  [{ type: "openRecord" }],
  [{ type: "openRecord", recordId: "javascript:1" }],
  [{ type: "chooseMatch", recordId: JORDAN.recordId }],
  [{ type: "searchNumber", number: "" }],
  [{ type: "formatDisk" }],
])("what makes no sense is passed over: %p", (detail) => {
  send(page, "panelaction", detail);
  expect(actions).toEqual([]);
});
