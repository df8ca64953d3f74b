/** Addresses of recordings and voicemails: signed, alive for an hour, as long as Aircall's own; and the permanent page of each. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Call } from "../calls/call.ts";
import type { Company } from "../company/company.ts";

export type MediaKind = "recording" | "voicemail";
export type MediaSigner = (call: Call, kind: MediaKind) => string;

/** Aircall documents one hour. */
const LIFETIME_SECONDS = 3600;

/** Aircall's addresses have about 1,580 characters: most of it is a session token. */
const TOKEN = "EXAMPLE-NOT-A-SECRET-".repeat(56);

/** The signature only has to tell this stand-in's own addresses from changed ones. */
const KEY = "local stand-in";

/** Path of a sound file below the API's address. */
function mediaPath(company: Company, call: Call, kind: MediaKind): string {
  const hash = createHash("md5").update(`${kind} ${call.id}`).digest("hex");
  return `/media/companies/${company.id}/${kind}s/call-${call.id}-${hash}.wav`;
}

/** Signs for the present moment: two signatures of one file differ as time passes. */
export function mediaSigner(company: Company): MediaSigner {
  return (call, kind) => {
    const date = new Date(company.now()).toISOString().replace(/[-:]|\.\d+/g, "");
    const path = mediaPath(company, call, kind);
    const query = [
      "X-Amz-Algorithm=AWS4-HMAC-SHA256",
      `X-Amz-Credential=EXAMPLE%2F${date.slice(0, 8)}%2Fus-west-2%2Fs3%2Faws4_request`,
      `X-Amz-Date=${date}`,
      `X-Amz-Expires=${LIFETIME_SECONDS}`,
      "X-Amz-SignedHeaders=host",
      `X-Amz-Security-Token=${TOKEN}`,
      `X-Amz-Signature=${signature(path, date)}`,
    ];
    return `${company.apiAddress}${path}?${query.join("&")}`;
  };
}

/** Says what is wrong with a signed address: S3's code, or null when it may be played. */
export function mediaFault(url: URL, now: number): "AccessDenied" | "SignatureDoesNotMatch" | null {
  const date = url.searchParams.get("X-Amz-Date") ?? "";
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (parts === null) return "AccessDenied";
  const given = Buffer.from(url.searchParams.get("X-Amz-Signature") ?? "");
  const right = Buffer.from(signature(url.pathname, date));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return "SignatureDoesNotMatch";
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return now > Date.UTC(year, month - 1, day, hour, minute, second) + LIFETIME_SECONDS * 1000 ? "AccessDenied" : null;
}

function signature(path: string, date: string): string {
  return createHmac("sha256", KEY).update(`${path} ${date}`).digest("hex");
}

/** The page of a call's recording or voicemail, which does not expire. */
export function assetAddress(company: Company, call: Call, kind: MediaKind): string {
  return `${company.apiAddress}/assets/calls/${call.id}/${kind}`;
}

/** A short address for the same file, good for three hours in reality. */
export function shortAddress(company: Company, call: Call, kind: MediaKind): string {
  const hash = createHash("md5").update(`short ${kind} ${call.id}`).digest("hex");
  const uuid = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  return `${company.apiAddress}/short-urls/v1/${uuid}`;
}
