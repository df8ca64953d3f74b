/** String: what it contains and where. */
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { argument } from "./arguments.ts";

type Text = string | null;
type Count = number | null;

definePlatformClass("String", {
  members: {
    "contains(String)": (self: string, part: Text) => self.includes(argument(part)),
    "containsAny(String)": (self: string, chars: Text) => chars !== null && [...self].some((char) => chars.includes(char)),
    "containsIgnoreCase(String)": (self: string, part: Text) => self.toLowerCase().includes(argument(part).toLowerCase()),
    "containsNone(String)": (self: string, chars: Text) => chars === null || ![...self].some((char) => chars.includes(char)),
    "containsOnly(String)": (self: string, chars: Text) => chars !== null && [...self].every((char) => chars.includes(char)),
    "containsWhitespace()": (self: string) => /[\s\u001c-\u001f]/.test(self),
    "countMatches(String)": (self: string, part: Text) => (part === null || part === "" ? 0 : self.split(part).length - 1),
    "difference(String)": (self: string, other: Text) => argument(other).slice(differenceIndex(self, argument(other))),
    "endsWith(String)": (self: string, end: Text) => self.endsWith(argument(end)),
    "endsWithIgnoreCase(String)": (self: string, end: Text) => self.toLowerCase().endsWith(argument(end).toLowerCase()),
    "getLevenshteinDistance(String)": (self: string, other: Text) => levenshtein(self, argument(other)),
    "getLevenshteinDistance(String,Integer)": (self: string, other: Text, threshold: Count) => {
      if (argument(threshold, 2) < 0) throwApex("System.StringException", "Threshold must not be negative");
      const distance = levenshtein(self, argument(other));
      return distance <= argument(threshold, 2) ? distance : -1;
    },
    "indexOf(String)": (self: string, part: Text) => self.indexOf(argument(part)),
    "indexOf(String,Integer)": (self: string, part: Text, from: Count) => self.indexOf(argument(part), argument(from, 2)),
    "indexOfAny(String)": (self: string, chars: Text) => first(self, (char) => (chars ?? "").includes(char)),
    "indexOfAnyBut(String)": (self: string, chars: Text) => (chars ? first(self, (char) => !chars.includes(char)) : -1),
    "indexOfChar(Integer)": (self: string, code: Count) => self.indexOf(String.fromCodePoint(argument(code))),
    "indexOfChar(Integer,Integer)": (self: string, code: Count, from: Count) =>
      self.indexOf(String.fromCodePoint(argument(code)), argument(from, 2)),
    "indexOfDifference(String)": (self: string, other: Text) => (self === argument(other) ? -1 : differenceIndex(self, argument(other))),
    "indexOfIgnoreCase(String)": (self: string, part: Text) => self.toLowerCase().indexOf(argument(part).toLowerCase()),
    "indexOfIgnoreCase(String,Integer)": (self: string, part: Text, from: Count) =>
      self.toLowerCase().indexOf(argument(part).toLowerCase(), argument(from, 2)),
    "lastIndexOf(String)": (self: string, part: Text) => self.lastIndexOf(argument(part)),
    "lastIndexOf(String,Integer)": (self: string, part: Text, from: Count) => lastIndex(self, argument(part), argument(from, 2)),
    "lastIndexOfChar(Integer)": (self: string, code: Count) => self.lastIndexOf(String.fromCodePoint(argument(code))),
    "lastIndexOfChar(Integer,Integer)": (self: string, code: Count, from: Count) =>
      lastIndex(self, String.fromCodePoint(argument(code)), argument(from, 2)),
    "lastIndexOfIgnoreCase(String)": (self: string, part: Text) => self.toLowerCase().lastIndexOf(argument(part).toLowerCase()),
    "lastIndexOfIgnoreCase(String,Integer)": (self: string, part: Text, from: Count) =>
      lastIndex(self.toLowerCase(), argument(part).toLowerCase(), argument(from, 2)),
    "startsWith(String)": (self: string, start: Text) => self.startsWith(argument(start)),
    "startsWithIgnoreCase(String)": (self: string, start: Text) => self.toLowerCase().startsWith(argument(start).toLowerCase()),
  },
});

function first(text: string, matches: (char: string) => boolean): number {
  for (let at = 0; at < text.length; at++) if (matches(text.charAt(at))) return at;
  return -1;
}

/** JavaScript takes a negative start for 0, Java finds nothing. */
function lastIndex(text: string, part: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(part, from);
}

/** Length of the common beginning. */
function differenceIndex(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  return at;
}

function levenshtein(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
