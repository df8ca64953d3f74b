import AircallWorkspace from "aircall-everywhere";
import { FRAME_PERMISSIONS } from "../phone.ts";
import { FakePhone, ORIGIN } from "../test-support/fake-phone.ts";

const RING = { from: "+447700900456", to: "+442079460123", call_id: 3811600102 };

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe("the phone's frame", () => {
  it("loads the configured address and asks for what the SDK itself asks for", () => {
    const { frame } = new FakePhone().show();
    expect(frame?.src).toBe(`${ORIGIN}/app?integration=generic`);
    expect(frame?.title).toBe("Aircall Phone");
    const own = document.body.appendChild(document.createElement("div"));
    own.id = "sdk";
    const deaf = { addEventListener: () => undefined };
    new (AircallWorkspace as new (options: object) => unknown)({ domToLoadWorkspace: "#sdk", debug: false, window: deaf });
    expect(frame?.getAttribute("allow")).toBe(own.querySelector("iframe")?.getAttribute("allow"));
    expect(frame?.getAttribute("allow")).toBe(FRAME_PERMISSIONS);
  });

  it("stays away when the SDK does not take the address and would load Aircall's own phone", () => {
    const fake = new FakePhone("http://phone.localhost:5173").show();
    expect(fake.frame).toBeNull();
    expect(fake.statuses).toEqual(["misconfigured"]);
  });

  it("is there once however often it is shown", () => {
    const fake = new FakePhone().show();
    const first = fake.frame;
    fake.phone.show();
    expect(fake.frame).toBe(first);
  });

  it("says when the browser refuses it", () => {
    const fake = new FakePhone().show();
    const refusal = (blockedURI: string): Event =>
      Object.assign(new Event("securitypolicyviolation"), { effectiveDirective: "frame-src", blockedURI });
    document.dispatchEvent(refusal("https://elsewhere.example.com"));
    expect(fake.statuses).toEqual(["starting"]);
    document.dispatchEvent(refusal(ORIGIN));
    expect(fake.statuses).toEqual(["starting", "blocked"]);
  });
});

describe("logging in and out", () => {
  it("is ready when the phone says that it is loaded, and greets it by its origin", () => {
    const fake = new FakePhone().show().login();
    expect(fake.statuses).toEqual(["starting", "ready"]);
    expect(fake.heard).toEqual([{ message: { name: "apm_app_isready", path: undefined }, origin: ORIGIN }]);
  });

  it("asks for a log-in when the phone is silent, and takes that back when it speaks", () => {
    jest.useFakeTimers();
    const fake = new FakePhone().show();
    jest.advanceTimersByTime(5999);
    expect(fake.statuses).toEqual(["starting"]);
    jest.advanceTimersByTime(1);
    expect(fake.statuses).toEqual(["starting", "awaitingLogin"]);
    fake.login();
    expect(fake.statuses.at(-1)).toBe("ready");
  });

  it("loses its calls at a log-out", () => {
    const fake = new FakePhone().show().login();
    fake.say("apm_phone_logout");
    expect(fake.statuses.at(-1)).toBe("loggedOut");
    expect(fake.signals).toEqual([{ kind: "phoneLost" }]);
    fake.login();
    expect(fake.statuses.at(-1)).toBe("ready");
  });

  it("loses its calls when it reloads inside its frame", () => {
    const fake = new FakePhone().show().login();
    fake.login();
    expect(fake.signals).toEqual([{ kind: "phoneLost" }]);
    expect(fake.statuses).toEqual(["starting", "ready"]);
  });
});

