/** Waits between reads in milliseconds; the last one repeats for as long as the call is on. */
const WHILE_ON = [1500, 2500, 4000, 8000, 15000];

/** After the end; when they are used up the agent is offered another look. */
const AFTER_END = [700, 700, 1000, 1500, 2500, 4000, 6000, 10000, 15000, 20000, 30000];

/** Reads after the end at which a settled log is believed: recordings and tags follow the end of a call by some seconds. */
const BELIEVED_AFTER = 6;

export interface LogPollerOptions<Log> {
  readonly read: () => Promise<Log>;
  readonly onRead: (log: Log) => void;
  /** The server could not be read; reading goes on. */
  readonly onError: () => void;
  /** The log has not settled long after the end of the call. */
  readonly onGiveUp: () => void;
  readonly isSettled: (log: Log) => boolean;
}

/** Reads the log of one call: often at first and seldom later, while the call is on and after it until the log has settled. */
export class LogPoller<Log> {
  readonly #options: LogPollerOptions<Log>;
  #waits: readonly number[] = WHILE_ON;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Told apart from an earlier one, whose answer may still come. */
  #run = 0;

  constructor(options: LogPollerOptions<Log>) {
    this.#options = options;
  }

  /** Starts anew, because the call has moved on or somebody wants to know. */
  start(isCallOver: boolean): void {
    this.stop();
    this.#waits = isCallOver ? AFTER_END : WHILE_ON;
    this.#attempt = 0;
    this.wait(this.#run);
  }

  stop(): void {
    this.#run += 1;
    clearTimeout(this.#timer);
  }

  private wait(run: number): void {
    const wait = this.#waits[this.#attempt] ?? (this.#waits === WHILE_ON ? WHILE_ON.at(-1) : undefined);
    if (wait === undefined) {
      this.#options.onGiveUp();
      return;
    }
    this.#attempt += 1;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- reading again later is the point; stop() ends it
    this.#timer = setTimeout(() => {
      this.read(run);
    }, wait);
  }

  private read(run: number): void {
    this.#options.read().then(
      (log) => {
        if (run !== this.#run) return;
        this.#options.onRead(log);
        const isDone = this.#attempt >= BELIEVED_AFTER && this.#waits === AFTER_END && this.#options.isSettled(log);
        if (run === this.#run && !isDone) this.wait(run);
      },
      () => {
        if (run !== this.#run) return;
        this.#options.onError();
        this.wait(run);
      },
    );
  }
}
