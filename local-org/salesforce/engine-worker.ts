/** The engine's thread: answers requests in the order they come. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { bridgedCalloutPort } from "./callout-bridge.ts";
import { ProjectFaults, startEngine, type Engine } from "./engine.ts";
import type { EngineStart, FromEngine, ToEngine } from "./engine-protocol.ts";

const main = parentPort;
if (main === null) throw new Error("engine-worker runs as a worker thread");

// Given by engine-client.ts of the same version, across a thread boundary that TypeScript does not see.
const { start, answers } = workerData as { readonly start: EngineStart; readonly answers: MessagePort };
const say = (message: FromEngine): void => main.postMessage(message);

let engine: Engine | null = null;
try {
  engine = startEngine(start, bridgedCalloutPort(say, answers));
} catch (error) {
  if (!(error instanceof ProjectFaults)) throw error;
  say({ kind: "failed", lines: error.lines, isBadInput: error.isBadInput });
}
if (engine !== null) {
  const { handle, stop, notes } = engine;
  main.on("message", (message: ToEngine) => {
    if (message.kind === "request") say({ kind: "response", id: message.id, response: handle(message.request) });
    else {
      stop();
      say({ kind: "stopped" });
    }
  });
  say({ kind: "ready", notes });
}