describe("messages of a call", () => {
  it("become signals", () => {
    const fake = new FakePhone().show().login();
    fake.say("apm_phone_incoming_call", RING);
    fake.say("apm_phone_call_end_ringtone", { answer_status: "answered", call_id: RING.call_id });
    fake.say("apm_phone_call_ended", { duration: 95, call_id: RING.call_id });
    expect(fake.signals).toEqual([
      { kind: "incoming", callId: "3811600102", from: RING.from, to: RING.to },
      { kind: "ringtoneEnded", callId: "3811600102", answer: "answered" },
      { kind: "ended", callId: "3811600102", durationSeconds: 95 },
    ]);
  });

  it.each([
    ["another origin", (): object => ({ origin: "https://phone.example.com.evil.test" })],
    ["the page itself", (): object => ({ source: window })],
    ["a frame beside the phone", (): object => ({ source: document.body.appendChild(document.createElement("iframe")).contentWindow })],
    ["nobody", (): object => ({ source: null })],
  ])("are refused when they come from %s", (_who, from) => {
    const fake = new FakePhone().show().login();
    fake.say("apm_phone_incoming_call", RING, from());
    fake.say("apm_phone_logout", undefined, from());
    expect(fake.signals).toEqual([]);
    expect(fake.statuses.at(-1)).toBe("ready");
  });

  it("cannot turn another window into the phone", async () => {
    const fake = new FakePhone().show().login();
    const other = document.body.appendChild(document.createElement("iframe")).contentWindow;
    const stolen = jest.spyOn(other as Window, "postMessage");
    fake.say("apm_phone_loaded", {}, { source: other });
    void fake.phone.dial("+12025550173");
    await Promise.resolve();
    expect(stolen).not.toHaveBeenCalled();
    expect(fake.commands).toEqual([{ name: "apm_app_dial_number", value: { phone_number: "+12025550173" } }]);
  });

  it.each([[undefined], [null], ["text"], [{ name: 5 }], [{}], [[]]])("that make no sense are passed over: %p", (data) => {
    const fake = new FakePhone().show().login();
    window.dispatchEvent(new MessageEvent("message", { data, origin: ORIGIN, source: fake.frame?.contentWindow ?? null }));
    expect(fake.signals).toEqual([]);
  });
});

describe("dialing", () => {
  const dialled = async (fake: FakePhone, response: unknown): Promise<string> => {
    const outcome = fake.phone.dial("+12025550173");
    await Promise.resolve();
    fake.say("apm_phone_dial_number_response", response);
    return outcome;
  };

  it("is accepted when the phone takes the number", async () => {
    expect(await dialled(new FakePhone().show().login(), { success: true })).toBe("accepted");
  });

  it.each([
    ["inCall", { success: false, errorCode: "in_call", errorMessage: "The phone is in a call" }],
    ["refused", { success: false, errorCode: "does_not_exists" }],
    ["refused", { success: false }],
    ["refused", { success: "true" }],
    ["refused", undefined],
  ])("is %s by the answer %p", async (outcome, response) => {
    expect(await dialled(new FakePhone().show().login(), response)).toBe(outcome);
  });

  it("is not ready before the log-in", async () => {
    expect(await new FakePhone().show().phone.dial("+12025550173")).toBe("notReady");
  });

  it("has no answer after two seconds", async () => {
    jest.useFakeTimers();
    const outcome = new FakePhone().show().login().phone.dial("+12025550173");
    await jest.advanceTimersByTimeAsync(2000);
    expect(await outcome).toBe("noAnswer");
  });

  it("gives each of two numbers its own answer", async () => {
    const fake = new FakePhone().show().login();
    const outcomes = [fake.phone.dial("+12025550173"), fake.phone.dial("+12025550174")];
    await Promise.resolve();
    expect(fake.commands).toHaveLength(1);
    fake.say("apm_phone_dial_number_response", { success: true });
    await outcomes[0];
    await Promise.resolve();
    expect(fake.commands).toHaveLength(2);
    fake.say("apm_phone_dial_number_response", { success: false, errorCode: "in_call" });
    expect(await Promise.all(outcomes)).toEqual(["accepted", "inCall"]);
  });
});

describe("taking the phone away", () => {
  it("removes the frame, ends its calls and forgets who it was", async () => {
    const fake = new FakePhone().show().login();
    fake.phone.hide();
    expect(fake.frame).toBeNull();
    expect(fake.signals).toEqual([{ kind: "phoneLost" }]);
    expect(fake.statuses.at(-1)).toBe("elsewhere");
    expect(await fake.phone.dial("+12025550173")).toBe("notReady");
  });

  it("and bringing it back uses the same SDK, which then hears each message once", () => {
    const fake = new FakePhone().show().login();
    fake.phone.hide();
    fake.show().login();
    fake.signals.length = 0;
    fake.say("apm_phone_incoming_call", RING);
    expect(fake.statuses.at(-1)).toBe("ready");
    expect(fake.signals).toHaveLength(1);
  });
});
