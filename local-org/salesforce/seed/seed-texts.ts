/** Placeholders in the texts of demo data: what is known only when the org starts. */

const PLACEHOLDER = /\$\{(port|today|now)([+-]\d+)?\}/g;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface SeedMoment {
  readonly port: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * `${port}` is the server's port, `${today}`, `${today+14}` a date that many days away (`2026-11-22`, UTC), `${now-90}` a time
 * that many minutes away (ISO 8601, UTC). Other text stays.
 */
export function fillPlaceholders(text: string, { port, now }: SeedMoment): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string, offset = "0") => {
    const distance = Number(offset);
    if (name === "port") return String(port + distance);
    const at = new Date(now + distance * (name === "today" ? DAY_MS : MINUTE_MS)).toISOString();
    return name === "today" ? at.slice(0, 10) : at;
  });
}
