/** Who is logged in to the phone page. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { isLocalName } from "../../http/local-lookup.ts";

const COOKIE = "aircall-session";
const LOGGED_OUT = "-";

/**
 * The phone page stands in an iframe of another site, so its cookie has to be `SameSite=None; Secure`; browsers take that on
 * `*.localhost`. Where they keep cookies from iframes, the last login that this server saw counts.
 */
export class Sessions {
  readonly #defaultUser: string;
  #last: string | null = null;

  constructor(defaultUser: string) {
    this.#defaultUser = defaultUser;
  }

  /** E-mail of who is logged in on this browser; null: logged out. */
  emailOf(incoming: IncomingMessage): string | null {
    const cookies = (incoming.headers.cookie ?? "").split(";").map((part) => part.trim().split("="));
    const found = cookies.find(([name]) => name === COOKIE)?.[1];
    const email = found === undefined ? (this.#last ?? this.#defaultUser) : safeDecode(found);
    return email === LOGGED_OUT ? null : email;
  }

  /** Gives the browser a session; null logs out. */
  set(outgoing: ServerResponse, email: string | null): void {
    this.#last = email ?? LOGGED_OUT;
    outgoing.setHeader("Set-Cookie", `${COOKIE}=${encodeURIComponent(this.#last)}; Path=/; HttpOnly; Secure; SameSite=None`);
  }

  /** `GET /session?user=<email>&next=<url>`: logs in and goes on; only to addresses of this machine. */
  answerLogin(outgoing: ServerResponse, url: URL): void {
    const email = url.searchParams.get("user");
    this.set(outgoing, email === null || email === "" ? null : email);
    const next = url.searchParams.get("next") ?? "/";
    const target = URL.canParse(next, url.href) ? new URL(next, url.href) : null;
    if (target === null || !/^https?:$/.test(target.protocol) || !isLocalName(target.hostname)) {
      outgoing.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" });
      outgoing.end("next must be an address under localhost\n");
      return;
    }
    outgoing.writeHead(302, { Location: next.startsWith("/") ? next : target.href, "Cache-Control": "no-store" });
    outgoing.end();
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
