/** Aircall's limit for all requests of a company together. */
const REQUESTS = 120;
const WINDOW_MS = 60_000;

export interface RateLimit {
  /** Counts a request; null = let through, else the headers of the 429. */
  take(): Readonly<Record<string, string>> | null;
}

/** 120 requests in any one minute that starts with the first of them. */
export function rateLimit(now: () => number): RateLimit {
  let start = -Infinity;
  let count = 0;
  return {
    take: () => {
      const at = now();
      if (at >= start + WINDOW_MS) {
        start = at;
        count = 0;
      }
      count++;
      if (count <= REQUESTS) return null;
      return {
        "X-AircallApi-Limit": String(REQUESTS),
        "X-AircallApi-Remaining": "0",
        "X-AircallApi-Reset": String(Math.ceil((start + WINDOW_MS) / 1000)),
      };
    },
  };
}
