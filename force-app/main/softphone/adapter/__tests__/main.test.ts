import { JORDAN } from "../test-support/fake-host.ts";

const ORIGIN = "https://phone.example.com";
const CONFIGURATION = JSON.stringify({ workspaceUrl: `${ORIGIN}/`, namespace: null });
const RING = { from: "+447700900456", to: "+442079460123", call_id: 3811600102 };

type Callback = (response: unknown) => void;
let asked: [string, Record<string, unknown>][];
let remote: jest.Mock<undefined, [string, string, (result: unknown, event: unknown) => void]>;
let listeners: Record<string, (payload: unknown) => void>;

/** The markup of the real page, with each label's name in place of its words. */
function pageMarkup(): string {
  const { readFileSync } = jest.requireActual<{ readFileSync: (path: string, encoding: "utf8") => string }>("node:fs");
  const page = readFileSync((expect.getState().testPath ?? "").replace(/adapter\/.*/, "pages/AircallSoftphone.page"), "utf8");
  return (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? "").replaceAll(/\{!\$Label\.(\w+)\}/g, "$1");
}

function openCti(): Record<string, unknown> {
  const method = (name: string) => (argument: Record<string, unknown> & { callback?: Callback; listener?: (payload: unknown) => void }) => {
    asked.push([name, argument]);
    if (argument.listener) listeners[name] = argument.listener;
    argument.callback?.({ success: true, returnValue: null });
  };
  const names = ["screenPop", "searchAndScreenPop", "enableClickToDial", "disableClickToDial", "onClickToDial", "onNavigationChange"];
  const panel = [
    "setSoftphonePanelVisibility",
    "setSoftphoneItemLabel",
    "setSoftphoneItemIcon",
    "notifyInitializationComplete",
    "refreshView",
  ];
  return Object.fromEntries([...names, ...panel].map((name) => [name, method(name)]));
}

/** A fresh page: the script keeps that it has started. */
function start(json = CONFIGURATION): void {
  jest.isolateModules(() => {
    // Only what is required anew starts anew.
    jest.requireActual<{ start: (json: string) => void }>("../main.ts").start(json);
  });
}

const line = (status: string): HTMLElement => document.querySelector(`[data-status="${status}"]`) as HTMLElement;
const visibleLines = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>("[data-status]")].filter(({ hidden }) => !hidden).map(({ dataset }) => dataset["status"]);
const phoneFrame = (): HTMLIFrameElement | null => document.querySelector("#aircall-phone iframe");
const say = (name: string, value?: unknown): void => {
  const source = phoneFrame()?.contentWindow ?? null;
  if (source) source.postMessage = jest.fn();
  window.dispatchEvent(new MessageEvent("message", { data: { name, value }, origin: ORIGIN, source }));
};
const of = (name: string): Record<string, unknown>[] => asked.filter(([method]) => method === name).map(([, argument]) => argument);

beforeEach(() => {
  jest.useFakeTimers();
  asked = [];
  listeners = {};
  remote = jest.fn((_action, _argument, callback) => {
    callback({ number: RING.from, isUndecided: false, matches: [JORDAN] }, { status: true });
    return undefined;
  });
  document.body.innerHTML = pageMarkup();
  Object.assign(globalThis, {
    sforce: { opencti: { ...openCti(), SCREENPOP_TYPE: { SOBJECT: "sobject", SEARCH: "search" }, CALL_TYPE: { INBOUND: "inbound" } } },
    Visualforce: { remoting: { Manager: { invokeAction: remote } } },
    $Lightning: undefined,
  });
});
afterEach(() => {
  jest.useRealTimers();
});

it("tells the host that it has started and loads the phone", () => {
  start();
  expect(phoneFrame()?.src).toBe(`${ORIGIN}/?integration=generic`);
  expect(of("notifyInitializationComplete")).toHaveLength(1);
  expect(visibleLines()).toEqual(["starting"]);
});

