import { callerLookup, parseCallerMatches } from "../caller-lookup.ts";
import { RemotingError, remotingOf } from "../remoting.ts";

const NUMBER = "+447700900456";
const JORDAN = {
  recordId: "003000000000001AAA",
  name: "Jordan Marsh",
  objectApiName: "Contact",
  objectLabel: "Contact",
  detail: "Northwind",
};
type Callback = (result: unknown, event: unknown) => void;
const invokeAction = jest.fn<undefined, [string, string, Callback, object]>();

beforeEach(() => {
  jest.useFakeTimers();
  invokeAction.mockReset();
  Object.assign(globalThis, { Visualforce: { remoting: { Manager: { invokeAction } } } });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "Visualforce");
});

const find = (namespace: string | null = null): ReturnType<ReturnType<typeof callerLookup>> =>
  callerLookup(remotingOf("SoftphonePageController", namespace))(NUMBER);
const answer = (result: unknown, event: unknown = { status: true }): void => {
  invokeAction.mock.calls[0]?.[2](result, event);
};

describe("the search on the server", () => {
  it("goes out at once, unescaped, under the name of the page's controller", async () => {
    const found = find();
    expect(invokeAction).toHaveBeenCalledWith("SoftphonePageController.findCallers", NUMBER, expect.any(Function), {
      buffer: false,
      escape: false,
      timeout: 1500,
    });
    answer({ number: NUMBER, isUndecided: false, matches: [JORDAN] });
    expect(await found).toEqual({ number: NUMBER, isUndecided: false, matches: [JORDAN] });
  });

  it("has the package's namespace in front where there is one", () => {
    void find("air").catch(() => undefined);
    expect(invokeAction.mock.calls[0]?.[0]).toBe("air.SoftphonePageController.findCallers");
  });

  it("fails after a second and a half, and an answer after that changes nothing", async () => {
    const failure = find().catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(1500);
    expect(await failure).toMatchObject({ kind: "timeout" });
    answer({ matches: [] });
  });

  it("fails with the server's words when it refuses", async () => {
    const failure = find().catch((error: unknown) => error);
    answer(null, { status: false, type: "exception", message: "You have no access." });
    expect(await failure).toEqual(new RemotingError("refused", "You have no access."));
  });

  it("fails when the platform throws or is not there", async () => {
    invokeAction.mockImplementation(() => {
      throw new Error("No such method.");
    });
    await expect(find()).rejects.toMatchObject({ kind: "refused", message: "No such method." });
    Reflect.deleteProperty(globalThis, "Visualforce");
    await expect(find()).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("the answer", () => {
  it.each([[undefined], [null], [[]], ["text"], [{}], [{ matches: {} }]])("%p is refused", (result) => {
    expect(() => parseCallerMatches(result, NUMBER)).toThrow("gave no list");
  });

  it("loses matches without an id or a name and keeps the order of the rest", () => {
    const matches = [{ ...JORDAN, recordId: "../x" }, { ...JORDAN, name: " " }, null, { recordId: JORDAN.recordId, name: "B" }, JORDAN];
    expect(parseCallerMatches({ matches }, NUMBER)).toEqual({
      number: NUMBER,
      isUndecided: false,
      matches: [{ recordId: JORDAN.recordId, name: "B", objectApiName: "", objectLabel: "", detail: "" }, JORDAN],
    });
  });
});
