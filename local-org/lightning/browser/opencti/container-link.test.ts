import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { readCall, succeeded, wrap } from "../modules/opencti/protocol/protocol.ts";
import { linkToContainer, type FrameWindow } from "./container-link.ts";

const ORIGIN = "http://lightning.example";

interface Arrival {
  readonly data: unknown;
  readonly origin: string;
  readonly source: MessageEventSource | null;
}

/** A frame whose parent keeps what is posted to it. */
function frame() {
  const posted: { readonly data: unknown; readonly origin: unknown }[] = [];
  const listeners: ((event: Arrival) => void)[] = [];
  const parent = { postMessage: (data: unknown, origin: unknown) => void posted.push({ data, origin }) } as unknown as Window;
  const window: FrameWindow = { parent, addEventListener: (_type, listener) => void listeners.push(listener) };
  const arrive = (data: unknown, from: Partial<Arrival> = {}): void => {
    for (const listener of listeners) listener({ data, origin: ORIGIN, source: parent, ...from });
  };
  return { window, posted, arrive };
}

test("a call goes to the container's origin alone and resolves with its answer", async () => {
  const { window, posted, arrive } = frame();
  const answered = linkToContainer(window, ORIGIN).call("refreshView", { a: 1 });
  const [{ data, origin } = { data: null, origin: null }] = posted;
  assert.equal(origin, ORIGIN);
  const call = readCall(data);
  assert.deepEqual([call?.method, call?.argument], ["refreshView", { a: 1 }]);
  arrive(wrap({ kind: "result", id: call?.id ?? 0, result: succeeded(true) }));
  assert.deepEqual(await answered, succeeded(true));
});

test("answers find their own calls", async () => {
  const { window, arrive } = frame();
  const link = linkToContainer(window, ORIGIN);
  const both = Promise.all([link.call("getAppViewInfo", {}), link.call("refreshView", {})]);
  arrive(wrap({ kind: "result", id: 2, result: succeeded("second") }));
  arrive(wrap({ kind: "result", id: 1, result: succeeded("first") }));
  assert.deepEqual(
    (await both).map(({ returnValue }) => returnValue),
    ["first", "second"],
  );
});

test("only the container's window and origin are heard", () => {
  const { window, arrive } = frame();
  const heard: unknown[] = [];
  linkToContainer(window, ORIGIN).on("clickToDial", (payload) => heard.push(payload));
  const event = (payload: string) => wrap({ kind: "event", event: "clickToDial", payload });
  arrive(event("foreign origin"), { origin: "http://elsewhere.example" });
  arrive(event("another frame"), { source: null });
  arrive({ payload: "no message of ours" });
  arrive(event("right"));
  assert.deepEqual(heard, ["right"]);
});

test("a container that does not answer is SOFTPHONE_CONTAINER_ERROR", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { window } = frame();
  const answered = linkToContainer(window, ORIGIN).call("getAppViewInfo", {});
  mock.timers.tick(30_000);
  mock.timers.reset();
  assert.deepEqual(await answered, {
    success: false,
    returnValue: null,
    errors: [
      {
        code: "SOFTPHONE_CONTAINER_ERROR",
        description: "Unable to execute getAppViewInfo because the softphone container hasn't initialized yet.",
      },
    ],
  });
});
