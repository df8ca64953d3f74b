/** String: static members, comparison, parts. Searching, editing, character classes and escaping have files of their own. */
import { definePlatformClass } from "../runtime/define.ts";
import { apexEquals } from "../runtime/equality.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { textHash } from "../runtime/hash.ts";
import { datetimeText, toText, valueOfText } from "../runtime/to-string.ts";
import { doubleToString } from "../runtime/double.ts";
import { ApexList, ApexSet } from "../runtime/collections.ts";
import type { ApexDate, ApexDatetime, ApexValue, Decimal } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import { convertedItems } from "./converted-items.ts";
import { formatMessage } from "./message-format.ts";

type Text = string | null;

const isBlank = (text: Text): boolean => text === null || text.trim() === "";
const isEmpty = (text: Text): boolean => text === null || text === "";

definePlatformClass("String", {
  statics: {
    "escapeSingleQuotes(String)": (text: Text) => argument(text).replace(/['"\\]/g, (char) => (char === '"' ? char : `\\${char}`)),
    "format(String,List<Object>)": (pattern: Text, values: ApexList | null) =>
      formatMessage(argument(pattern), convertedItems(argument(values, 2), "List<Object>").map(toText)),
    "fromCharArray(List<Integer>)": (codes: ApexList | null) =>
      argument(codes)
        .items.map((code) => (typeof code === "number" ? String.fromCharCode(code) : ""))
        .join(""),
    "getCommonPrefix(List<String>)": (texts: ApexList | null) => commonPrefix(argument(texts).items),
    "isBlank(String)": isBlank,
    "isEmpty(String)": isEmpty,
    "isNotBlank(String)": (text: Text) => !isBlank(text),
    "isNotEmpty(String)": (text: Text) => !isEmpty(text),
    "join(Object,String)": (items: ApexValue, separator: Text) => join(argument(items), separator ?? ""),
    "valueOf(Date)": (value: ApexDate | null) => valueOfText(value),
    "valueOf(Datetime)": (value: ApexDatetime | null) => valueOfText(value),
    "valueOf(Decimal)": (value: Decimal | null) => valueOfText(value),
    "valueOf(Double)": (value: number | null) => (value === null ? null : doubleToString(value)),
    "valueOf(Integer)": (value: number | null) => valueOfText(value),
    "valueOf(Long)": (value: bigint | null) => valueOfText(value),
    "valueOf(Object)": (value: ApexValue) => valueOfText(value),
    "valueOfGmt(Datetime)": (value: ApexDatetime | null) => (value === null ? null : datetimeText(value, "GMT")),
  },
  members: {
    "charAt(Integer)": (self: string, index: number | null) => charCode(self, argument(index)),
    "codePointAt(Integer)": (self: string, index: number | null) => {
      charCode(self, argument(index));
      return self.codePointAt(argument(index)) ?? null;
    },
    "codePointBefore(Integer)": (self: string, index: number | null) => codePointBefore(self, argument(index)),
    "codePointCount(Integer,Integer)": (self: string, from: number | null, to: number | null) =>
      [...range(self, argument(from), argument(to, 2))].length,
    "compareTo(String)": (self: string, other: Text) => compareText(self, argument(other)),
    "equals(Object)": (self: string, other: ApexValue) => apexEquals(self, other),
    "equalsIgnoreCase(String)": (self: string, other: Text) => other !== null && self.toLowerCase() === other.toLowerCase(),
    "getChars()": (self: string) => new ApexList("List<Integer>", Array.from(self, (_, at) => self.charCodeAt(at)).slice(0, self.length)),
    "hashCode()": (self: string) => textHash(self),
    "left(Integer)": (self: string, length: number | null) => self.slice(0, Math.max(0, argument(length))),
    "length()": (self: string) => self.length,
    "mid(Integer,Integer)": (self: string, start: number | null, length: number | null) => mid(self, argument(start), argument(length, 2)),
    "offsetByCodePoints(Integer,Integer)": (self: string, index: number | null, offset: number | null) =>
      offsetByCodePoints(self, argument(index), argument(offset, 2)),
    "right(Integer)": (self: string, length: number | null) =>
      self.slice(self.length - Math.min(self.length, Math.max(0, argument(length)))),
    "substring(Integer)": (self: string, start: number | null) => substring(self, argument(start), self.length),
    "substring(Integer,Integer)": (self: string, start: number | null, end: number | null) =>
      substring(self, argument(start), argument(end, 2)),
    "substringAfter(String)": (self: string, separator: Text) => after(self, separator, self.indexOf(separator ?? "")),
    "substringAfterLast(String)": (self: string, separator: Text) =>
      isEmpty(separator) ? "" : after(self, separator, self.lastIndexOf(separator ?? "")),
    "substringBefore(String)": (self: string, separator: Text) => before(self, separator === null ? -1 : self.indexOf(separator)),
    "substringBeforeLast(String)": (self: string, separator: Text) =>
      isEmpty(separator) ? self : before(self, self.lastIndexOf(separator ?? "")),
    "substringBetween(String)": (self: string, tag: Text) => between(self, tag, tag),
    "substringBetween(String,String)": between,
  },
});

/** UTF-16 order as Java's `compareTo`: the difference of the first differing characters, else of the lengths. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function join(items: ApexValue, separator: string): string {
  if (items instanceof ApexList || items instanceof ApexSet) return convertedItems(items, "List<Object>").map(elementText).join(separator);
  throwApex("System.TypeException", "Invalid argument: String.join needs a List or Set");
}

function elementText(item: ApexValue): string {
  return item === null ? "" : toText(item);
}

function commonPrefix(texts: readonly ApexValue[]): string {
  const [first = "", ...rest] = texts.map((text) => (typeof text === "string" ? text : ""));
  let length = first.length;
  for (const text of rest) {
    let same = 0;
    while (same < length && text[same] === first[same]) same++;
    length = same;
  }
  return first.slice(0, length);
}

function charCode(text: string, index: number): number {
  if (index < 0 || index >= text.length) throwApex("System.StringException", `String index out of bounds: ${index}`);
  return text.charCodeAt(index);
}

function codePointBefore(text: string, index: number): number {
  if (index < 1 || index > text.length) throwApex("System.StringException", `String index out of bounds: ${index}`);
  const low = text.charCodeAt(index - 1);
  const pair = index > 1 && low >= 0xdc00 && low <= 0xdfff ? text.codePointAt(index - 2) : undefined;
  return pair !== undefined && pair > 0xffff ? pair : low;
}

function range(text: string, from: number, to: number): string {
  if (from < 0 || to > text.length || from > to) throwApex("System.StringException", `String index out of bounds: ${from}, ${to}`);
  return text.slice(from, to);
}

function mid(text: string, start: number, length: number): string {
  if (length < 0 || start > text.length) return "";
  const from = Math.max(0, start);
  return text.slice(from, from + length);
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  if (index < 0 || index > text.length) throwApex("System.StringException", `String index out of bounds: ${index}`);
  let at = index;
  for (let left = Math.abs(offset); left > 0; left--) {
    if (offset > 0 ? at >= text.length : at <= 0) throwApex("System.StringException", `String index out of bounds: ${index}`);
    if (offset > 0) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else at -= codePointBefore(text, at) > 0xffff ? 2 : 1;
  }
  return at;
}

function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length) throwApex("System.StringException", `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length) throwApex("System.StringException", `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function after(text: string, separator: Text, at: number): string {
  return separator === null || at < 0 ? "" : text.slice(at + separator.length);
}

function before(text: string, at: number): string {
  return at < 0 ? text : text.slice(0, at);
}

function between(text: string, open: Text, close: Text): Text {
  if (open === null || close === null) return null;
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}
