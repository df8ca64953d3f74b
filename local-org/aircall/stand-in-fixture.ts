/** A stand-in that listens, with a receiver for its webhooks, for tests. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { localRequest } from "../http/local-request.ts";
import { type Aircall, createAircall } from "./aircall.ts";
import { parseWorld } from "./world/parse-world.ts";
import type { World } from "./world/world.ts";

const WORLD = new URL("../../config/demo/aircall.json", import.meta.url);
const SITE = "site.org.localhost";

export interface Received {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: {
    readonly resource: string;
    readonly event: string;
    readonly timestamp: number;
    readonly token: string;
    readonly data: Record<string, unknown>;
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed when it is JSON, else text. */
  readonly body: unknown;
}

export interface TestStandIn {
  readonly port: number;
  readonly aircall: Aircall;
  /** What the webhook's receiver got, in order of arrival. */
  readonly received: Received[];
  /** Status of the receiver's next answers; null: it never answers. 200 once used up. */
  readonly answers: (number | null)[];
  /** The clock is ahead of the system's by so many milliseconds. */
  advance(milliseconds: number): void;
  /** A request to the API's host with the world's credential. */
  api(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Waits until the receiver has got what is asked for; gives the matching ones. */
  waitFor(isDone: (received: readonly Received[]) => boolean, what: string): Promise<readonly Received[]>;
  close(): Promise<void>;
}

/** Starts a stand-in with the demo's world (or a changed one) on a free port; requests to the Site's host are the webhook's. */
export async function startStandIn(change: (world: World) => World = (world) => world): Promise<TestStandIn> {
  const received: Received[] = [];
  const answers: (number | null)[] = [];
  const waiting = new Set<() => void>();
  let handler: Aircall["handler"] = () => false;
  const server: Server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? ""}`);
    if (url.hostname !== SITE) {
      void Promise.resolve(handler(incoming, outgoing, url)).then((isAnswered) => {
        if (!isAnswered) outgoing.writeHead(404).end();
      });
      return;
    }
    let text = "";
    incoming.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
    incoming.on("end", () => {
      received.push({ headers: incoming.headers, body: JSON.parse(text) as Received["body"] });
      const status = answers.length > 0 ? answers.shift() : 200;
      if (status !== null && status !== undefined)
        outgoing.writeHead(status, { "Content-Type": "application/json" }).end('{"status":"accepted"}');
      for (const wake of waiting) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let ahead = 0;
  const world = change(parseWorld(readFileSync(WORLD, "utf8"), port));
  const aircall = createAircall({ port, world, now: () => Date.now() + ahead });
  handler = aircall.handler;
  const credential = Buffer.from(`${world.credential.id}:${world.credential.token}`).toString("base64");
  return {
    port,
    aircall,
    received,
    answers,
    advance: (milliseconds) => (ahead += milliseconds),
    api: async (method, path, body, headers) => {
      const answer = await localRequest(`http://api.test.localhost:${port}${path}`, {
        method,
        headers: {
          authorization: `Basic ${credential}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const isJson = String(answer.headers["content-type"] ?? "").startsWith("application/json");
      return { status: answer.status, headers: answer.headers, body: isJson ? (JSON.parse(answer.text) as unknown) : answer.text };
    },
    waitFor: (isDone, what) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`${what} did not come; came: ${received.map(({ body }) => body.event).join(", ")}`));
        }, 10_000);
        const check = (): void => {
          if (!isDone(received)) return;
          clearTimeout(limit);
          waiting.delete(check);
          resolve(received);
        };
        waiting.add(check);
        check();
      }),
    close: () => {
      aircall.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Events of one call, in order of arrival. */
export function eventsOf(received: readonly Received[], callId: number): string[] {
  return received.filter(({ body }) => body.data.id === callId).map(({ body }) => body.event);
}

/** What lies at a path of keys and indexes inside a JSON value; undefined where there is nothing. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

/** Starts a call by `POST /local/calls`; gives its id. */
export async function startCall(standIn: TestStandIn, plan: object): Promise<number> {
  const { status, body } = await standIn.api("POST", "/local/calls", plan);
  const id = pick(body, "call_id");
  if (status !== 200 || typeof id !== "number") throw new Error(`no call: ${status} ${JSON.stringify(body)}`);
  return id;
}
