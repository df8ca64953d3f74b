/** Seeded texts that look more or less like phone numbers. */
import type { Example } from "./phone-library.ts";

/** Random numbers from 0 to below 1 that a seed repeats (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts made from example numbers by small damage, and texts that never were numbers: each call gives the next one. */
export function phoneLikeTexts(random: () => number, examples: readonly Example[]): () => { text: string; region: string } {
  const below = (end: number): number => Math.floor(random() * end);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join("");
  const at = (text: string, change: (before: string, char: string, after: string) => string): string => {
    const index = below(text.length);
    return change(text.slice(0, index), text.charAt(index), text.slice(index + 1));
  };
  const written = (): string => {
    const one = pick(examples);
    return pick([one.e164, one.international, one.national]);
  };
  const kinds: readonly (() => string)[] = [
    () => at(written(), (before, _char, after) => before + digits(1) + after),
    () => at(written(), (before, _char, after) => before + after),
    () => at(written(), (before, char, after) => before + char + digits(1) + after),
    () => written() + digits(1 + below(4)),
    () => written().slice(0, -1 - below(4)),
    () => at(written(), (before, char, after) => before + char + pick(["+", "*", "#", "&", ",", ";", "?", "\t", "=", "|", "x"]) + after),
    () => `${written()}${pick([" / ", ", ", " ", "; ", " or "])}${written()}`,
    () => pick(["0", "00", "000", "011", "0011", "810", "+0", "+00", "++", "*31#", "#31#", "1470"]) + written().replace("+", ""),
    () =>
      `${written()}${pick([" (home)", " home", " Bob", "abc", "e12", ";phone-context=example.com", " ext", " ext. 1234567890123456789012"])}`,
    () => `+${digits(5 + below(14))}`,
    () => digits(1 + below(18)),
    () => `${digits(3)} ${digits(3)} ${digits(1 + below(6))}`,
    () =>
      pick(["anonymous", "private", "Unknown caller", "restricted", "1-800-CALL-US", "n/a", "-", "+", "sip:agent@example.com", "0x1F4"]),
  ];
  return () => ({ text: pick(kinds)(), region: pick(examples).region });
}
