/** Who is logged in to the phone page. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isLocalName } from "../../http/local-lookup.ts";

const COOKIE = "aircall-browser";

/**
 * Logins, one per browser.
 *
 * The login happens on the phone's own host (`/session`), the phone then stands in an iframe of another site. Browsers take a
 * cookie that is `SameSite=None; Secure` there on `*.localhost`, unless they keep such cookies from iframes (private windows do).
 * Then the iframe gets a cookie of its own, partitioned by the site around it, with the browser of the latest login in it: from
 * there on both cookies name the same browser.
 */
export class Sessions {
  readonly #defaultUser: string;
  /** E-mails by browser; null = logged out. */
  readonly #emails = new Map<string, string | null>();
  #latest: string | null = null;

  constructor(defaultUser: string) {
    this.#defaultUser = defaultUser;
  }

  /** E-mail of who is logged in on this browser; null: logged out. */
  emailOf(incoming: IncomingMessage): string | null {
    const browser = this.#browserOf(incoming) ?? this.#latest;
    const email = browser === null ? undefined : this.#emails.get(browser);
    return email === undefined ? this.#defaultUser : email;
  }

  /** A phone page is being opened: a browser that shows no cookie is taken for the one of the latest login. */
  opened(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (this.#browserOf(incoming) !== null || this.#latest === null) return;
    outgoing.setHeader("Set-Cookie", cookie(this.#latest, "; Partitioned"));
  }

  /** Logs in on this browser; null logs out. */
  set(incoming: IncomingMessage, outgoing: ServerResponse, email: string | null): void {
    const known = this.#browserOf(incoming);
    const browser = known ?? randomUUID();
    this.#emails.set(browser, email);
    this.#latest = browser;
    if (known === null) outgoing.setHeader("Set-Cookie", cookie(browser, ""));
  }

  /** `GET /session?user=<email>&next=<url>`: logs in and goes on; only to addresses of this machine. */
  answerLogin(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): void {
    const next = url.searchParams.get("next") ?? "/";
    const target = URL.canParse(next, url.href) ? new URL(next, url.href) : null;
    if (target === null || !/^https?:$/.test(target.protocol) || !isLocalName(target.hostname)) {
      outgoing.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" });
      outgoing.end("next must be an address under localhost\n");
      return;
    }
    const email = url.searchParams.get("user");
    this.set(incoming, outgoing, email === "" ? null : email);
    outgoing.writeHead(302, { Location: target.href, "Cache-Control": "no-store" });
    outgoing.end();
  }

  /** A browser whose login this server has seen. */
  #browserOf(incoming: IncomingMessage): string | null {
    const cookies = (incoming.headers.cookie ?? "").split(";").map((part) => part.trim().split("="));
    const ids = cookies.flatMap(([name, id]) => (name === COOKIE && id !== undefined && this.#emails.has(id) ? [id] : []));
    return ids[0] ?? null;
  }
}

function cookie(browser: string, more: string): string {
  return `${COOKIE}=${browser}; Path=/; HttpOnly; Secure; SameSite=None${more}`;
}
