/** Phone numbers as Aircall takes and shows them. */

const CALLING_CODES: Readonly<Record<string, string>> = { US: "1", CA: "1", GB: "44", FR: "33", DE: "49", ES: "34", IE: "353" };

/** Digits after the calling code, in the groups that people of that country read; the first pattern that fits counts. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1-$2-$3"],
  [/^\+44(20|23|24|28|29)(\d{4})(\d{4})$/, "+44 $1 $2 $3"],
  [/^\+44(1\d1|11\d|3\d{2}|8\d{2}|9\d{2})(\d{3})(\d{4})$/, "+44 $1 $2 $3"],
  [/^\+44(\d{4})(\d{6})$/, "+44 $1 $2"],
  [/^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/, "+33 $1 $2 $3 $4 $5"],
  [/^\+34(\d{3})(\d{2})(\d{2})(\d{2})$/, "+34 $1 $2 $3 $4"],
  [/^\+49(30|40|69|89)(\d+)$/, "+49 $1 $2"],
  [/^\+(\d{2})(\d{3})(\d+)$/, "+$1 $2 $3"],
];

/** E.164 in the display form of `raw_digits` and `digits`: `+44 7700 900456`. Gives other text back as it is. */
export function displayNumber(e164: string): string {
  for (const [pattern, form] of GROUPS) {
    if (pattern.test(e164)) return e164.replace(pattern, form);
  }
  return e164;
}

/**
 * E.164 of what a person typed or an address holds, or null when it is no number.
 *
 * @param country ISO 3166-1 alpha-2 of the line, for numbers in national form; without it only international forms count
 */
export function toE164(text: string, country?: string): string | null {
  const plain = text.replace(/^tel:/i, "").replace(/\(0\)/g, "");
  if (!/^[+\d\s().\-/]+$/.test(plain)) return null;
  const digits = plain.replace(/[^\d+]/g, "").replace(/^00/, "+");
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  const code = country === undefined ? undefined : CALLING_CODES[country];
  if (code === undefined || !/^\d{7,12}$/.test(digits)) return null;
  if (code === "1") return digits.length === 10 ? `+1${digits}` : /^1\d{10}$/.test(digits) ? `+${digits}` : null;
  return `+${code}${digits.replace(/^0/, "")}`;
}
