import CallPanel from "../callPanel";
import { all, one, panelCall, render, settle, textOf } from "../../../adapter/test-support/components.ts";
import type { PanelConnection, PanelState } from "../../../adapter/panel-state.ts";

jest.mock("@salesforce/apex/CallController.getCall", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});
jest.mock("@salesforce/apex/CallController.link", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});
jest.mock("@salesforce/apex/CallController.note", () => ({ __esModule: true, default: jest.fn(() => Promise.resolve(null)) }), {
  virtual: true,
});

const READY: PanelState = { status: "ready", dial: null, calls: [] };

let connection: PanelConnection;
let actions: unknown[];
const keep = (event: Event): void => {
  connection = (event as CustomEvent<PanelConnection>).detail;
};
const note = (event: Event): void => {
  actions.push((event as CustomEvent).detail);
};

async function show(state: PanelState): Promise<HTMLElement> {
  const element = render("c-call-panel", CallPanel, {});
  connection.receive(state);
  await settle();
  return element;
}

describe("c-call-panel", () => {
  beforeEach(() => {
    actions = [];
    document.addEventListener("panelconnect", keep);
    document.addEventListener("panelaction", note);
  });
  afterEach(() => {
    document.body.replaceChildren();
    document.removeEventListener("panelconnect", keep);
    document.removeEventListener("panelaction", note);
  });

  it("announces itself to the page and says that the phone starts", () => {
    const element = render("c-call-panel", CallPanel, {});
    expect(connection.receive).toBeInstanceOf(Function);
    expect(textOf(element, ".notice")).toBe("c.Phone_Starting");
  });

  it.each([
    ["ready", "c.Phone_Ready"],
    ["awaitingLogin", "c.Phone_Awaiting_Login"],
    ["loggedOut", "c.Phone_Logged_Out"],
    ["blocked", "c.Phone_Blocked"],
    ["misconfigured", "c.Phone_Misconfigured"],
    ["elsewhere", "c.Phone_Elsewhere"],
  ] as const)("says how the phone stands: %s", async (status, words) => {
    const element = await show({ ...READY, status });
    expect(textOf(element, ".notice")).toBe(words);
    await expect(element).toBeAccessible();
  });

  it("gets the phone from another tab", async () => {
    const element = await show({ ...READY, status: "elsewhere" });
    one(element, "lightning-button").click();
    expect(actions).toEqual([{ type: "usePhoneHere" }]);
  });

  it("says what came of a click on a number, until it is put away", async () => {
    const element = await show({ ...READY, dial: { number: "+12025550173", outcome: "noAnswer" } });
    expect(all(element, ".notice").map(({ textContent }) => textContent.trim())).toEqual(["c.Phone_Ready", "c.Dial_No_Answer"]);
    one(element, "lightning-button-icon").click();
    expect(actions).toEqual([{ type: "dismissDial" }]);
    await expect(element).toBeAccessible();
  });

  it("shows every call that is on and the last that was", async () => {
    const element = await show({
      ...READY,
      calls: [
        panelCall({ callId: "4" }),
        panelCall({ callId: "3", phase: "ended" }),
        panelCall({ callId: "2", phase: "inCall", answeredAt: 1 }),
        panelCall({ callId: "1", phase: "ended" }),
      ],
    });
    const cards = all<HTMLElement & { call: { callId: string } }>(element, "c-call-card");
    expect(cards.map(({ call }) => call.callId)).toEqual(["4", "2", "3"]);
    expect(all(element, ".notice")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("leaves out a call that the agent has put away", async () => {
    const element = await show({ ...READY, calls: [panelCall({ phase: "ended" })] });
    one(element, "c-call-card").dispatchEvent(new CustomEvent("dismiss", { detail: { callId: "3811600102" } }));
    await settle();
    expect(all(element, "c-call-card")).toHaveLength(0);
    expect(textOf(element, ".notice")).toBe("c.Phone_Ready");
  });

  it("tells screen readers each step of a call once", async () => {
    const element = await show({ ...READY, calls: [panelCall()] });
    const said = (): string => textOf(element, '[aria-live="assertive"]');
    expect(said()).toBe("c.Call_Ringing: Jordan Marsh");
    connection.receive({ ...READY, calls: [panelCall({ phase: "inCall", answeredAt: 1 })] });
    await settle();
    expect(said()).toBe("c.Call_In_Call: Jordan Marsh");
    connection.receive({ ...READY, calls: [panelCall({ phase: "inCall", answeredAt: 1, recordId: null })] });
    await settle();
    expect(said()).toBe("c.Call_In_Call: Jordan Marsh");
  });

  it("keeps saying that the phone needs its agent while a call is on", async () => {
    const element = await show({ ...READY, status: "loggedOut", calls: [panelCall({ phase: "ended" })] });
    expect(textOf(element, ".notice")).toBe("c.Phone_Logged_Out");
    expect(all(element, "c-call-card")).toHaveLength(1);
  });
});
