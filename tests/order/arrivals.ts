/** Orders in which the events of a story may arrive. */

/** Gives numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every order, the given one first. */
export function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length <= 1) {
    yield [...items];
    return;
  }
  for (const [at, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(at, 1))) yield [first, ...rest];
  }
}

/** One order by chance; each is as likely as the others. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(Math.floor(random() * left.length), 1));
  return result;
}

/** Adds repetitions: one to three items arrive once more, anywhere after they first did. */
export function withRepeats<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  const count = 1 + Math.floor(random() * 3);
  for (let repeat = 0; repeat < count; repeat++) {
    const from = Math.floor(random() * result.length);
    const [item] = result.slice(from, from + 1);
    const to = from + 1 + Math.floor(random() * (result.length - from));
    if (item !== undefined) result.splice(to, 0, item);
  }
  return result;
}

/** A part of the items in their order: not all of them and not none. Needs two items. */
export function withDrops<T>(items: readonly T[], random: Random): T[] {
  for (;;) {
    const kept = items.filter(() => random() < 0.6);
    if (kept.length > 0 && kept.length < items.length) return kept;
  }
}

/** Every part of the items that is neither all nor none of them, in their order. */
export function parts<T>(items: readonly T[]): T[][] {
  const all = 2 ** items.length - 1;
  return Array.from({ length: Math.max(0, all - 1) }, (_unused, at) => items.filter((_item, place) => ((at + 1) >> place) & 1));
}
