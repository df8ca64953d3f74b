import { Decimal } from "../../apex/runtime/decimal.ts";
import { parseRecordId } from "../store/record-id.ts";
import type { FormulaFunction, Thunk } from "./formula-functions.ts";
import { integer, numberOf, textOf, type FormulaValue } from "./formula-value.ts";

const text = (part: Thunk | undefined): string => textOf(part?.() ?? null);
const number = (part: Thunk | undefined): number => Math.trunc(numberOf(part?.() ?? null));

/** A function from texts to text. */
function ofText(least: number, apply: (...texts: string[]) => FormulaValue, type: FormulaFunction["type"] = "text"): FormulaFunction {
  return { least, type, apply: (parts) => apply(...parts.map(text)) };
}

function substitute(value = "", old = "", replacement = ""): string {
  return old === "" ? value : value.replaceAll(old, () => replacement);
}

/** `LPAD(text, length, pad)`: cuts when the text is longer. */
function pad(parts: readonly Thunk[], atStart: boolean): string {
  const [value, length, filler] = [text(parts[0]), Math.max(0, number(parts[1])), parts[2] === undefined ? " " : text(parts[2])];
  return atStart ? value.slice(0, length).padStart(length, filler) : value.slice(0, length).padEnd(length, filler);
}

/** 1-based; 0 when the text is not there. */
function find([wanted, value, start]: readonly Thunk[]): Decimal {
  const from = start === undefined ? 0 : Math.max(0, number(start) - 1);
  return integer(text(value).indexOf(text(wanted), from) + 1);
}

function middle([value, start, length]: readonly Thunk[]): string {
  const from = Math.max(0, number(start) - 1);
  return text(value).slice(from, from + Math.max(0, number(length)));
}

function escapeHtml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function hyperlink([url, label, target]: readonly Thunk[]): string {
  return `<a href="${escapeHtml(text(url))}" target="${target === undefined ? "_blank" : text(target)}">${escapeHtml(text(label))}</a>`;
}

function image([url, label, height, width]: readonly Thunk[]): string {
  const size = height === undefined ? "" : ` style="height:${number(height)}px; width:${number(width)}px;"`;
  return `<img src="${escapeHtml(text(url))}" alt="${escapeHtml(text(label))}"${size} border="0"/>`;
}

export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  TEXT: ofText(1, (value) => value),
  LEN: ofText(1, (value) => integer(value.length), "number"),
  UPPER: { least: 1, most: 2, type: "text", apply: ([value]) => text(value).toUpperCase() },
  LOWER: { least: 1, most: 2, type: "text", apply: ([value]) => text(value).toLowerCase() },
  TRIM: ofText(1, (value) => value.replace(/^ +| +$/g, "")),
  BEGINS: ofText(2, (value, start) => value.startsWith(start), "boolean"),
  CONTAINS: ofText(2, (value, part) => value.includes(part), "boolean"),
  SUBSTITUTE: ofText(3, substitute),
  LEFT: { least: 2, type: "text", apply: ([value, length]) => text(value).slice(0, Math.max(0, number(length))) },
  RIGHT: {
    least: 2,
    type: "text",
    apply: ([value, length]) => {
      const whole = text(value);
      return whole.slice(Math.max(0, whole.length - Math.max(0, number(length))));
    },
  },
  MID: { least: 3, type: "text", apply: middle },
  FIND: { least: 2, most: 3, type: "number", apply: find },
  LPAD: { least: 2, most: 3, type: "text", apply: (parts) => pad(parts, true) },
  RPAD: { least: 2, most: 3, type: "text", apply: (parts) => pad(parts, false) },
  VALUE: ofText(1, (value) => Decimal.parse(value.trim().replaceAll(",", "")), "number"),
  ISNUMBER: ofText(1, (value) => /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(value), "boolean"),
  BR: { least: 0, type: "text", apply: () => "_BR_ENCODED_" },
  CASESAFEID: ofText(1, (value) => parseRecordId(value) ?? value),
  HYPERLINK: { least: 2, most: 3, type: "text", apply: hyperlink },
  IMAGE: { least: 2, most: 4, type: "text", apply: image },
};
