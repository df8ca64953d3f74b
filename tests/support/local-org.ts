/** The local org as its users start it, in a process of its own, for tests that cross parts. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { localRequest, type LocalAnswer } from "../../local-org/http/local-request.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PATIENCE_MS = 60_000;

export interface StartedOrg {
  readonly port: number;
  /** Address of a path on one of the org's hosts: `at("lightning.org", "/")`. */
  at(host: "lightning.org" | "vf.org" | "site.org" | "phone.test" | "api.test", path: string): string;
  /** JSON in, JSON out. Rejects when the answer is not 2xx. */
  json(host: "lightning.org" | "api.test", method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<unknown>;
  /** Rows of a query, as the administrator. */
  query(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs everything that is due. */
  drain(): Promise<void>;
  /** Posts a body to the package's webhook. */
  webhook(body: string): Promise<LocalAnswer>;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts it with this project and its demo data on a free port; resolves once it says that it is ready. */
export function startLocalOrg(...args: readonly string[]): Promise<StartedOrg> {
  return startOrgOf(".", ...args);
}

/** The same for another project: its folder, absolute or from the root of the repository. */
export async function startOrgOf(folder: string, ...args: readonly string[]): Promise<StartedOrg> {
  const port = await freePort();
  const command = ["local-org/bin/local-org.mjs", "start", folder, "--port", String(port), ...args];
  return running(port, spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] }));
}

/** This project by `npm start`, as people type it. */
export async function startByNpm(...args: readonly string[]): Promise<StartedOrg> {
  const port = await freePort();
  const command = ["start", "--", "--port", String(port), ...args];
  return running(port, spawn("npm", command, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], detached: true }), true);
}

/** @param isGroup the process leads a group of its own, which is stopped with it */
async function running(port: number, child: ChildProcessByStdio<null, Readable, Readable>, isGroup = false): Promise<StartedOrg> {
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the local org is not ready after ${PATIENCE_MS / 1000} s:\n${output}`)), PATIENCE_MS);
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!output.includes("Local org ready:")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`the local org ended:\n${output}`));
    });
  });
  const at: StartedOrg["at"] = (host, path) => `http://${host}.localhost:${port}${path}`;
  const json: StartedOrg["json"] = async (host, method, path, body) => {
    const answer = await localRequest(at(host, path), {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status < 200 || answer.status > 299) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    const parsed: unknown = answer.text === "" ? null : JSON.parse(answer.text);
    return parsed;
  };
  return {
    port,
    at,
    json,
    query: async (soql) => records(await json("lightning.org", "GET", `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`)),
    drain: async () => {
      await json("lightning.org", "POST", "/local/drain");
    },
    webhook: (body) =>
      localRequest(at("site.org", "/services/apexrest/aircall/webhook"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      }),
    output: () => output,
    stop: async () => {
      if (isGroup && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      else child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The rows in the answer of a query. */
function records(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  const rows: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "records") : null;
  if (!Array.isArray(rows)) throw new Error(`no query answer: ${JSON.stringify(answer)}`);
  return rows.filter((row: unknown): row is Record<string, unknown> => typeof row === "object" && row !== null);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
