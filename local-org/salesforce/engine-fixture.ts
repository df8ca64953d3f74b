/** A small project deployed into an org of its own, for tests of the engine's routes: no thread, no server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startEngine, type Engine } from "./engine.ts";
import type { HostKind } from "./engine-protocol.ts";

const DESCRIPTION = JSON.stringify({ packageDirectories: [{ path: "app" }], sourceApiVersion: "67.0" });

/** The -meta.xml of a class, page or trigger. */
export function metaXml(type: "ApexClass" | "ApexPage" | "ApexTrigger"): string {
  const label = type === "ApexPage" ? "<label>Page</label>" : "";
  return `<?xml version="1.0"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion>${label}</${type}>`;
}

/** Classes and pages get their -meta.xml. Paths are relative to the package directory. Calls `body` with the folder. */
export function inProject<T>(files: Readonly<Record<string, string | Uint8Array>>, body: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  try {
    write("sfdx-project.json", DESCRIPTION);
    for (const [path, content] of Object.entries(files)) {
      write(`app/${path}`, content);
      if (path.endsWith(".cls")) write(`app/${path}-meta.xml`, metaXml("ApexClass"));
      if (path.endsWith(".page")) write(`app/${path}-meta.xml`, metaXml("ApexPage"));
    }
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The project deployed; everything is read when this returns. */
export function deployed(files: Readonly<Record<string, string | Uint8Array>>): Engine {
  return inProject(files, (folder) => startEngine({ folder, port: 8205, seedFolder: null, dataFolder: null }, null));
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Parsed; throws when the body is no JSON. */
  readonly json: () => unknown;
}

export interface Asked {
  readonly host?: HostKind;
  readonly method?: string;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  readonly user?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request to an engine. `address`: path and query. */
export function ask(engine: Engine, address: string, { host = "lightning", method, body, user, headers = {} }: Asked = {}): Answer {
  const url = new URL(address, "http://localhost");
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const response = engine.handle({
    host,
    method: method ?? (body === undefined ? "GET" : "POST"),
    path: url.pathname,
    query: [...url.searchParams],
    headers: { host: "org.localhost", ...(user === undefined ? {} : { "x-local-user": user }), ...headers },
    body: Buffer.from(text),
    remoteAddress: "127.0.0.1",
  });
  const answer = new TextDecoder().decode(response.body);
  return {
    status: response.status,
    headers: response.headers,
    bytes: response.body,
    text: answer,
    json: () => JSON.parse(answer) as unknown,
  };
}
