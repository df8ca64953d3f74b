/** Record ids: 3 characters key prefix, 3 instance, 9 counter in base 62, 3 checksum for tools that ignore case. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** The 18-character form of a 15-character id: each trailing character tells which of five characters are capitals. */
export function withChecksum(id15: string): string {
  let suffix = "";
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let offset = 0; offset < 5; offset++) {
      const code = id15.charCodeAt(block + offset);
      if (code >= 65 && code <= 90) bits |= 1 << offset;
    }
    suffix += CHECKSUM.charAt(bits);
  }
  return id15 + suffix;
}

/** Makes the id number `counter` (from 1) of a table. Ids of one table sort as text in the order of their counters. */
export function makeRecordId(keyPrefix: string, instance: string, counter: number): string {
  let rest = "";
  for (let value = counter; value > 0; value = Math.floor(value / 62)) rest = DIGITS.charAt(value % 62) + rest;
  return withChecksum(keyPrefix + instance + rest.padStart(9, "0"));
}

/** The counter inside an id made by `makeRecordId`. */
export function counterOfRecordId(id: string): number {
  let counter = 0;
  for (let at = 6; at < 15; at++) counter = counter * 62 + DIGITS.indexOf(id.charAt(at));
  return counter;
}

/**
 * The 18-character id of a text of 15 or 18 letters and digits, with capitals as its checksum says. As on the platform a
 * checksum that contradicts the letters makes no difference: the id is taken as it stands. Null when the text is no id.
 */
export function parseRecordId(text: string): string | null {
  const id = exactRecordId(text);
  return id === null ? null : (restoreCase(id) ?? id);
}

/** As `parseRecordId`, with the capitals as written: what Apex makes of a text that it takes for an id. */
export function exactRecordId(text: string): string | null {
  if (!/^[A-Za-z0-9]+$/.test(text)) return null;
  if (text.length === 15) return withChecksum(text);
  return text.length === 18 ? text : null;
}

/** An 18-character id with its capitals as the checksum says; null when checksum and letters contradict each other. */
function restoreCase(text: string): string | null {
  let id = "";
  for (let block = 0; block < 3; block++) {
    const bits = CHECKSUM.indexOf(text.charAt(15 + block).toUpperCase());
    if (bits < 0) return null;
    for (let offset = 0; offset < 5; offset++) {
      const char = text.charAt(block * 5 + offset);
      const capital = (bits & (1 << offset)) !== 0;
      if (capital && !/[A-Za-z]/.test(char)) return null;
      id += capital ? char.toUpperCase() : char.toLowerCase();
    }
  }
  return withChecksum(id);
}
