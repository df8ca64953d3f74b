/** Java character classes as JavaScript classes of the `v` flag. */
import { unsupported } from "../exceptions.ts";
import { PatternSyntaxError, type Flags } from "./syntax.ts";

const LETTERS = "a-zA-Z";
const PUNCTUATION = "!-\\/:-@\\[-`\\{-~";

/** POSIX classes, US-ASCII only as in Java. */
const ASCII_CLASSES: Readonly<Record<string, string>> = {
  Lower: "a-z",
  Upper: "A-Z",
  ASCII: "\\u{0}-\\u{7f}",
  Alpha: LETTERS,
  Digit: "0-9",
  Alnum: `${LETTERS}0-9`,
  Punct: PUNCTUATION,
  Graph: "!-~",
  Print: " -~",
  Blank: " \\t",
  Cntrl: "\\u{0}-\\u{1f}\\u{7f}",
  XDigit: "0-9a-fA-F",
  Space: " \\t\\n\\u{b}\\f\\r",
  javaLowerCase: "\\p{Lowercase}",
  javaUpperCase: "\\p{Uppercase}",
  javaLetter: "\\p{L}",
  javaDigit: "\\p{Nd}",
  javaLetterOrDigit: "\\p{L}\\p{Nd}",
  javaWhitespace: "\\t-\\r\\u{1c}-\\u{1f} \\u{1680}\\u{2000}-\\u{2006}\\u{2008}-\\u{200a}\\u{2028}\\u{2029}\\u{205f}\\u{3000}",
};

const BINARY_PROPERTIES: Readonly<Record<string, string>> = {
  alphabetic: "\\p{Alphabetic}",
  ideographic: "\\p{Ideographic}",
  letter: "\\p{L}",
  lowercase: "\\p{Lowercase}",
  uppercase: "\\p{Uppercase}",
  punctuation: "\\p{P}",
  control: "\\p{Cc}",
  white_space: "\\p{White_Space}",
  digit: "\\p{Nd}",
  hex_digit: "\\p{Nd}\\p{Hex_Digit}",
};

const CASE_SENSITIVE = new Set([
  "Lower",
  "Upper",
  "javaLowerCase",
  "javaUpperCase",
  "Lu",
  "Ll",
  "Lt",
  "IsLowercase",
  "IsUppercase",
  "IsLu",
  "IsLl",
]);

/** Contents (for use between brackets) of `\d`, `\s`, `\w`, `\h`, `\v`; null for other letters. */
export function shorthandSet(letter: string): string | null {
  switch (letter) {
    case "d":
      return "0-9";
    case "w":
      return `${LETTERS}0-9_`;
    case "s":
      return " \\t\\n\\u{b}\\f\\r";
    case "h":
      return " \\t\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}";
    case "v":
      return "\\n\\u{b}\\f\\r\\u{85}\\u{2028}\\u{2029}";
    default:
      return null;
  }
}

/** Contents (for use between brackets) of `\p{name}`. */
export function propertySet(name: string, flags: Flags): string {
  if (flags.ignoreCase && CASE_SENSITIVE.has(name)) unsupported(`regular expression \\p{${name}} that ignores case`);
  const ascii = ASCII_CLASSES[name];
  if (ascii !== undefined) return ascii;
  const equals = name.indexOf("=");
  if (equals > 0) return assignedProperty(name.slice(0, equals).toLowerCase(), name.slice(equals + 1));
  if (name.startsWith("In")) unsupported(`regular expression with a Unicode block: \\p{${name}}`);
  const bare = name.startsWith("Is") ? name.slice(2) : name;
  const category = tested(`\\p{${bare}}`);
  if (/^[A-Z][a-z]?$/.test(bare) && category) return `\\p{${bare}}`;
  if (name.startsWith("Is")) {
    const binary = BINARY_PROPERTIES[bare.toLowerCase()];
    if (binary !== undefined) return binary;
    if (tested(`\\p{Script=${bare}}`)) return `\\p{Script=${bare}}`;
  }
  throw new PatternSyntaxError(`Unknown character property name {${name}}`);
}

function assignedProperty(property: string, value: string): string {
  if (property === "script" || property === "sc") {
    if (tested(`\\p{Script=${value}}`)) return `\\p{Script=${value}}`;
  } else if (property === "general_category" || property === "gc") {
    if (tested(`\\p{gc=${value}}`)) return `\\p{gc=${value}}`;
  } else if (property === "block" || property === "blk") unsupported(`regular expression with a Unicode block: \\p{${property}=${value}}`);
  throw new PatternSyntaxError(`Unknown Unicode property {name=<${property}>, value=<${value}>}`);
}

function tested(escape: string): boolean {
  try {
    return new RegExp(escape, "v").source !== "";
  } catch {
    return false;
  }
}

/** One character, safe inside and outside of a class. */
export function charText(code: number): string {
  const char = String.fromCodePoint(code);
  return /^[A-Za-z0-9]$/.test(char) ? char : `\\u{${code.toString(16)}}`;
}

/** Contents for a range, with the ASCII letters of the other case when case is ignored. */
export function rangeSet(from: number, to: number, flags: Flags): string {
  const own = from === to ? charText(from) : `${charText(from)}-${charText(to)}`;
  if (!flags.ignoreCase || flags.unicodeCase) return own;
  return own + shifted(from, to, 97, -32) + shifted(from, to, 65, 32);
}

/** The part of a range that lies in the 26 letters from `first`, in the other case. */
function shifted(from: number, to: number, first: number, shift: number): string {
  const low = Math.max(from, first);
  const high = Math.min(to, first + 25);
  return low > high ? "" : `${charText(low + shift)}-${charText(high + shift)}`;
}
