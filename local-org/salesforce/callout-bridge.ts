/**
 * Synchronous callouts: Apex cannot wait for a promise, so the engine's thread hands the request to the main thread and
 * blocks until the answer lies on its port.
 */
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import { CalloutFailure, type CalloutPort, type CalloutRequest, type CalloutResponse } from "../transaction/callout-port.ts";
import type { CalloutAnswer, FromEngine } from "./engine-protocol.ts";
import { sendCallout } from "./http-client.ts";

/** Longer than any callout may last (120 s): a main thread that does not answer at all is a defect, not a time-out. */
const GIVE_UP_MS = 130_000;

/** The engine's end. `answers`: this thread's end of the channel given to `answerCallout`. */
export function bridgedCalloutPort(say: (message: FromEngine) => void, answers: MessagePort): CalloutPort {
  return {
    send(request: CalloutRequest): CalloutResponse {
      const signal = new SharedArrayBuffer(4);
      say({ kind: "callout", signal, request });
      if (Atomics.wait(new Int32Array(signal), 0, 0, GIVE_UP_MS) === "timed-out") throw new CalloutFailure("Read timed out");
      const received: { message: CalloutAnswer } | undefined = receiveMessageOnPort(answers);
      if (received === undefined) throw new CalloutFailure("no answer from the callout thread");
      const answer = received.message;
      if (!answer.ok) throw new CalloutFailure(answer.message);
      return { statusCode: answer.status, status: answer.statusText, headers: answer.headers, body: answer.body };
    },
  };
}

/** The main thread's end: sends the request, lays down the answer, wakes the engine. */
export async function answerCallout(callout: Extract<FromEngine, { kind: "callout" }>, answers: MessagePort): Promise<void> {
  answers.postMessage(await sendCallout(callout.request));
  const flag = new Int32Array(callout.signal);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}
