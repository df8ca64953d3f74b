/** Equality of values whose static type does not decide it: `==` on objects, `equals`, assertions, keys, `contains`. */
import { ApexBlob } from "./blob.ts";
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { EnumValue } from "./enum-value.ts";
import { PlatformObject } from "./platform-object.ts";
import { SObjectRecord } from "./sobject.ts";
import { callBridge } from "./user-object.ts";
import type { ApexValue, ObjectValue } from "./values.ts";

/**
 * Structural equality: text with its case, numbers by value whatever their kind, collections and records by content,
 * objects of the project by their `equals`, else by identity.
 */
export function apexEquals(left: ApexValue, right: ApexValue): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left === "string" || typeof left === "boolean" || typeof right === "string" || typeof right === "boolean") return false;
  if (typeof left === "object" && typeof right === "object" && !isNumeric(left) && !isNumeric(right)) return objectsEqual(left, right);
  return isNumeric(left) && isNumeric(right) && numbersEqual(left, right);
}

/** `==` on two Strings: case does not matter. */
export function textEqualsIgnoreCase(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length !== right.length) return false;
  return left.toLowerCase() === right.toLowerCase();
}

/** `==` on two Ids, or an Id and a String: 15 and 18 characters may be the same id. */
export function idsEqual(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  if (left === null || right === null || left.length === right.length) return false;
  if (Math.min(left.length, right.length) !== 15 || Math.max(left.length, right.length) !== 18) return false;
  return left.slice(0, 15) === right.slice(0, 15);
}

type Numeric = number | bigint | ApexDouble | Decimal;

function isNumeric(value: ApexValue): value is Numeric {
  return typeof value === "number" || typeof value === "bigint" || value instanceof ApexDouble || value instanceof Decimal;
}

function numbersEqual(left: Numeric, right: Numeric): boolean {
  const a = left instanceof ApexDouble ? left.value : left;
  const b = right instanceof ApexDouble ? right.value : right;
  if (typeof a === "number" && typeof b === "number") return a === b;
  if ((typeof a === "number" && !Number.isFinite(a)) || (typeof b === "number" && !Number.isFinite(b))) return false;
  return toDecimal(a).equals(toDecimal(b));
}

function toDecimal(value: number | bigint | Decimal): Decimal {
  if (value instanceof Decimal) return value;
  return typeof value === "bigint" ? Decimal.ofLong(value) : Decimal.ofDouble(value);
}

function objectsEqual(left: ObjectValue, right: ObjectValue): boolean {
  if (left instanceof ApexDate || left instanceof ApexDatetime) return instantOf(left) === instantOf(right);
  if (left instanceof ApexTime) return right instanceof ApexTime && left.millis === right.millis;
  if (left instanceof ApexBlob) return right instanceof ApexBlob && left.equals(right);
  if (left instanceof EnumValue) return right instanceof EnumValue && left.type === right.type && left.name === right.name;
  if (left instanceof ApexList) return right instanceof ApexList && listsEqual(left.items, right.items);
  if (left instanceof ApexSet) return right instanceof ApexSet && setsEqual(left, right);
  if (left instanceof ApexMap) return right instanceof ApexMap && mapsEqual(left, right);
  if (left instanceof SObjectRecord) return right instanceof SObjectRecord && recordsEqual(left, right);
  if (left instanceof PlatformObject) return left.apexEquals(right);
  return callBridge(left, "equals", right) === true;
}

/** A Date is a Datetime at midnight GMT, and equal to it. Milliseconds do not tell Datetimes apart (public test suites rely on it). */
function instantOf(value: ObjectValue): number | null {
  if (value instanceof ApexDate) return value.days * DAY_MILLIS;
  return value instanceof ApexDatetime ? Math.floor(value.millis / 1000) * 1000 : null;
}

function listsEqual(left: readonly ApexValue[], right: readonly ApexValue[]): boolean {
  return left.length === right.length && left.every((item, at) => apexEquals(item, right[at] ?? null));
}

function setsEqual(left: ApexSet, right: ApexSet): boolean {
  if (left.size !== right.size) return false;
  for (const item of left) if (!right.has(item)) return false;
  return true;
}

function mapsEqual(left: ApexMap, right: ApexMap): boolean {
  if (left.size !== right.size) return false;
  for (const [key, item] of left.entries()) if (!right.has(key) || !apexEquals(item, right.get(key))) return false;
  return true;
}

/** A field set to null counts as not set. */
function recordsEqual(left: SObjectRecord, right: SObjectRecord): boolean {
  if (left.schema.name !== right.schema.name) return false;
  return covers(left, right) && covers(right, left);
}

function covers(left: SObjectRecord, right: SObjectRecord): boolean {
  for (const [field, value] of left.values) if (!apexEquals(value, right.values.get(field) ?? null)) return false;
  for (const [name, parent] of left.parents) if (!apexEquals(parent, right.parents.get(name) ?? null)) return false;
  return true;
}
