/** Hash codes, equal for values that `apexEquals` takes for equal. Text hashes as in Java. */
import { ApexBlob } from "./blob.ts";
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { EnumValue } from "./enum-value.ts";
import { PlatformObject } from "./platform-object.ts";
import { SObjectRecord } from "./sobject.ts";
import { callBridge } from "./user-object.ts";
import type { ApexValue } from "./values.ts";

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** `String.hashCode()`. */
export function textHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** A 32-bit hash of any value. */
export function hashOf(value: ApexValue): number {
  switch (typeof value) {
    case "string":
      return textHash(value);
    case "number":
      return Number.isInteger(value) ? value | 0 : numberHash(value);
    case "boolean":
      return value ? 1231 : 1237;
    case "bigint":
      return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    default:
      return value === null ? 0 : objectHash(value);
  }
}

function numberHash(value: number): number {
  return Number.isInteger(value) ? value | 0 : textHash(String(value));
}

function objectHash(value: Exclude<ApexValue, string | number | boolean | bigint | null>): number {
  if (value instanceof ApexDouble) return numberHash(value.value);
  if (value instanceof Decimal) return numberHash(value.toNumber());
  if (value instanceof ApexDate) return numberHash(value.days * DAY_MILLIS);
  // Equal Datetimes may differ in their milliseconds.
  if (value instanceof ApexDatetime) return numberHash(Math.floor(value.millis / 1000) * 1000);
  if (value instanceof ApexTime) return numberHash(value.millis);
  if (value instanceof ApexBlob) return value.bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 1);
  if (value instanceof ApexList) return value.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashOf(item)) | 0, 1);
  if (value instanceof ApexSet) return sum(value, hashOf);
  if (value instanceof ApexMap) return sum(value.entries(), ([key, item]) => hashOf(key) ^ hashOf(item));
  if (value instanceof EnumValue) return textHash(value.name);
  if (value instanceof SObjectRecord) return recordHash(value);
  if (value instanceof PlatformObject) return value.apexHashCode() ?? identityHash(value);
  const own = callBridge(value, "hashCode");
  return typeof own === "number" ? own : identityHash(value);
}

function sum<T>(items: Iterable<T>, hash: (item: T) => number): number {
  let total = 0;
  for (const item of items) total = (total + hash(item)) | 0;
  return total;
}

function recordHash(record: SObjectRecord): number {
  const set = [...record.values].filter(([, value]) => value !== null);
  return textHash(record.schema.name) ^ sum(set, ([field, value]) => textHash(field) ^ hashOf(value));
}

/** Differs between objects; stays for the life of one. */
export function identityHash(value: object): number {
  let hash = identities.get(value);
  if (hash === undefined) {
    hash = Math.imul(nextIdentity++, 0x9e3779b1) & 0x7fffffff;
    identities.set(value, hash);
  }
  return hash;
}
