interface Held {
  readonly reject: (reason: unknown) => void;
}

/**
 * The browser's locks between tabs: one holder of a name, others wait in order, stealing breaks the holder's promise. A tab is
 * what shares a `LockManager` made by `tab()`; closing it lets go of what it holds and waits for.
 */
export class FakeLocks {
  #holder: (Held & { readonly tab: object }) | null = null;
  #queue: { readonly tab: object; readonly start: () => void }[] = [];

  tab(): { readonly locks: LockManager; readonly close: () => void } {
    const tab = {};
    const request = (_name: string, options: LockOptions, hold: () => Promise<unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          this.#holder = { tab, reject };
          void hold().then(resolve, reject);
        };
        if (options.steal === true) {
          this.#holder?.reject(new Error("AbortError"));
          start();
        } else {
          this.#queue.push({ tab, start });
          void Promise.resolve().then(() => {
            this.#next();
          });
        }
      });
    const close = (): void => {
      this.#queue = this.#queue.filter((waiting) => waiting.tab !== tab);
      if (this.#holder?.tab === tab) this.#holder = null;
      this.#next();
    };
    return { locks: { request } as unknown as LockManager, close };
  }

  #next(): void {
    if (this.#holder === null) this.#queue.shift()?.start();
  }
}

/** Channels of one name between tabs: what one posts all others hear. */
export class FakeChannels {
  readonly #channels = new Set<EventTarget>();

  open(): BroadcastChannel {
    const channel = Object.assign(new EventTarget(), {
      postMessage: (data: unknown) => {
        for (const other of this.#channels) if (other !== channel) other.dispatchEvent(new MessageEvent("message", { data }));
      },
      close: () => this.#channels.delete(channel),
    });
    this.#channels.add(channel);
    return channel as unknown as BroadcastChannel;
  }
}
