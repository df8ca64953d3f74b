import { asObject, asText } from "./parse.ts";

/** What the page tells the script. */
export interface SoftphoneConfiguration {
  /** Address of the Aircall phone, without query and fragment. */
  readonly workspaceUrl: string;
  /** Origin that its messages come from. */
  readonly workspaceOrigin: string;
  /** Namespace of the installed package; null where there is none. */
  readonly namespace: string | null;
}

/** A setting that the phone cannot start with; the text names what to change. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Aircall's own phone, taken when the settings name no other. */
export const DEFAULT_WORKSPACE_URL = "https://workspace.aircall.io";

/**
 * Reads the JSON that the page's controller wrote: `{"workspaceUrl", "namespace"}`, both optional and nullable.
 *
 * @throws ConfigurationError for text that is no JSON object, or an address that the phone cannot be loaded from
 */
export function parseConfiguration(json: string): SoftphoneConfiguration {
  const settings = asObject(parseJson(json));
  if (settings === null) throw new ConfigurationError("The page's configuration is not a JSON object.");
  const workspaceUrl = asText(settings["workspaceUrl"]) ?? DEFAULT_WORKSPACE_URL;
  return { workspaceUrl, workspaceOrigin: originOf(workspaceUrl), namespace: asText(settings["namespace"]) };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

/** The SDK appends its own query to the address, so a query or fragment in it would break the page that is loaded. */
function originOf(text: string): string {
  const url = parseUrl(text);
  if (url === null) throw new ConfigurationError(`The workspace address "${text}" is not an address.`);
  if (!isSecure(url)) throw new ConfigurationError(`The workspace address "${text}" has to begin with https://.`);
  if (url.search !== "" || url.hash !== "" || url.username !== "" || /[?#"'<>\s]/.test(text))
    throw new ConfigurationError(`The workspace address "${text}" may hold neither a query nor a fragment nor a user.`);
  return url.origin;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** A microphone is given to secure origins only; browsers count loopback names among them. */
function isSecure(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && /(?:^|\.)localhost$/.test(url.hostname));
}
