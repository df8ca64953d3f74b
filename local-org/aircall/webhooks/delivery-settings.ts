/** How the stand-in mistreats deliveries, to show what Aircall allows itself: late, repeated, out of order, lost. */
export interface DeliverySettings {
  /** How often each event is sent; 1 = once. */
  repeat: number;
  /** Share of the events that get lost, 0 to 1. */
  drop: number;
  /** Seconds before an event is sent: a random time between the two. */
  delay: readonly [number, number];
  /** Events are kept until none has come for `shuffleQuiet` seconds, and then go out in random order. */
  shuffle: boolean;
  shuffleQuiet: number;
  /** Start of the random numbers: the same seed and the same events give the same losses, delays and order. */
  seed: number;
  /** false: Aircall sends nothing at all. */
  enabled: boolean;
  /** Failed attempts in a row after which a webhook becomes inactive; Aircall's guides say 50, an older one 10. */
  failuresAllowed: number;
  /** Seconds before the first retry; each further one waits twice as long, up to 15 minutes. */
  retryAfter: number;
  /** Seconds in which the receiver has to answer. */
  timeout: number;
}

export const DEFAULT_SETTINGS: Readonly<DeliverySettings> = {
  repeat: 1,
  drop: 0,
  delay: [0, 0],
  shuffle: false,
  shuffleQuiet: 3,
  seed: 1,
  enabled: true,
  failuresAllowed: 50,
  retryAfter: 1,
  timeout: 5,
};

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same items in random order. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
