/** The adapter frame's end of the line to the container: calls out, results and events in. */
import { EVENTS, failed, readAnswer, wrap, type CtiEvent, type CtiResult } from "../modules/opencti/protocol/protocol.ts";

/** How long the container may take; a search or a save is far below. */
const ANSWER_MS = 30_000;

export type Listener = (payload: unknown) => void;

export interface ContainerLink {
  /** Always resolves: what went wrong is in the result. */
  call(method: string, argument: Readonly<Record<string, unknown>>): Promise<CtiResult>;
  on(event: CtiEvent, listener: Listener): void;
}

/** What is needed of the frame's window. */
export interface FrameWindow {
  readonly parent: Pick<Window, "postMessage">;
  addEventListener(type: "message", listener: (event: Pick<MessageEvent<unknown>, "data" | "origin" | "source">) => void): void;
}

/** `origin`: the container's, the only one that is spoken to and listened to. */
export function linkToContainer(frame: FrameWindow, origin: string): ContainerLink {
  let nextId = 1;
  const waiting = new Map<number, (result: CtiResult) => void>();
  const listeners = new Map<CtiEvent, Listener[]>(EVENTS.map((event) => [event, []]));
  frame.addEventListener("message", ({ data, origin: from, source }) => {
    if (from !== origin || source !== frame.parent) return;
    const answer = readAnswer(data);
    if (answer === null) return;
    if (answer.kind === "event") {
      for (const listener of listeners.get(answer.event) ?? []) listener(answer.payload);
      return;
    }
    waiting.get(answer.id)?.(answer.result);
    waiting.delete(answer.id);
  });
  return {
    call: (method, argument) =>
      new Promise((resolve) => {
        const id = nextId++;
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve(
            failed("SOFTPHONE_CONTAINER_ERROR", `Unable to execute ${method} because the softphone container hasn't initialized yet.`),
          );
        }, ANSWER_MS);
        waiting.set(id, (result) => {
          clearTimeout(timer);
          resolve(result);
        });
        frame.parent.postMessage(wrap({ kind: "call", id, method, argument }), origin);
      }),
    on: (event, listener) => listeners.get(event)?.push(listener),
  };
}
