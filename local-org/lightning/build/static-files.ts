/** Files and texts as HTTP answers. */
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css;charset=UTF-8",
  ".html": "text/html;charset=UTF-8",
  ".js": "text/javascript;charset=UTF-8",
  ".json": "application/json;charset=UTF-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain;charset=UTF-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Names with a hash of their content never change; everything else is asked for again. */
const IMMUTABLE = /-[A-Z0-9]{8}\.js$/;

/** Sends a body under the type of its name's suffix. HEAD gets the headers alone. */
export function sendFile(incoming: IncomingMessage, outgoing: ServerResponse, name: string, body: string | Uint8Array, status = 200): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  outgoing.writeHead(status, {
    "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
    "Content-Length": bytes.byteLength,
    "Cache-Control": IMMUTABLE.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    // Sandboxed frames and pages of the org's other hosts load the same files.
    "Access-Control-Allow-Origin": "*",
  });
  outgoing.end(incoming.method === "HEAD" ? undefined : bytes);
}

/** The content of a file below `folder`, or null: not there, no file, or outside of the folder. */
export function fileBelow(folder: string, path: string): Uint8Array | null {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  return readFileSync(file);
}
