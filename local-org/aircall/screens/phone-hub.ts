/** Pushes to open pages (server-sent events): messages of the phone protocol to the phones of one user, and fresh states to all. */
import type { ServerResponse } from "node:http";
import type { Timers } from "../company/timers.ts";

interface Listener {
  readonly outgoing: ServerResponse;
  /** Aircall user id of a phone page; null: the console, or a phone where nobody is logged in. */
  readonly userId: number | null;
  readonly state: () => object;
}

/** States go out this much later, so that many changes are one. */
const GATHER_MS = 20;

export class PhoneHub {
  readonly #timers: Timers;
  readonly #listeners = new Set<Listener>();
  #isPlanned = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Opens an event stream; it begins with the state. `closed` is called once when the page goes away. */
  listen(outgoing: ServerResponse, userId: number | null, state: () => object, closed: () => void): void {
    outgoing.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" });
    const listener = { outgoing, userId, state };
    this.#listeners.add(listener);
    outgoing.on("close", () => {
      this.#listeners.delete(listener);
      closed();
    });
    write(outgoing, "state", state());
  }

  /** To every phone page of a user, at once; the state that shows it follows. */
  send(userId: number, name: string, value: object | undefined): void {
    for (const { outgoing, userId: listening } of this.#listeners) {
      if (listening === userId) write(outgoing, "message", { name, value });
    }
    this.changed();
  }

  /** Something that pages show has changed. */
  changed(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#timers.after(GATHER_MS, () => {
      this.#isPlanned = false;
      for (const { outgoing, state } of this.#listeners) write(outgoing, "state", state());
    });
  }

  close(): void {
    for (const { outgoing } of this.#listeners) outgoing.end();
    this.#listeners.clear();
  }
}

function write(outgoing: ServerResponse, event: string, value: object): void {
  outgoing.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
}
