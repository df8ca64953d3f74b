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
 * Such a browser keeps cookies apart by the site around the iframe; the page around says who is logged in (`/session/join`), and
 * the cookie of that answer is the iframe's. Where nobody says so, the iframe is taken for the browser of the latest login.
 */
export class Sessions {
  readonly #defaultUser: string;
  /** E-mails by browser; null = logged out. */
  readonly #emails = new Map<string, string | null>();
  /** What pages around the phone said last, by browser. */
  readonly #around = new Map<string, string>();
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

  /**
   * `GET /session/join?user=<email>`, asked for by the page around the phone: logs its user in where the browser is new or the
   * page's user has changed. Who then logs out at the phone stays logged out.
   */
  join(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): void {
    const email = url.searchParams.get("user") ?? "";
    const known = this.#browserOf(incoming);
    if (email !== "" && (known === null || this.#around.get(known) !== email)) {
      const browser = known ?? randomUUID();
      this.#emails.set(browser, email);
      this.#around.set(browser, email);
      this.#latest = browser;
      if (known === null) outgoing.setHeader("Set-Cookie", cookie(browser, "; Partitioned"));
    }
    outgoing.writeHead(204, { "Cache-Control": "no-store" });
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
