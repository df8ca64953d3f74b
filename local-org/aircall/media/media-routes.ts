/** Recordings, voicemails, greetings and message pictures on the API's host; none of them asks for the API's credential. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call } from "../calls/call.ts";
import { sendText } from "../http/json-http.ts";
import type { StandIn } from "../stand-in.ts";
import { callView } from "../local/local-json.ts";
import { type MediaKind, mediaFault, mediaSigner, shortAddress } from "./signed-url.ts";
import { toneFile } from "./tone.ts";

const GREETING_SECONDS = 2;

/** Answers what belongs here; false: nothing was read or written. */
export function answerMedia(standIn: StandIn, incoming: IncomingMessage, outgoing: ServerResponse, url: URL): boolean {
  if (incoming.method !== "GET" && incoming.method !== "HEAD") return false;
  const path = url.pathname;
  const recorded = /^\/media\/companies\/\d+\/(recording|voicemail)s\/call-(\d+)-[0-9a-f]{32}\.wav$/.exec(path);
  if (recorded !== null) {
    signedFile(standIn, incoming, outgoing, url, recorded[1] === "voicemail" ? "voicemail" : "recording", Number(recorded[2]));
    return true;
  }
  const asset = /^\/assets\/calls\/(\d+)\/(recording|voicemail)$/.exec(path);
  if (asset !== null) {
    assetPage(standIn, outgoing, Number(asset[1]), asset[2] === "voicemail" ? "voicemail" : "recording");
    return true;
  }
  if (path.startsWith("/short-urls/v1/")) return shortUrl(standIn, outgoing, url);
  if (path.startsWith("/media/messages/")) {
    sendText(outgoing, 200, "image/svg+xml", PICTURE);
    return true;
  }
  if (!/^\/media\/numbers\/\d+\/[a-z_]+\.wav$/.test(path)) return false;
  sendSound(incoming, outgoing, toneFile(GREETING_SECONDS));
  return true;
}

function signedFile(
  { company, exchange }: StandIn,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  url: URL,
  kind: MediaKind,
  id: number,
): void {
  const fault = mediaFault(url, company.now());
  const media = exchange.calls.get(id)?.[kind] ?? null;
  if (fault !== null) {
    const message = fault === "AccessDenied" ? "Request has expired" : "The signature does not match";
    sendText(outgoing, 403, "application/xml", `<Error><Code>${fault}</Code><Message>${message}</Message></Error>`);
  } else if (media === null) {
    sendText(outgoing, 404, "application/xml", "<Error><Code>NoSuchKey</Code><Message>The file was deleted</Message></Error>");
  } else {
    sendSound(incoming, outgoing, toneFile(media.seconds));
  }
}

/** One range is enough for players that seek. */
function sendSound(incoming: IncomingMessage, outgoing: ServerResponse, file: Buffer): void {
  const headers = {
    "Content-Type": "audio/wav",
    "Accept-Ranges": "bytes",
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
  };
  const range = /^bytes=(\d+)-(\d*)$/.exec(incoming.headers.range ?? "");
  const from = range === null ? 0 : Number(range[1]);
  const to = range?.[2] === undefined || range[2] === "" ? file.length - 1 : Math.min(Number(range[2]), file.length - 1);
  if (from > to) {
    outgoing.writeHead(416, { "Content-Range": `bytes */${file.length}` });
    outgoing.end();
    return;
  }
  const part = file.subarray(from, to + 1);
  const extra = range === null ? {} : { "Content-Range": `bytes ${from}-${to}/${file.length}` };
  outgoing.writeHead(range === null ? 200 : 206, { ...headers, ...extra, "Content-Length": part.length });
  outgoing.end(incoming.method === "HEAD" ? undefined : part);
}

function shortUrl(standIn: StandIn, outgoing: ServerResponse, url: URL): boolean {
  const { company, exchange } = standIn;
  for (const call of exchange.calls.values()) {
    for (const kind of ["recording", "voicemail"] as const) {
      if (!shortAddress(company, call, kind).endsWith(url.pathname)) continue;
      outgoing.writeHead(302, { Location: mediaSigner(company)(call, kind), "Cache-Control": "no-store" });
      outgoing.end();
      return true;
    }
  }
  return false;
}

/** The permanent page; Aircall asks for a login, the stand-in does not. */
function assetPage({ company, exchange }: StandIn, outgoing: ServerResponse, id: number, kind: MediaKind): void {
  const call = exchange.calls.get(id);
  if (call === undefined || call[kind] === null) {
    sendText(outgoing, 404, "text/html", page("Not found", `<p>Call ${id} has no ${kind}.</p>`));
    return;
  }
  const source = escape(mediaSigner(company)(call, kind));
  const title = `${kind === "voicemail" ? "Voicemail" : "Recording"} of call ${id}`;
  sendText(outgoing, 200, "text/html", page(title, `${facts(call)}<audio controls src="${source}"></audio>`));
}

function facts(call: Call): string {
  const view = callView(call);
  const party = view.contactName === null ? view.externalDisplay : `${view.contactName}, ${view.externalDisplay}`;
  const day = new Date(view.startedAt).toISOString().slice(0, 16).replace("T", " ");
  return `<p>${escape(party)}<br>${escape(view.line.name)}, ${view.direction}, ${day} UTC</p>`;
}

function page(title: string, body: string): string {
  const style =
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#eef1f0;color:#12201c}" +
    "main{background:#fff;padding:2rem;border-radius:1rem;width:min(26rem,90vw);box-sizing:border-box}h1{font-size:1.25rem;margin:0}audio{width:100%}";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${style}</style></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200"><rect width="320" height="200" fill="#d8efe6"/><circle cx="90" cy="70" r="28" fill="#f6c344"/><path d="M0 200l90-90 60 55 50-70 120 105z" fill="#00805c"/></svg>`;
