/** String: members that give an edited text. */
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { argument } from "./arguments.ts";

type Text = string | null;
type Count = number | null;

definePlatformClass("String", {
  members: {
    "abbreviate(Integer)": (self: string, width: Count) => abbreviate(self, argument(width), 0),
    "abbreviate(Integer,Integer)": (self: string, width: Count, offset: Count) => abbreviate(self, argument(width), argument(offset, 2)),
    "capitalize()": (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
    "center(Integer)": (self: string, size: Count) => center(self, argument(size), " "),
    "center(Integer,String)": (self: string, size: Count, padding: Text) => center(self, argument(size), padding || " "),
    "deleteWhitespace()": (self: string) => self.replace(/[\s\u001c-\u001f]/g, ""),
    "leftPad(Integer)": (self: string, size: Count) => self.padStart(argument(size), " "),
    "leftPad(Integer,String)": (self: string, size: Count, padding: Text) => self.padStart(argument(size), padding || " "),
    "normalizeSpace()": (self: string) =>
      javaTrim(self)
        .replace(/[\s\u001c-\u001f]+/g, " ")
        .trim(),
    "overlay(String,Integer,Integer)": (self: string, text: Text, from: Count, to: Count) =>
      overlay(self, text ?? "", argument(from, 2), argument(to, 3)),
    "remove(String)": (self: string, part: Text) => (part ? self.split(part).join("") : self),
    "removeEnd(String)": (self: string, end: Text) => (end && self.endsWith(end) ? self.slice(0, self.length - end.length) : self),
    "removeEndIgnoreCase(String)": (self: string, end: Text) =>
      end && self.toLowerCase().endsWith(end.toLowerCase()) ? self.slice(0, self.length - end.length) : self,
    "removeStart(String)": (self: string, start: Text) => (start && self.startsWith(start) ? self.slice(start.length) : self),
    "removeStartIgnoreCase(String)": (self: string, start: Text) =>
      start && self.toLowerCase().startsWith(start.toLowerCase()) ? self.slice(start.length) : self,
    "repeat(Integer)": (self: string, times: Count) => self.repeat(Math.max(0, argument(times))),
    "repeat(String,Integer)": (self: string, separator: Text, times: Count) =>
      Array.from({ length: Math.max(0, argument(times, 2)) }, () => self).join(separator ?? ""),
    "replace(String,String)": (self: string, target: Text, replacement: Text) =>
      self.replaceAll(argument(target), () => argument(replacement, 2)),
    "reverse()": (self: string) => [...self].reverse().join(""),
    "rightPad(Integer)": (self: string, size: Count) => self.padEnd(argument(size), " "),
    "rightPad(Integer,String)": (self: string, size: Count, padding: Text) => self.padEnd(argument(size), padding || " "),
    "swapCase()": (self: string) => [...self].map(swapCase).join(""),
    "toLowerCase()": (self: string) => self.toLowerCase(),
    "toLowerCase(String)": (self: string, locale: Text) => self.toLocaleLowerCase(localeTag(locale)),
    "toUpperCase()": (self: string) => self.toUpperCase(),
    "toUpperCase(String)": (self: string, locale: Text) => self.toLocaleUpperCase(localeTag(locale)),
    "trim()": javaTrim,
    "uncapitalize()": (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  },
});

/** Without characters up to the blank at both ends; no other kind of space is touched. */
export function javaTrim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

function abbreviate(text: string, width: number, offset: number): string {
  if (width < 4) throwApex("System.StringException", "Minimum abbreviation width is 4");
  if (text.length <= width) return text;
  let from = Math.min(offset, text.length);
  if (text.length - from < width - 3) from = text.length - (width - 3);
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwApex("System.StringException", "Minimum abbreviation width with offset is 7");
  return from + width - 3 < text.length
    ? `...${abbreviate(text.slice(from), width - 3, 0)}`
    : `...${text.slice(text.length - (width - 3))}`;
}

function center(text: string, size: number, padding: string): string {
  const missing = size - text.length;
  return missing <= 0 ? text : text.padStart(text.length + Math.floor(missing / 2), padding).padEnd(size, padding);
}

function overlay(text: string, replacement: string, from: number, to: number): string {
  const clamp = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const [start, end] = from <= to ? [clamp(from), clamp(to)] : [clamp(to), clamp(from)];
  return text.slice(0, start) + replacement + text.slice(end);
}

function swapCase(char: string): string {
  const lower = char.toLowerCase();
  return char === lower ? char.toUpperCase() : lower;
}

function localeTag(locale: Text): string {
  const tag = argument(locale).replaceAll("_", "-");
  if (Intl.getCanonicalLocales.length === 0) return tag;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    throwApex("System.StringException", `Invalid locale: ${locale ?? ""}`);
  }
}
