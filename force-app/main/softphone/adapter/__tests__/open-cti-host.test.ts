import { OpenCtiHost } from "../open-cti-host.ts";
import { JORDAN } from "../test-support/fake-host.ts";

type Answer = (response: unknown) => void;
const methods = [
  "screenPop",
  "searchAndScreenPop",
  "enableClickToDial",
  "disableClickToDial",
  "setSoftphonePanelVisibility",
  "isSoftphonePanelVisible",
  "setSoftphoneItemLabel",
  "setSoftphoneItemIcon",
  "notifyInitializationComplete",
  "refreshView",
  "onClickToDial",
  "onNavigationChange",
] as const;

let response: unknown;
const openCti = Object.fromEntries(
  methods.map((name) => [name, jest.fn((argument: { callback?: Answer }) => argument.callback?.(response))]),
) as Record<(typeof methods)[number], jest.Mock>;

beforeEach(() => {
  jest.clearAllMocks();
  response = { success: true, returnValue: null, errors: null };
  const constants = { SCREENPOP_TYPE: { SOBJECT: "sobject", SEARCH: "search" }, CALL_TYPE: { INBOUND: "inbound" } };
  Object.assign(globalThis, { sforce: { opencti: { ...openCti, ...constants } } });
});

function host(): OpenCtiHost {
  const found = OpenCtiHost.find();
  if (found === null) throw new Error("There is no host.");
  return found;
}

it.each([[undefined], [{}], [{ opencti: null }], [{ opencti: {} }]])("there is no host where the script has not started: %p", (sforce) => {
  Object.assign(globalThis, { sforce });
  expect(OpenCtiHost.find()).toBeNull();
});

it.each([
  ["screenPop", (): Promise<unknown> => host().screenPop(JORDAN.recordId), { type: "sobject", params: { recordId: JORDAN.recordId } }],
  ["screenPop", (): Promise<unknown> => host().showSearch("+447700900456"), { type: "search", params: { searchString: "+447700900456" } }],
  [
    "searchAndScreenPop",
    (): Promise<unknown> => host().searchAndScreenPop("+44"),
    { searchParams: "+44", callType: "inbound", deferred: false },
  ],
  ["enableClickToDial", (): Promise<unknown> => host().enableClickToDial(), {}],
  ["disableClickToDial", (): Promise<unknown> => host().disableClickToDial(), {}],
  ["setSoftphonePanelVisibility", (): Promise<unknown> => host().setPanelVisibility(true), { visible: true }],
  ["setSoftphoneItemLabel", (): Promise<unknown> => host().setItemLabel("Phone"), { label: "Phone" }],
  ["setSoftphoneItemIcon", (): Promise<unknown> => host().setItemIcon("call"), { key: "call" }],
  ["notifyInitializationComplete", (): Promise<unknown> => host().initializationComplete(), {}],
  ["refreshView", (): Promise<unknown> => host().refreshView(), {}],
] as const)("%s is called with one object", async (name, act, argument) => {
  await act();
  expect(openCti[name]).toHaveBeenCalledTimes(1);
  expect(openCti[name]).toHaveBeenCalledWith({ ...argument, callback: expect.any(Function) });
});

it.each([
  [{ success: false, errors: [{ code: "INVALID_PARAM", description: "No record." }] }, "INVALID_PARAM", "No record."],
  [{ success: false, error: [{ code: "SERVER_ERROR", description: "Try later." }] }, "SERVER_ERROR", "Try later."],
  [{ success: false, error: { code: "GENERIC_ERROR", description: "It failed." } }, "GENERIC_ERROR", "It failed."],
  [{ success: false }, "UNKNOWN", "without a reason"],
  [undefined, "UNKNOWN", "without a reason"],
])("a refusal carries the host's code and words: %p", async (refusal, code, words) => {
  response = refusal;
  await expect(host().refreshView()).rejects.toMatchObject({ name: "HostError", code, message: expect.stringContaining(words) });
});

it("a method that the host lacks or that throws is a refusal too", async () => {
  const poor = {
    screenPop: openCti.screenPop,
    refreshView: () => {
      throw new Error("Not here.");
    },
  };
  Object.assign(globalThis, { sforce: { opencti: poor } });
  await expect(host().setItemLabel("x")).rejects.toMatchObject({ code: "UNKNOWN" });
  await expect(host().refreshView()).rejects.toThrow("Not here.");
  expect(() => host().onClickToDial(() => undefined)).not.toThrow();
});

it.each([
  [true, true],
  [{ visible: true }, true],
  [false, false],
  [{ visible: false }, false],
  [null, false],
])("the panel's visibility %p is read as %p", async (returnValue, visible) => {
  response = { success: true, returnValue };
  expect(await host().isPanelVisible()).toBe(visible);
});

it("records that the host found are read by their ids, and what is no record is left out", async () => {
  response = {
    success: true,
    returnValue: {
      [JORDAN.recordId]: { Id: JORDAN.recordId, Name: "Jordan Marsh", RecordType: "Contact" },
      SCREEN_POP_DATA: { x: 1 },
      odd: null,
    },
  };
  expect(await host().searchAndScreenPop("+44")).toEqual([{ ...JORDAN, detail: "" }]);
});

it("a click on a number tells number and record", () => {
  const heard = jest.fn();
  host().onClickToDial(heard);
  const listener = openCti.onClickToDial.mock.calls[0]?.[0].listener as (payload: unknown) => void;
  listener({
    number: "(020) 7946 0123",
    recordId: JORDAN.recordId,
    recordName: "Jordan Marsh",
    objectType: "Contact",
    personAccount: false,
  });
  listener({ number: "+1415", recordId: "nonsense" });
  listener({ recordId: JORDAN.recordId });
  listener(undefined);
  expect(heard.mock.calls).toEqual([
    [{ number: "(020) 7946 0123", recordId: JORDAN.recordId, recordName: "Jordan Marsh", objectApiName: "Contact" }],
    [{ number: "+1415", recordId: null, recordName: null, objectApiName: null }],
  ]);
});