it("is there once, however often it is started", () => {
  jest.isolateModules(() => {
    const script = jest.requireActual<{ start: (json: string) => void }>("../main.ts");
    script.start(CONFIGURATION);
    script.start(CONFIGURATION);
  });
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  expect(of("notifyInitializationComplete")).toHaveLength(1);
});

it("opens the caller's record when the phone rings, without any panel", async () => {
  start();
  say("apm_phone_loaded", { email: "avery.stone@example.com" });
  expect(visibleLines()).toEqual([]);
  say("apm_phone_incoming_call", RING);
  await jest.advanceTimersByTimeAsync(0);
  expect(of("screenPop")).toMatchObject([{ type: "sobject", params: { recordId: JORDAN.recordId } }]);
  expect(document.querySelector("[data-calls]")?.textContent).toBe("Jordan Marsh · +447700900456");
});

it("dials what is clicked", async () => {
  start();
  say("apm_phone_loaded", {});
  listeners["onClickToDial"]?.({ number: "+44 7700 900456", recordId: JORDAN.recordId });
  await jest.advanceTimersByTimeAsync(0);
  expect(phoneFrame()?.contentWindow?.postMessage).toHaveBeenCalledWith(
    { name: "apm_app_dial_number", value: { phone_number: RING.from } },
    ORIGIN,
  );
});

it("puts the panel into the page and leaves the words to it once it is there", () => {
  const created: unknown[] = [];
  const use = (application: string, then: () => void): void => {
    created.push(application);
    then();
  };
  Object.assign(globalThis, { $Lightning: { use, createComponent: (...made: unknown[]) => created.push(...made.slice(0, 3)) } });
  start();
  expect(created).toEqual(["c:softphoneOut", "c:callPanel", {}, "aircall-panel"]);
  const receive = jest.fn();
  const connect = new CustomEvent("panelconnect", { detail: { receive }, bubbles: true, composed: true });
  document.getElementById("aircall-panel")?.dispatchEvent(connect);
  expect(receive).toHaveBeenCalledWith(expect.objectContaining({ status: "starting", calls: [] }));
  expect(visibleLines()).toEqual([]);
});

it.each([
  [
    "throws",
    {
      use: () => {
        throw new Error("beta");
      },
      createComponent: () => undefined,
    },
  ],
  ["is another thing", { use: 5 }],
  [
    "makes no component",
    {
      use: (_name: string, then: () => void) => {
        then();
      },
      createComponent: (...made: ((...words: unknown[]) => void)[]) => made[3]?.(null, "ERROR"),
    },
  ],
])("rings and dials without the panel when Lightning Out %s", async (_how, $Lightning) => {
  Object.assign(globalThis, { $Lightning });
  start();
  say("apm_phone_loaded", {});
  say("apm_phone_incoming_call", RING);
  await jest.advanceTimersByTimeAsync(0);
  expect(of("screenPop")).toHaveLength(1);
});

it("outside a softphone says what the page is for and loads no phone", () => {
  Object.assign(globalThis, { sforce: undefined });
  start();
  expect(visibleLines()).toEqual(["noHost"]);
  expect(phoneFrame()).toBeNull();
});

it("with an address that cannot be used says so, and tells the administrator why on the console", () => {
  const said = jest.spyOn(console, "error").mockImplementation(() => undefined);
  start('{"workspaceUrl":"http://phone.example.com"}');
  expect(visibleLines()).toEqual(["misconfigured"]);
  expect(phoneFrame()).toBeNull();
  expect(said).toHaveBeenCalledWith(expect.stringContaining("https://"));
  said.mockRestore();
});

it("asks for a log-in when the phone stays silent", () => {
  start();
  jest.advanceTimersByTime(6000);
  expect(visibleLines()).toEqual(["awaitingLogin"]);
  expect(line("awaitingLogin").textContent).toBe("Phone_Awaiting_Login");
});

it("has words in the page for every status that needs them", () => {
  const statuses = [...document.querySelectorAll<HTMLElement>("[data-status]")].map(({ dataset }) => dataset["status"]);
  expect(statuses.sort()).toEqual(["awaitingLogin", "blocked", "elsewhere", "loggedOut", "misconfigured", "noHost", "starting"]);
});
