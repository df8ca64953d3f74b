/** How the search index cuts text into tokens. */

/** Runs of letters and digits, in lower case; everything else separates. */
export function tokenize(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Digits that people search a number by: the whole of it without a country code, the local number, the extension. */
const PHONE_TAILS = [10, 7, 4];

/**
 * Tokens of a phone number: its groups as written; its digits without the formatting; the digits from each group to the
 * end; and its last 10, 7 and 4 digits. So `4155550142`, `5550142` and `0142` all find `+1 (415) 555-0142`.
 */
export function tokenizePhone(text: string): string[] {
  const groups = text.match(/\d+/g) ?? [];
  const digits = groups.join("");
  const tokens = new Set(tokenize(text));
  for (let at = 0; at < groups.length; at++) tokens.add(groups.slice(at).join(""));
  for (const length of PHONE_TAILS) if (digits.length > length) tokens.add(digits.slice(-length));
  return [...tokens];
}

/** The digits of a text that looks like a phone number (digits and their usual punctuation, at least three); null otherwise. */
export function phoneDigits(text: string): string | null {
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  return digits.length >= 3 ? digits : null;
}
