/**
 * The local org's one HTTP server: 127.0.0.1, routed by the `Host` header alone. What a handler of the host does not answer is
 * carried to the engine's thread.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { HttpHandler } from "../http/http-handler.ts";
import type { EngineClient } from "./engine-client.ts";
import type { EngineRequest, EngineResponse, HostKind } from "./engine-protocol.ts";

const HOSTS: Readonly<Record<string, HostKind>> = {
  "lightning.org.localhost": "lightning",
  "vf.org.localhost": "visualforce",
  "site.org.localhost": "site",
};

/** No body is read beyond this; what the platform refuses (1 MB for the webhook) is decided by the handler behind. */
const MAXIMUM_BODY = 12 * 1024 * 1024;

/** Handlers by host name, asked in order before the engine; hosts that are not the org's have nothing but their handlers. */
export type HandlersByHost = Readonly<Record<string, readonly HttpHandler[]>>;

/** Listens on 127.0.0.1:`port`. Rejects when the port is taken (`EADDRINUSE`). */
export function startServer(engine: EngineClient, port: number, handlersByHost: HandlersByHost = {}): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    answer(engine, handlersByHost, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else send(outgoing, text(500, error instanceof Error ? error.message : String(error)));
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function answer(
  engine: EngineClient,
  handlersByHost: HandlersByHost,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const authority = (incoming.headers.host ?? "").toLowerCase();
  const hostname = authority.replace(/:\d+$/, "");
  const host = HOSTS[hostname];
  const handlers = handlersByHost[hostname] ?? [];
  const url = addressOf(authority, incoming.url ?? "/");
  if ((host === undefined && handlers.length === 0) || url === null) {
    const known = [...Object.keys(HOSTS), ...Object.keys(handlersByHost).filter((name) => !(name in HOSTS))];
    send(outgoing, text(404, `No such host: ${hostname}. This local org answers as ${known.join(", ")}.`));
    return;
  }
  for (const handler of handlers) if (await handler(incoming, outgoing, url)) return;
  send(outgoing, host === undefined ? text(404, `Nothing at ${url.pathname}.`) : await askEngine(engine, host, incoming, url));
}

/** Null when host or path make no address. */
function addressOf(authority: string, path: string): URL | null {
  return URL.parse(path.startsWith("/") ? `http://${authority}${path}` : path);
}

async function askEngine(engine: EngineClient, host: HostKind, incoming: IncomingMessage, url: URL): Promise<EngineResponse> {
  const body = await read(incoming);
  if (body === null) return text(413, "The request is larger than 12 MB.");
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
