import type { Call } from "./call-session.ts";
import type { Invoke } from "./remoting.ts";

type HintEvent = "call.created" | "call.answered" | "call.ended";

/** Waits before each further attempt, in milliseconds. */
const RETRY_AFTER = [1000, 4000, 15000];

const TIMEOUT_MS = 10_000;

/**
 * Tells the server what this phone sees, so that the Task is there before Aircall's own message. A hint is a courtesy: nothing
 * waits for it, and one that cannot be delivered is dropped, since the server hears of the call from Aircall too.
 */
export class HintSender {
  readonly #invoke: Invoke;
  readonly #sent = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(invoke: Invoke) {
    this.#invoke = invoke;
  }

  /**
   * Sends what is new about a call, in order, each thing once.
   *
   * @param now milliseconds since 1970
   */
  tell(call: Call, now: number): void {
    for (const event of eventsOf(call)) {
      const key = `${call.callId} ${event} ${String(call.round)}`;
      if (this.#sent.has(key)) continue;
      this.#sent.add(key);
      const hint = hintOf(event, call, now);
      this.#last = this.#last.then(() => this.#deliver(hint));
    }
  }

  async #deliver(hint: string): Promise<void> {
    for (const wait of [...RETRY_AFTER, null]) {
      try {
        await this.#invoke("observe", hint, TIMEOUT_MS);
        return;
      } catch {
        if (wait === null) return;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }
}

/** An incoming call that was not answered here may go on at a colleague's phone, so its end is not ours to tell. */
function eventsOf(call: Call): readonly HintEvent[] {
  if (call.direction === null || call.number === null) return [];
  const events: HintEvent[] = ["call.created"];
  if (call.facts.answered) events.push("call.answered");
  if (call.facts.ended && (call.facts.answered || call.direction === "outbound")) events.push("call.ended");
  return events;
}

/** A part of the call as Aircall's webhooks write it. Times are seconds since 1970. */
function hintOf(event: HintEvent, call: Call, now: number): string {
  const isOver = event === "call.ended";
  return JSON.stringify({
    event,
    timestamp: Math.floor(now / 1000),
    data: {
      id: Number(call.callId),
      direction: call.direction,
      status: isOver ? "done" : event === "call.answered" ? "answered" : "initial",
      started_at: toSeconds(call.startedAt),
      answered_at: event === "call.created" ? null : toSeconds(call.answeredAt),
      ended_at: isOver ? toSeconds(call.endedAt) : null,
      raw_digits: call.number,
      number: call.line === null ? null : { digits: call.line },
    },
  });
}

function toSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.floor(milliseconds / 1000);
}
