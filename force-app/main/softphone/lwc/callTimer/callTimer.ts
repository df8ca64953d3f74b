import { LightningElement, api } from "lwc";

const SECOND = 1000;

/** A running time as `m:ss`, from an hour on as `h:mm:ss`. It stands still once it has an end. */
export default class CallTimer extends LightningElement {
  /** Milliseconds since 1970. */
  @api since: number | undefined;

  /** Milliseconds since 1970; null while it runs. */
  @api
  get until(): number | null {
    return this.end;
  }
  set until(value: number | null) {
    this.end = value;
    this.run();
  }

  now = Date.now();
  end: number | null = null;
  #interval: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    this.run();
  }

  override disconnectedCallback(): void {
    clearInterval(this.#interval);
  }

  get text(): string {
    const end = this.end ?? this.now;
    return formatDuration(Math.max(0, Math.floor((end - (this.since ?? end)) / SECOND)));
  }

  private run(): void {
    clearInterval(this.#interval);
    if (this.end !== null || !this.isConnected) return;
    this.now = Date.now();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a clock has to tick; it stops when it leaves the page
    this.#interval = setInterval(() => {
      this.now = Date.now();
    }, SECOND);
  }
}

function formatDuration(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? [hours, ...parts].join(":") : parts.join(":").replace(/^0/, "");
}
