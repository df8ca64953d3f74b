/** Sends events to webhooks: at least once, in no guaranteed order, again when the receiver fails. */
import type { Timers } from "../company/timers.ts";
import { type EventName, resourceOf } from "../world/event-names.ts";
import { DEFAULT_SETTINGS, type DeliverySettings, randomNumbers, shuffled } from "./delivery-settings.ts";
import { post } from "./post.ts";
import type { Webhook } from "./webhook.ts";

export type DeliveryState = "sending" | "delivered" | "failed" | "lost";

/** One attempt to deliver one event to one webhook. */
export interface Delivery {
  readonly id: number;
  readonly event: EventName;
  readonly webhook: string;
  readonly url: string;
  /** 1 = the first attempt. */
  readonly attempt: number;
  /** UNIX milliseconds of the attempt. */
  readonly at: number;
  state: DeliveryState;
  /** HTTP status; null: none (yet). */
  status: number | null;
  ms: number | null;
  answer: string;
  /** What was sent: the envelope with the resource. */
  readonly body: Envelope;
}

export interface Envelope {
  readonly resource: string;
  readonly event: EventName;
  /** UNIX seconds at which the body was built. */
  readonly timestamp: number;
  readonly token: string;
  readonly data: object;
}

interface Pending {
  readonly webhook: Webhook;
  readonly body: Envelope;
}

/** Attempts that are remembered. */
const REMEMBERED = 5000;

const RETRY_LIMIT_SECONDS = 15 * 60;
const RETRIES = 50;
/** Failed events of an inactive webhook are tried for so long. */
const RETRY_HOURS = 12;

export class Deliveries {
  readonly settings: DeliverySettings = { ...DEFAULT_SETTINGS };
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #changed: () => void;
  readonly #closing = new AbortController();
  readonly #log: Delivery[] = [];
  #random = randomNumbers(DEFAULT_SETTINGS.seed);
  #kept: Pending[] = [];
  #cancelShuffle: () => void = () => undefined;
  #waiting = 0;
  #lastId = 0;

  constructor(timers: Timers, now: () => number, changed: () => void) {
    this.#timers = timers;
    this.#now = now;
    this.#changed = changed;
  }

  /** Attempts so far, oldest first. */
  get log(): readonly Delivery[] {
    return this.#log;
  }

  /** Events that are kept back, wait for a retry or are being sent. */
  get pending(): number {
    return this.#kept.length + this.#waiting;
  }

  /** Changes settings; a seed starts the random numbers anew, switching the shuffle off sends what it kept. */
  change(settings: Partial<DeliverySettings>): void {
    Object.assign(this.settings, settings);
    if (settings.seed !== undefined) this.#random = randomNumbers(settings.seed);
    if (!this.settings.shuffle) this.#release();
    this.#changed();
  }

  /** Sends an event to every active webhook that listens to it. */
  publish(webhooks: Iterable<Webhook>, event: EventName, data: object): void {
    const timestamp = Math.floor(this.#now() / 1000);
    for (const webhook of webhooks) {
      if (!this.settings.enabled || !webhook.isActive || !webhook.events.includes(event)) continue;
      const body = { resource: resourceOf(event), event, timestamp, token: webhook.token, data };
      if (this.#random() < this.settings.drop) {
        this.#remember({ webhook, body }, 1, "lost").answer = "lost on purpose";
        continue;
      }
      for (let copy = 0; copy < Math.max(1, this.settings.repeat); copy++) this.#plan({ webhook, body });
    }
  }

  close(): void {
    this.#closing.abort();
  }

  #plan(pending: Pending): void {
    if (!this.settings.shuffle) return this.#sendLater(pending);
    this.#kept.push(pending);
    this.#cancelShuffle();
    this.#cancelShuffle = this.#timers.after(this.settings.shuffleQuiet * 1000, () => this.#release());
  }

  #release(): void {
    this.#cancelShuffle();
    for (const pending of shuffled(this.#kept.splice(0), this.#random)) this.#sendLater(pending);
  }

  #sendLater(pending: Pending): void {
    const [from, to] = this.settings.delay;
    const seconds = from + (to - from) * (to > from ? this.#random() : 0);
    this.#waiting++;
    if (seconds === 0) void this.#send(pending, 1);
    else this.#timers.after(seconds * 1000, () => void this.#send(pending, 1));
  }

  async #send(pending: Pending, attempt: number): Promise<void> {
    const { webhook, body } = pending;
    const delivery = this.#remember(pending, attempt, "sending");
    const { status, answer, ms } = await post(webhook.url, JSON.stringify(body), this.settings.timeout, this.#closing.signal);
    if (this.#closing.signal.aborted) return;
    const isDelivered = status !== null && status >= 200 && status < 300;
    Object.assign(delivery, { status, answer, ms, state: isDelivered ? "delivered" : "failed" });
    if (isDelivered) {
      webhook.failures = 0;
      webhook.isActive = true;
      this.#waiting--;
    } else {
      webhook.failures++;
      if (webhook.failures >= this.settings.failuresAllowed) webhook.isActive = false;
      this.#retry(pending, attempt);
    }
    this.#changed();
  }

  #retry(pending: Pending, attempt: number): void {
    const { webhook } = pending;
    const seconds = Math.min(this.settings.retryAfter * 2 ** (attempt - 1), RETRY_LIMIT_SECONDS);
    const age = this.#now() / 1000 - pending.body.timestamp;
    if (webhook.isDeleted || attempt > RETRIES || age > RETRY_HOURS * 3600) {
      this.#waiting--;
      return;
    }
    this.#timers.after(seconds * 1000, () => {
      void this.#send(pending, attempt + 1);
    });
  }

  #remember({ webhook, body }: Pending, attempt: number, state: DeliveryState): Delivery {
    const delivery: Delivery = {
      id: ++this.#lastId,
      event: body.event,
      webhook: webhook.id,
      url: webhook.url,
      attempt,
      at: this.#now(),
      state,
      status: null,
      ms: null,
      answer: "",
      body,
    };
    this.#log.push(delivery);
    if (this.#log.length > REMEMBERED) this.#log.splice(0, this.#log.length - REMEMBERED);
    this.#changed();
    return delivery;
  }
}
