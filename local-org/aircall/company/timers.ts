/** Timers of one stand-in: all of them end with it. */
export class Timers {
  readonly #running = new Set<NodeJS.Timeout>();
  #isClosed = false;

  /** Runs `action` after so many milliseconds; gives what cancels it. Does nothing once closed. */
  after(milliseconds: number, action: () => void): () => void {
    if (this.#isClosed) return () => undefined;
    const timer = setTimeout(
      () => {
        this.#running.delete(timer);
        action();
      },
      Math.max(0, milliseconds),
    );
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}
