/** Url, with the rules of java.net.URL. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { textHash } from "../runtime/hash.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { shownPage } from "./page-reference.ts";
import { RestRequest } from "./rest.ts";

type Text = string | null;

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, file: -1, jar: -1, mailto: -1 };

interface UrlParts {
  readonly protocol: string;
  readonly userInfo: string | null;
  readonly host: string;
  /** -1: none given. */
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
}

export class ApexUrl extends PlatformObject {
  readonly parts: UrlParts;

  constructor(parts: UrlParts) {
    super();
    this.parts = parts;
    if (!(parts.protocol in DEFAULT_PORTS)) throwApex("System.StringException", `unknown protocol: ${parts.protocol}`);
  }

  get apexType(): string {
    return "System.Url";
  }

  get defaultPort(): number {
    return DEFAULT_PORTS[this.parts.protocol] ?? -1;
  }

  get authority(): string {
    const { userInfo, host, port } = this.parts;
    return `${userInfo === null ? "" : `${userInfo}@`}${host}${port < 0 ? "" : `:${port}`}`;
  }

  /** Path and query. */
  get file(): string {
    const { path, query } = this.parts;
    return query === null ? path : `${path}?${query}`;
  }

  sameFile(other: ApexUrl): boolean {
    const port = (url: ApexUrl): number => (url.parts.port < 0 ? url.defaultPort : url.parts.port);
    const sameHost = other.parts.host.toLowerCase() === this.parts.host.toLowerCase();
    return sameHost && other.parts.protocol === this.parts.protocol && other.file === this.file && port(other) === port(this);
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexUrl && this.sameFile(other) && other.parts.ref === this.parts.ref;
  }

  override apexHashCode(): number {
    return textHash(this.file);
  }

  override apexToString(): string {
    const { protocol, ref } = this.parts;
    const { authority } = this;
    const slashes = authority !== "" || protocol === "file" ? "//" : "";
    return `${protocol}:${slashes}${authority}${this.file}${ref === null ? "" : `#${ref}`}`;
  }
}

/** Reads an absolute address. Throws System.StringException (`no protocol: ...`). */
export function parseUrl(text: string): ApexUrl {
  const match = /^\s*([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text.trim());
  if (match === null) throwApex("System.StringException", `no protocol: ${text}`);
  const [, protocol = "", authority, path = "", query, ref] = match;
  return new ApexUrl({
    protocol: protocol.toLowerCase(),
    ...splitAuthority(authority ?? ""),
    path,
    query: query ?? null,
    ref: ref ?? null,
  });
}

function splitAuthority(authority: string): Pick<UrlParts, "userInfo" | "host" | "port"> {
  const at = authority.lastIndexOf("@");
  const match = /^(.*?)(?::(\d*))?$/.exec(authority.slice(at + 1));
  return {
    userInfo: at < 0 ? null : authority.slice(0, at),
    host: match?.[1] ?? "",
    port: match?.[2] ? Number(match[2]) : -1,
  };
}

/** `spec` as seen from `context`. */
function resolve(context: ApexUrl, spec: string): ApexUrl {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(spec)) return parseUrl(spec);
  const { parts } = context;
  const [, path = "", query, ref] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(spec) ?? [];
  if (path === "" && query === undefined) return new ApexUrl({ ...parts, ref: ref ?? null });
  if (path.startsWith("//")) return parseUrl(`${parts.protocol}:${spec}`);
  const folder = parts.path.slice(0, parts.path.lastIndexOf("/") + 1) || "/";
  const joined = path === "" ? parts.path : path.startsWith("/") ? path : folder + path;
  return new ApexUrl({ ...parts, path: withoutDots(joined), query: query ?? null, ref: ref ?? null });
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1;
    if (segment === ".." && kept.length > 1) kept.pop();
    else if (segment !== "." && segment !== "..") {
      kept.push(segment);
      continue;
    }
    if (isLast) kept.push("");
  }
  return kept.join("/");
}

function fromParts(protocol: string, host: string, port: number, file: string): ApexUrl {
  const [, path = "", query, ref] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(file) ?? [];
  return new ApexUrl({ protocol: protocol.toLowerCase(), userInfo: null, host, port, path, query: query ?? null, ref: ref ?? null });
}

let orgDomain = "https://local-org-dev-ed.develop.my.salesforce.com";

/** Sets the address that `getOrgDomainUrl` gives: of the server that shows the org, if there is one. */
export function useOrgDomain(address: string): void {
  orgDomain = address;
}

/** `http` or `https`. */
export function orgProtocol(): string {
  return parseUrl(orgDomain).parts.protocol;
}

/** Of an Apex REST request or a page; no other request has an address here. */
function currentRequestUrl(): ApexUrl {
  const { rest, org, user } = currentTransaction();
  const page = shownPage();
  if (page !== null) return parseUrl(`${orgProtocol()}://${org.hosts.visualforce}${page.url}`);
  const uri = rest.request instanceof RestRequest ? rest.request.requestURI : null;
  if (uri === null) return unsupported("Url.getCurrentRequestUrl outside of a page or an Apex REST request");
  const origin = user.kind === "guest" ? `${orgProtocol()}://${org.hosts.site}` : orgDomain;
  return parseUrl(`${origin}${uri.startsWith("/services/") ? "" : "/services/apexrest"}${uri}`);
}

definePlatformClass("System.Url", {
  statics: {
    "getCurrentRequestUrl()": () => currentRequestUrl(),
    "getOrgDomainUrl()": () => parseUrl(orgDomain),
    "getSalesforceBaseUrl()": () => parseUrl(orgDomain),
  },
  constructors: {
    "(String)": (spec: Text) => parseUrl(argument(spec)),
    "(System.Url,String)": (context: ApexUrl | null, spec: Text) =>
      context === null ? parseUrl(argument(spec, 2)) : resolve(context, argument(spec, 2)),
    "(String,String,String)": (protocol: Text, host: Text, file: Text) =>
      fromParts(argument(protocol), argument(host, 2), -1, argument(file, 3)),
    "(String,String,Integer,String)": (protocol: Text, host: Text, port: number | null, file: Text) =>
      fromParts(argument(protocol), argument(host, 2), argument(port, 3), argument(file, 4)),
  },
  members: {
    "getAuthority()": (self: ApexUrl) => self.authority,
    "getDefaultPort()": (self: ApexUrl) => self.defaultPort,
    "getFile()": (self: ApexUrl) => self.file,
    "getHost()": (self: ApexUrl) => self.parts.host,
    "getPath()": (self: ApexUrl) => self.parts.path,
    "getPort()": (self: ApexUrl) => self.parts.port,
    "getProtocol()": (self: ApexUrl) => self.parts.protocol,
    "getQuery()": (self: ApexUrl) => self.parts.query,
    "getRef()": (self: ApexUrl) => self.parts.ref,
    "getUserInfo()": (self: ApexUrl) => self.parts.userInfo,
    "sameFile(System.Url)": (self: ApexUrl, other: ApexUrl | null) => self.sameFile(argument(other)),
    "toExternalForm()": (self: ApexUrl) => self.apexToString(),
    "toString()": (self: ApexUrl) => self.apexToString(),
  },
});
