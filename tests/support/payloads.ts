/** Sample bodies of Aircall's webhooks, and variations of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "payloads");

export interface Payload {
  readonly event: string;
  readonly timestamp: number;
  readonly token: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A file of `tests/fixtures/payloads`, without its `.json`. Throws for what is no webhook body. */
export function payload(name: string): Payload {
  const body: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8"));
  if (!isPayload(body)) throw new Error(`${name} is no webhook body`);
  return body;
}

/** Names of the files that begin so. */
export function payloadNames(prefix: string): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(prefix) && name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** The same story as another call. */
export function asCall(body: Payload, id: number): Payload {
  return { ...body, data: { ...body.data, id, asset: renumbered(body.data["asset"], id) } };
}

function renumbered(link: unknown, id: number): unknown {
  return typeof link === "string" ? link.replace(/\/calls\/\d+\//, `/calls/${id}/`) : link;
}

function isPayload(body: unknown): body is Payload {
  return (
    typeof body === "object" &&
    body !== null &&
    "event" in body &&
    typeof body.event === "string" &&
    "timestamp" in body &&
    typeof body.timestamp === "number" &&
    "token" in body &&
    typeof body.token === "string" &&
    "data" in body &&
    typeof body.data === "object" &&
    body.data !== null
  );
}
