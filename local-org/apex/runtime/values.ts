/**
 * What an Apex variable can hold at run time. Integer and Double are JavaScript numbers (a Double that is typed Object
 * or stands in a collection is an `ApexDouble`), Long is a bigint, String and Id are strings; null is null, never undefined.
 */
import { ApexBlob } from "./blob.ts";
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { ApexDate, ApexDatetime, ApexTime } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { EnumValue } from "./enum-value.ts";
import { ApexException } from "./exceptions.ts";
import { ClassRef } from "./class-ref.ts";
import { PlatformObject } from "./platform-object.ts";
import { SObjectRecord } from "./sobject.ts";
import { UserObject } from "./user-object.ts";

export { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexException, ApexList, ApexMap, ApexSet, ApexTime, ClassRef, Decimal };
export { EnumValue, PlatformObject, SObjectRecord, UserObject };

/** Values that are JavaScript primitives. */
export type PrimitiveValue = null | boolean | number | bigint | string;

/** Values that are JavaScript objects. */
export type ObjectValue =
  | ApexBlob
  | ApexDate
  | ApexDatetime
  | ApexDouble
  | ApexException
  | ApexList
  | ApexMap
  | ApexSet
  | ApexTime
  | ClassRef
  | Decimal
  | EnumValue
  | PlatformObject
  | SObjectRecord
  | UserObject;

export type ApexValue = PrimitiveValue | ObjectValue;

/** True for every object of the library, the data and the project; false for null and JavaScript primitives. */
export function isObjectValue(value: ApexValue): value is ObjectValue {
  return typeof value === "object" && value !== null;
}

/** True for what `for (x : value)` accepts without an Apex iterator. */
export function isCollection(value: ApexValue): value is ApexList | ApexSet {
  return value instanceof ApexList || value instanceof ApexSet;
}
