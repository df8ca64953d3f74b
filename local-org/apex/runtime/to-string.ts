/** Text of values: `String.valueOf`, concatenation, `System.debug`. */
import { ApexBlob } from "./blob.ts";
import { ClassRef } from "./class-ref.ts";
import type { FieldMeta } from "./class-meta.ts";
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { ApexDate, ApexDatetime, ApexTime } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble, boxElement, doubleToString } from "./double.ts";
import { findClass, userTimeZone } from "./environment.ts";
import { EnumValue } from "./enum-value.ts";
import { ApexException } from "./exceptions.ts";
import { PlatformObject } from "./platform-object.ts";
import { SObjectRecord } from "./sobject.ts";
import { wallClock } from "./time-zone.ts";
import { typeArguments } from "./type-name.ts";
import { callBridge, isStub, type UserObject } from "./user-object.ts";
import type { ApexValue, ObjectValue } from "./values.ts";

/** Elements that the text of a collection shows before it says `...`. */
const SHOWN_ELEMENTS = 10;

/** `String.valueOf(Object)`: dates without time, Datetimes in the user's zone; everything else as in a concatenation. Null: null. */
export function valueOfText(value: ApexValue): string | null {
  if (value === null) return null;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return datetimeText(value, userTimeZone());
  return toText(value);
}

/** The text in a concatenation or `System.debug`: null is `null`, Datetimes in GMT, dates with a time. */
export function toText(value: ApexValue): string {
  return textOf(value, []);
}

/** `2020-01-31 10:00:00` on the wall clock of a zone. */
export function datetimeText(value: ApexDatetime, zone: string): string {
  const local = wallClock(value.millis, zone);
  const pad = (part: number): string => String(part).padStart(2, "0");
  const date = `${String(local.year).padStart(4, "0")}-${pad(local.month)}-${pad(local.day)}`;
  return `${date} ${pad(local.hour)}:${pad(local.minute)}:${pad(local.second)}`;
}

function textOf(value: ApexValue, outer: readonly ApexValue[]): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return objectText(value, outer);
  return String(value);
}

function objectText(value: ObjectValue, outer: readonly ApexValue[]): string {
  if (value instanceof Decimal) return value.toString();
  if (value instanceof ApexDouble) return doubleToString(value.value);
  if (value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
  if (value instanceof ApexDatetime) return datetimeText(value, "GMT");
  if (value instanceof ApexTime) return value.toIso();
  if (value instanceof ApexBlob) return `Blob[${value.bytes.length}]`;
  if (value instanceof EnumValue) return value.name;
  if (value instanceof ClassRef) return value.name;
  if (outer.includes(value)) return "(already output)";
  const inner = [...outer, value];
  if (value instanceof ApexList) return `(${elements(value.items, value.type, inner)})`;
  if (value instanceof ApexSet) return `{${elements(value.toArray().sort(compareKeys), value.type, inner)}}`;
  if (value instanceof ApexMap) return `{${entriesText(value, inner)}}`;
  if (value instanceof SObjectRecord) return recordText(value, inner);
  if (value instanceof PlatformObject) return value.apexToString();
  const own = callBridge(value, "toString");
  if (own !== undefined) return own === null ? "null" : textOf(own, inner);
  if (value instanceof ApexException) return `${value.typeName}: ${value.shownMessage}`;
  return userObjectText(value, inner);
}

function elements(items: readonly ApexValue[], type: string, outer: readonly ApexValue[]): string {
  const [elementType] = typeArguments(type);
  const shown = items.slice(0, SHOWN_ELEMENTS).map((item) => textOf(boxElement(item, elementType), outer));
  return [...shown, ...(items.length > SHOWN_ELEMENTS ? ["..."] : [])].join(", ");
}

function entriesText(map: ApexMap, outer: readonly ApexValue[]): string {
  const [keyType, valueType] = typeArguments(map.type);
  const entries = [...map.entries()].sort(([left], [right]) => compareKeys(left, right));
  const text = (value: ApexValue, type: string | undefined): string => textOf(boxElement(value, type), outer);
  const shown = entries.slice(0, SHOWN_ELEMENTS).map(([key, value]) => `${text(key, keyType)}=${text(value, valueType)}`);
  return [...shown, ...(entries.length > SHOWN_ELEMENTS ? ["..."] : [])].join(", ");
}

/** Texts of sets and maps are sorted, whatever order they are walked through in. Keys without an order stay as they are. */
function compareKeys(left: ApexValue, right: ApexValue): number {
  if (left === right || left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (left instanceof Decimal && right instanceof Decimal) return left.compare(right);
  const [a, b] = [orderKey(left), orderKey(right)];
  return a === null || b === null || typeof a !== typeof b ? 0 : a < b ? -1 : a > b ? 1 : 0;
}

function orderKey(key: Exclude<ApexValue, null>): string | number | bigint | null {
  if (typeof key === "string" || typeof key === "number" || typeof key === "bigint") return key;
  if (key instanceof ApexDate) return key.days;
  if (key instanceof ApexDatetime || key instanceof ApexTime) return key.millis;
  return key instanceof EnumValue ? key.name : null;
}

function recordText(record: SObjectRecord, outer: readonly ApexValue[]): string {
  const fields = [...record.values].map(([field, value]) => `${field}=${textOf(value, outer)}`);
  return `${record.schema.name}:{${fields.join(", ")}}`;
}

function userObjectText(value: UserObject, outer: readonly ApexValue[]): string {
  const fields = sortedFields(value).flatMap((field) => {
    const stored = storedValue(value, field);
    return stored === undefined ? [] : [`${field.name}=${textOf(stored, outer)}`];
  });
  return `${shownClassName(value)}:[${fields.join(", ")}]`;
}

/** Of `Test.createStub`'s objects the platform shows the class that it made for them. */
function shownClassName(value: UserObject): string {
  const name = value.$meta.name.split(".").at(-1) ?? "";
  return isStub(value) ? `${name}__sfdc_ApexStub` : name;
}

/** Instance fields of the object's class and its super classes, outermost super class first. */
export function instanceFields(value: { readonly $meta: UserObject["$meta"] }): FieldMeta[] {
  const own = value.$meta.fields.filter((field) => !field.isStatic);
  const parent = value.$meta.superClass === null ? undefined : findClass(value.$meta.superClass);
  return parent === undefined ? own : [...instanceFields({ $meta: parent }), ...own];
}

/** As `instanceFields`, by name: the platform shows fields in that order, and in the opposite one in JSON. */
export function sortedFields(value: { readonly $meta: UserObject["$meta"] }): FieldMeta[] {
  const key = (field: FieldMeta): string => field.name.toLowerCase();
  return instanceFields(value).sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}

/** What the field holds, a Double boxed; undefined for a property without storage. */
export function storedValue(target: object, field: FieldMeta): ApexValue | undefined {
  if (field.storage === null) return undefined;
  const value = Reflect.get(target, field.storage) as ApexValue | undefined;
  if (value === undefined) return null;
  return field.type === "Double" && typeof value === "number" ? new ApexDouble(value) : value;
}
