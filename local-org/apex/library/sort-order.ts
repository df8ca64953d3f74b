/** The order of `List.sort()`. */
import { ApexDate, ApexDatetime, ApexTime } from "../runtime/date-time.ts";
import { Decimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { EnumValue } from "../runtime/enum-value.ts";
import { callFunction } from "../runtime/call-function.ts";
import { throwApex, throwNullPointer } from "../runtime/exceptions.ts";
import { SObjectRecord } from "../runtime/sobject.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { callBridge } from "../runtime/user-object.ts";
import type { ApexValue } from "../runtime/values.ts";
import { compareText } from "./string.ts";

/** Library objects that are Comparators or Comparables themselves. */
export interface NativeComparator {
  compare(left: ApexValue, right: ApexValue): number;
}

/** An object of the project that implements Comparable. */
interface ComparableObject {
  $compareto$1(other: ApexValue): ApexValue;
}

function isComparable(value: object): value is ComparableObject {
  return "$compareto$1" in value;
}

/** Sorts in place, stable, as `List.sort()`. */
export function sortNaturally(items: ApexValue[]): void {
  if (items.every((item) => typeof item === "number")) items.sort(compareNumbers);
  else if (items.every((item) => typeof item === "string")) items.sort((left, right) => (left === right ? 0 : left < right ? -1 : 1));
  else if (items.every((item) => typeof item === "object" && item !== null && isComparable(item))) items.sort(compareComparables);
  else items.sort(compareNaturally);
}

function compareNumbers(left: ApexValue, right: ApexValue): number {
  return Number(left) - Number(right);
}

function compareComparables(left: ApexValue, right: ApexValue): number {
  if (typeof left !== "object" || left === null || !isComparable(left)) return compareNaturally(left, right);
  const order = left.$compareto$1(right);
  return typeof order === "number" ? order : throwNullPointer();
}

/** Null first, then by kind: text by its characters, enums by their position, objects by `compareTo`, records field by field. */
export function compareNaturally(left: ApexValue, right: ApexValue): number {
  if (left === right) return 0;
  if (typeof left === "object" && left !== null && isComparable(left)) return compareComparables(left, right);
  if (left === null || right === null) return left === null ? -1 : 1;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "bigint" && typeof right === "bigint") return left < right ? -1 : 1;
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  return compareObjects(left, right);
}

function compareObjects(left: ApexValue, right: ApexValue): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.compare(right);
  if (left instanceof ApexDouble && right instanceof ApexDouble) return left.value - right.value;
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.millis - right.millis;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  if (left instanceof EnumValue && right instanceof EnumValue) return left.ordinal - right.ordinal;
  if (left instanceof SObjectRecord && right instanceof SObjectRecord) return compareRecords(left, right);
  if (left instanceof PlatformObject && "compareTo" in left) return Number(callFunction(left.compareTo, left, [right]));
  throwApex("System.ListException", "One or more of the items in this list is not Comparable.");
}

/** By the object's label, then the name, then the standard and then the custom fields, each in alphabetical order. */
function compareRecords(left: SObjectRecord, right: SObjectRecord): number {
  const byObject = compareText(left.schema.label, right.schema.label);
  if (byObject !== 0) return byObject;
  for (const field of sortFields(left)) {
    const order = compareFieldValues(left.values.get(field) ?? null, right.values.get(field) ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareFieldValues(left: ApexValue, right: ApexValue): number {
  return typeof left === "object" && left !== null && typeof left !== typeof right ? 1 : compareNaturally(left, right);
}

const orders = new WeakMap<SObjectRecord["schema"], readonly string[]>();

function sortFields({ schema }: SObjectRecord): readonly string[] {
  let order = orders.get(schema);
  if (order === undefined) {
    const fields = [...schema.fields.values()].filter((field) => field.type !== "id");
    const rank = (field: (typeof fields)[number]): number => (field.isNameField ? 0 : field.custom ? 2 : 1);
    order = fields.sort((a, b) => rank(a) - rank(b) || compareText(a.name, b.name)).map((field) => field.name);
    orders.set(schema, order);
  }
  return order;
}

/** The order of `sort(comparator)`; null elements are the comparator's matter. */
export function byComparator(comparator: ApexValue): (left: ApexValue, right: ApexValue) => number {
  if (isNativeComparator(comparator)) return (left, right) => comparator.compare(left, right);
  return (left, right) => {
    const order = callBridge(comparator, "compare", left, right);
    return typeof order === "number" ? order : throwNullPointer();
  };
}

function isNativeComparator(value: ApexValue): value is PlatformObject & NativeComparator {
  return value instanceof PlatformObject && "compare" in value && typeof value.compare === "function";
}
