/**
 * The local org's one HTTP server: 127.0.0.1, routed by the `Host` header alone. It only carries requests to the engine's
 * thread and answers back.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { EngineClient } from "./engine-client.ts";
import type { EngineRequest, EngineResponse, HostKind } from "./engine-protocol.ts";

const HOSTS: Readonly<Record<string, HostKind>> = {
  "lightning.org.localhost": "lightning",
  "vf.org.localhost": "visualforce",
  "site.org.localhost": "site",
};

/** No body is read beyond this; what the platform refuses (1 MB for the webhook) is decided by the handler behind. */
const MAXIMUM_BODY = 12 * 1024 * 1024;

/** Listens on 127.0.0.1:`port`. Rejects when the port is taken (`EADDRINUSE`). */
export function startServer(engine: EngineClient, port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    answer(engine, incoming).then(
      (response) => send(outgoing, response),
      (error: unknown) => send(outgoing, text(500, error instanceof Error ? error.message : String(error))),
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function answer(engine: EngineClient, incoming: IncomingMessage): Promise<EngineResponse> {
  const hostname = (incoming.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const host = HOSTS[hostname];
  if (host === undefined) {
    return text(404, `No such host: ${hostname}. This local org answers as ${Object.keys(HOSTS).join(", ")}.`);
  }
  const body = await read(incoming);
  if (body === null) return text(413, "The request is larger than 12 MB.");
  const url = new URL(incoming.url ?? "/", `http://${hostname}`);
  return engine.request({
    host,
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: [...url.searchParams],
    headers: flatten(incoming),
    body,
    remoteAddress: incoming.socket.remoteAddress ?? "127.0.0.1",
  } satisfies EngineRequest);
}

async function read(incoming: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size <= MAXIMUM_BODY) chunks.push(bytes);
  }
  return size > MAXIMUM_BODY ? null : Buffer.concat(chunks);
}

function flatten(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

function send(outgoing: ServerResponse, response: EngineResponse): void {
  outgoing.writeHead(response.status, { ...response.headers, "Content-Length": response.body.byteLength });
  outgoing.end(response.body);
}

function text(status: number, message: string): EngineResponse {
  return { status, headers: { "Content-Type": "text/plain;charset=UTF-8" }, body: Buffer.from(`${message}\n`) };
}
