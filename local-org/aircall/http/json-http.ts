/** Reading requests and writing answers. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** No request of this interface needs more. */
const MAXIMUM_BODY = 1024 * 1024;

/** The body cannot be used; the message says why. */
export class BodyError extends Error {
  override readonly name = "BodyError";
}

/** The body as JSON; undefined when it is empty. Throws BodyError when it is no JSON or larger than 1 MB. */
export async function readJson(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size <= MAXIMUM_BODY) chunks.push(bytes);
  }
  if (size > MAXIMUM_BODY) throw new BodyError("the body is larger than 1 MB");
  const text = Buffer.concat(chunks).toString("utf8");
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError("the body is not JSON");
  }
}

/** Answers with JSON that no cache keeps; `body` undefined: an empty answer. */
export function sendJson(outgoing: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  const text = body === undefined ? "" : JSON.stringify(body);
  outgoing.writeHead(status, {
    ...(body === undefined ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    "Cache-Control": "no-store",
    "Content-Length": Buffer.byteLength(text),
    ...headers,
  });
  outgoing.end(text);
}

/** Answers with text of any kind. */
export function sendText(outgoing: ServerResponse, status: number, type: string, text: string): void {
  outgoing.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Cache-Control": "no-cache",
    "Content-Length": Buffer.byteLength(text),
  });
  outgoing.end(text);
}
