/** One HTTP request to the outside, as an Apex callout makes it: no redirects, one time-out for the whole exchange. */
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { CalloutAnswer, CalloutMessage } from "./engine-protocol.ts";
import { localLookup } from "../http/local-lookup.ts";

/** Never rejects: what goes wrong is an answer with `ok: false` worded as the platform words it. */
export function sendCallout(callout: CalloutMessage): Promise<CalloutAnswer> {
  return new Promise((resolve) => {
    let url: URL;
    try {
      url = new URL(callout.url);
    } catch {
      resolve({ ok: false, message: `Invalid URL: ${callout.url}` });
      return;
    }
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send(url, { method: callout.method, lookup: localLookup, headers: headersOf(callout) }, (response) => {
      collect(response).then(
        (body) =>
          resolve({ ok: true, status: response.statusCode ?? 0, statusText: response.statusMessage ?? "", headers: pairs(response), body }),
        (error: unknown) => resolve({ ok: false, message: wording(error) }),
      );
    });
    const timer = setTimeout(() => request.destroy(new Error("Read timed out")), callout.timeout);
    request.on("close", () => clearTimeout(timer));
    request.on("error", (error) => resolve({ ok: false, message: wording(error) }));
    request.end(callout.body ?? undefined);
  });
}

function headersOf(callout: CalloutMessage): Record<string, string | number> {
  const headers: Record<string, string | number> = Object.fromEntries(callout.headers);
  const named = (wanted: string): boolean => callout.headers.some(([name]) => name.toLowerCase() === wanted);
  if (callout.body !== null && !named("content-length")) headers["Content-Length"] = callout.body.byteLength;
  return headers;
}

async function collect(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function pairs(response: IncomingMessage): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at + 1 < response.rawHeaders.length; at += 2)
    found.push([response.rawHeaders[at] ?? "", response.rawHeaders[at + 1] ?? ""]);
  return found;
}

function wording(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: String(error) };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Unknown host";
  if (code === "ECONNREFUSED") return "Connection refused";
  return message;
}
