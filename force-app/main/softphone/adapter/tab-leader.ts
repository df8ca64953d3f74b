import { asObject } from "./parse.ts";

const NAME = "aircall-softphone";

/** A leader that has been asked to make room takes the phone back when nobody has come for it after this time. */
const HANDOVER_MS = 1500;

/** A lock that is free is granted sooner; before that nothing is said about other tabs. */
const FOLLOW_AFTER_MS = 300;

export interface TabLeaderOptions {
  /** This tab has the phone now. */
  readonly onLead: () => void;
  /** Another tab has the phone, or is about to. */
  readonly onFollow: () => void;
  /** While this says true the phone stays where it is. */
  readonly isBusy: () => boolean;
  /** Given in tests; else the browser's. */
  readonly locks?: LockManager | undefined;
  readonly channel?: BroadcastChannel | undefined;
}

/**
 * One tab of the browser has the phone: the one that holds a lock. The lock passes on by itself when that tab closes, and on
 * request when the agent works in another tab and no call is on: the leader takes its phone away first, then lets the other
 * tab take the lock, so that two phones never run. Where the browser has no locks, each tab leads.
 */
export class TabLeader {
  readonly #options: TabLeaderOptions;
  readonly #id = String(Math.random()).slice(2);
  readonly #locks: LockManager | null;
  readonly #channel: BroadcastChannel | null;
  #isLeader = false;
  #isWaiting = false;
  /** Told apart from an earlier one, so that a lock that was lost late ends nothing that began since. */
  #term = 0;

  constructor(options: TabLeaderOptions) {
    this.#options = options;
    this.#locks = options.locks ?? (navigator as { locks?: LockManager }).locks ?? null;
    this.#channel = options.channel ?? ("BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null);
    this.#channel?.addEventListener("message", (event: MessageEvent<unknown>) => {
      this.#handleMessage(asObject(event.data));
    });
  }

  get isLeader(): boolean {
    return this.#isLeader;
  }

  /** Leads as soon as no other tab does. */
  start(): void {
    if (this.#locks === null || this.#channel === null) {
      this.#lead();
      return;
    }
    this.#wait();
    setTimeout(() => {
      if (!this.#isLeader) this.#options.onFollow();
    }, FOLLOW_AFTER_MS);
  }

  /** Asks for the phone, because the agent works here. Nothing happens while a call is on elsewhere. */
  claim(): void {
    if (!this.#isLeader) this.#post({ type: "claim", from: this.#id });
  }

  #handleMessage(message: Readonly<Record<string, unknown>> | null): void {
    if (message === null) return;
    if (message["type"] === "grant" && message["to"] === this.#id && !this.#isLeader) this.#take();
    const isClaim = message["type"] === "claim" && this.#isLeader && !this.#options.isBusy();
    if (isClaim && typeof message["from"] === "string") this.#makeRoom(message["from"]);
  }

  #makeRoom(claimant: string): void {
    const term = this.#term;
    this.#isLeader = false;
    this.#options.onFollow();
    this.#post({ type: "grant", to: claimant });
    setTimeout(() => {
      // The term is still ours: the lock was not taken, the other tab has gone.
      if (this.#term === term && !this.#isLeader) this.#lead();
    }, HANDOVER_MS);
  }

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#hold({}, () => {
      this.#isWaiting = false;
    });
  }

  #take(): void {
    this.#hold({ steal: true }, () => undefined);
  }

  #hold(options: LockOptions, onGranted: () => void): void {
    let term = -1;
    const held = this.#locks?.request(NAME, options, () => {
      onGranted();
      this.#term += 1;
      term = this.#term;
      this.#lead();
      // Held until the tab closes or another one takes it.
      return new Promise<never>(() => undefined);
    });
    held?.catch(() => {
      this.#lose(term);
    });
  }

  #lose(term: number): void {
    if (this.#term !== term) return;
    this.#term += 1;
    if (this.#isLeader) {
      this.#isLeader = false;
      this.#options.onFollow();
    }
    this.#wait();
  }

  #lead(): void {
    if (this.#isLeader) return;
    this.#isLeader = true;
    this.#options.onLead();
  }

  #post(message: object): void {
    this.#channel?.postMessage(message);
  }
}
