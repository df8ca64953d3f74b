/** The org's clock: real time plus an offset that can be moved forward. */
export class Clock {
  #offset = 0;
  #fixed: number | null = null;

  /** Epoch milliseconds. */
  now(): number {
    return (this.#fixed ?? Date.now()) + this.#offset;
  }

  /** Milliseconds by which it runs ahead of real time. */
  get offset(): number {
    return this.#offset;
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }

  /** Stops the clock at an instant (deterministic tests); null lets it run again. */
  fix(epochMilliseconds: number | null): void {
    this.#fixed = epochMilliseconds;
    this.#offset = 0;
  }
}
