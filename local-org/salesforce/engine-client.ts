/** The engine as the HTTP server sees it: a thread that answers requests one after another. */
import { MessageChannel, Worker } from "node:worker_threads";
import { answerCallout } from "./callout-bridge.ts";
import type { EngineRequest, EngineResponse, EngineStart, FromEngine, ToEngine } from "./engine-protocol.ts";

/** The project could not be loaded; `lines` say why, one finding each. */
export class EngineStartError extends Error {
  readonly lines: readonly string[];
  /** The project cannot be read at all; otherwise its Apex has faults. */
  readonly isBadInput: boolean;

  constructor(lines: readonly string[], isBadInput: boolean) {
    super(lines.join("\n"));
    this.lines = lines;
    this.isBadInput = isBadInput;
  }
}

export interface EngineClient {
  /** Lines for people about the data that the org has. */
  readonly notes: readonly string[];
  /** Resolves with the engine's answer; rejects when the engine's thread has ended. */
  request(request: EngineRequest): Promise<EngineResponse>;
  /** Saves what is to be kept and ends the thread. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (response: EngineResponse) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the engine on a project. Rejects with EngineStartError when the project cannot be loaded. */
export function startEngine(start: EngineStart): Promise<EngineClient> {
  const answers = new MessageChannel();
  const worker = new Worker(new URL("./engine-worker.ts", import.meta.url), {
    workerData: { start, answers: answers.port2 },
    transferList: [answers.port2],
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let notes: readonly string[] = [];
  const stopped = Promise.withResolvers<null>();
  const client: EngineClient = {
    get notes() {
      return notes;
    },
    request: (request) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ kind: "request", id, request } satisfies ToEngine);
      }),
    close: async () => {
      worker.postMessage({ kind: "stop" } satisfies ToEngine);
      await stopped.promise;
      answers.port1.close();
      await worker.terminate();
    },
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      reject(error);
      stopped.resolve(null);
      for (const { reject: give } of waiting.values()) give(error);
      waiting.clear();
    };
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("the engine has stopped")));
    worker.on("message", (message: FromEngine) => {
      switch (message.kind) {
        case "ready":
          ({ notes } = message);
          resolve(client);
          break;
        case "stopped":
          stopped.resolve(null);
          break;
        case "failed":
          reject(new EngineStartError(message.lines, message.isBadInput));
          void worker.terminate();
          break;
        case "response":
          waiting.get(message.id)?.resolve(message.response);
          waiting.delete(message.id);
          break;
        case "callout":
          void answerCallout(message, answers.port1);
          break;
      }
    });
  });
}
