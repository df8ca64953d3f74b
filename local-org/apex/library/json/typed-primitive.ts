/** JSON scalars as values of primitive types. Text is read as a number, date or Boolean where one is wanted, numbers as text likewise. */
import { exactRecordId } from "../../../data/store/record-id.ts";
import { ApexBlob } from "../../runtime/blob.ts";
import { parseIsoDate, parseIsoInstant } from "../../runtime/date-parse.ts";
import { ApexDatetime, ApexTime } from "../../runtime/date-time.ts";
import { Decimal } from "../../runtime/decimal.ts";
import { throwApex } from "../../runtime/exceptions.ts";
import type { ApexValue } from "../../runtime/values.ts";
import type { JsonReader } from "./json-reader.ts";

const PRIMITIVES = new Set(["Blob", "Boolean", "Date", "Datetime", "Decimal", "Double", "Id", "Integer", "Long", "String", "Time"]);

export function isPrimitiveType(type: string): boolean {
  return PRIMITIVES.has(type);
}

/** At a scalar token. Throws System.JSONException when the token has no such value. */
export function readPrimitive(reader: JsonReader, type: string): ApexValue {
  if (reader.kind === "START_OBJECT" || reader.kind === "START_ARRAY") illegal();
  const isNumber = reader.kind === "VALUE_NUMBER_INT" || reader.kind === "VALUE_NUMBER_FLOAT";
  if (isNumber && type === "Datetime") return new ApexDatetime(Number(reader.text));
  return primitiveFromText(reader.text, type);
}

export function primitiveFromText(text: string, type: string): ApexValue {
  switch (type) {
    case "String":
      return text;
    case "Boolean":
      return text.toLowerCase() === "true" ? true : text.toLowerCase() === "false" ? false : illegal();
    case "Integer":
      return Number(whole(text, 32));
    case "Long":
      return whole(text, 64);
    case "Double":
      return (Decimal.parse(text) ?? illegal()).toNumber();
    case "Decimal":
      return Decimal.parse(text) ?? illegal();
    case "Id":
      return exactRecordId(text) ?? throwApex("System.JSONException", `Invalid id value: ${text}`);
    case "Date":
      return parseIsoDate(text.replace(/T.*$/, "")) ?? invalidFormat(text);
    case "Datetime":
      return new ApexDatetime(parseIsoInstant(text) ?? invalidFormat(text));
    case "Time":
      return timeOf(text);
    case "Blob":
      return new ApexBlob(Buffer.from(text, "base64"));
    default:
      return illegal();
  }
}

function whole(text: string, bits: 32 | 64): bigint {
  if (!/^[+-]?\d+$/.test(text)) illegal();
  const value = BigInt(text.replace("+", ""));
  return BigInt.asIntN(bits, value) === value ? value : illegal();
}

function timeOf(text: string): ApexTime {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?Z?$/.exec(text);
  if (match === null) invalidFormat(text);
  const [, hour, minute, second = "0", fraction = "0"] = match;
  return ApexTime.of(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, "0")));
}

function illegal(): never {
  throwApex("System.JSONException", "Illegal value for primitive");
}

function invalidFormat(text: string): never {
  throwApex("System.JSONException", `Invalid format: "${text}"`);
}
