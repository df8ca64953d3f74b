/** The org as the page knows it (`/lightning/context.js`), and requests to it. */

export interface OrgUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  /** Language of labels: `en_US`, `fr`. */
  readonly language: string;
  /** Locale of numbers and dates: `en_GB`. */
  readonly locale: string;
  readonly timeZone: string;
  readonly isGuest: boolean;
}

export interface OrgContext {
  readonly user: OrgUser;
  readonly org: { readonly id: string; readonly name: string; readonly namespace: string | null; readonly isSandbox: boolean };
  /** Custom labels by name, in the user's language. */
  readonly labels: Readonly<Record<string, string>>;
  /** Addresses of static resources by name. */
  readonly resources: Readonly<Record<string, string>>;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
}

/** An answer that is not a success, as components see it: `body` is what the org answered. */
export class FetchError extends Error {
  readonly ok = false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;

  constructor(status: number, statusText: string, body: unknown) {
    super(messageOf(body) ?? `${status} ${statusText}`);
    this.name = "FetchError";
    this.status = status;
    this.statusText = statusText;
    this.body = body;
  }
}

const CONTEXT = Symbol.for("local-org.context");

/** What the page knows of its org and user. Throws when the page was served without it. */
export function orgContext(): OrgContext {
  const context: unknown = Reflect.get(globalThis, CONTEXT);
  if (!isOrgContext(context)) throw new Error("This page was served without /lightning/context.js; load it again.");
  return context;
}

/**
 * Asks the org on the page's own host. Gives the parsed body, undefined for an empty one.
 *
 * @throws FetchError for every status but 2xx; TypeError when the org cannot be reached
 */
export async function request(path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (init.body != null && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
  const response = await fetch(path, { ...init, headers });
  const body = parse(await response.text());
  if (!response.ok) throw new FetchError(response.status, response.statusText, body);
  return body;
}

/** A custom label's text. Throws for a label that the org does not have. */
export function label(name: string): string {
  return known(orgContext().labels, name, "custom label");
}

/** A static resource's address. Throws for a resource that the org does not have. */
export function resourceUrl(name: string): string {
  return known(orgContext().resources, name, "static resource");
}

/** True, or undefined when the user lacks it: as the platform's modules have it. */
export function hasCustomPermission(name: string): true | undefined {
  return orgContext().customPermissions.includes(name) || undefined;
}

/** True, or undefined when the user lacks it: as the platform's modules have it. */
export function hasUserPermission(name: string): true | undefined {
  return orgContext().userPermissions.includes(name) || undefined;
}

function known(values: Readonly<Record<string, string>>, name: string, what: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`There is no ${what} ${name} in this org.`);
  return value;
}

function isOrgContext(value: unknown): value is OrgContext {
  return typeof value === "object" && value !== null && "user" in value && "labels" in value && "resources" in value;
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The first message of an error body: the REST API answers with a list, the UI API and Apex with one. */
function messageOf(body: unknown): string | null {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first !== "object" || first === null) return null;
  const message: unknown = Reflect.get(first, "message");
  if (typeof message === "string" && message !== "") return message;
  return messageOf(Reflect.get(first, "body"));
}
