/** Questions about the run-time type of a value: `instanceof`, casts, and the names that messages show. */
import { exactRecordId } from "../../data/store/record-id.ts";
import { loadCatalog } from "../catalog/catalog.ts";
import { ApexBlob } from "./blob.ts";
import { ClassRef } from "./class-ref.ts";
import type { ClassMeta } from "./class-meta.ts";
import { ApexList, ApexMap, ApexSet } from "./collections.ts";
import { ApexDate, ApexDatetime, ApexTime, DAY_MILLIS } from "./date-time.ts";
import { Decimal } from "./decimal.ts";
import { ApexDouble } from "./double.ts";
import { EnumValue } from "./enum-value.ts";
import { findClass, findObject } from "./environment.ts";
import { ApexException, throwApex } from "./exceptions.ts";
import { PlatformObject } from "./platform-object.ts";
import { SObjectRecord } from "./sobject.ts";
import { typeArguments } from "./type-name.ts";
import type { ApexValue } from "./values.ts";

/** Canonical name of a value's run-time type. A text is a String: nothing tells an Id from a String at run time. */
export function runtimeTypeName(value: Exclude<ApexValue, null>): string {
  if (typeof value !== "object") return primitiveName(value);
  if (value instanceof SObjectRecord) return value.schema.name;
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap) return value.type;
  if (value instanceof ApexException) return value.typeName;
  if (value instanceof PlatformObject) return value.apexType;
  if (value instanceof EnumValue) return value.type;
  if (value instanceof Decimal) return "Decimal";
  if (value instanceof ApexDouble) return "Double";
  if (value instanceof ApexDate) return "Date";
  if (value instanceof ApexDatetime) return "Datetime";
  if (value instanceof ApexTime) return "Time";
  if (value instanceof ApexBlob) return "Blob";
  if (value instanceof ClassRef) return "System.Type";
  return value.$meta.name;
}

function primitiveName(value: string | number | bigint | boolean): string {
  switch (typeof value) {
    case "string":
      return "String";
    case "number":
      return "Integer";
    case "bigint":
      return "Long";
    default:
      return "Boolean";
  }
}

/** `value instanceof type`; false for null. */
export function instanceOf(value: ApexValue, type: string): boolean {
  if (value === null) return false;
  if (type === "Object") return true;
  if (typeof value === "string") return type === "String" || (type === "Id" && value.length === 18 && exactRecordId(value) !== null);
  const name = runtimeTypeName(value);
  return WIDER_TYPES[name]?.includes(type) === true || isSubtype(name, type);
}

/** Types that a primitive value converts to without loss count as its types: `Object o = 9; o instanceof Decimal` is true. */
const WIDER_TYPES: Readonly<Record<string, readonly string[]>> = {
  Integer: ["Long", "Double", "Decimal"],
  Long: ["Double", "Decimal"],
  Double: ["Decimal"],
  Decimal: ["Double"],
  Date: ["Datetime"],
};

const subtypeAnswers = new Map<string, boolean>();

/** Whether every value of type `name` is one of type `of`; canonical names. */
export function isSubtype(name: string, of: string): boolean {
  if (name === of || of === "Object") return true;
  // A class of the project may have the name of an object.
  if (of === "SObject" && findObject(name) !== undefined) return true;
  if (findClass(base(name)) !== undefined) return userTypeIs(base(name), of);
  // Only answers about the platform may be kept: the project's classes change with the program.
  const key = `${name} ${of}`;
  let answer = subtypeAnswers.get(key);
  if (answer === undefined) {
    answer = platformTypeIs(name, of);
    if (!mentionsProject(name) && !mentionsProject(of)) subtypeAnswers.set(key, answer);
  }
  return answer;
}

function mentionsProject(name: string): boolean {
  return name.split(/[<>,]/).some((part) => part !== "" && findClass(part) !== undefined);
}

function userTypeIs(name: string, of: string): boolean {
  for (let meta: ClassMeta | undefined = findClass(name); meta !== undefined;) {
    if (meta.name === of || meta.interfaces.some((one) => sameInterface(one, of))) return true;
    if (meta.superClass === null) return false;
    const parent = findClass(meta.superClass);
    if (parent === undefined) return isSubtype(meta.superClass, of);
    meta = parent;
  }
  return false;
}

/** An interface with arguments also is the one without (`Database.Batchable`); its arguments may be narrower. */
function sameInterface(name: string, of: string): boolean {
  if (name === of) return true;
  if (base(name) !== base(of))
    return loadCatalog().class(base(name)) !== undefined && findClass(base(name)) === undefined && platformTypeIs(name, of);
  return argumentsAreSubtypes(name, of);
}

function platformTypeIs(name: string, of: string): boolean {
  const nameBase = base(name);
  if (nameBase === base(of)) return argumentsAreSubtypes(name, of);
  if (of === "SObject") return findObject(name) !== undefined;
  if (of.startsWith("System.Iterable") && (nameBase === "List" || nameBase === "Set")) return argumentsAreSubtypes(name, of);
  const declared = loadCatalog().class(nameBase);
  if (declared === undefined) return false;
  if (of === "System.Exception" && nameBase.endsWith("Exception")) return true;
  return loadCatalog()
    .superTypes(declared)
    .some((superType) => superType === of || base(superType) === of);
}

/** Collections of SObject pass as collections of any concrete sObject, as on the platform. */
function argumentsAreSubtypes(name: string, of: string): boolean {
  const wanted = typeArguments(of);
  const given = typeArguments(name);
  const fits = (from: string, to: string): boolean => isSubtype(from, to) || (from === "SObject" && findObject(to) !== undefined);
  return wanted.length === 0 || given.length === 0 || wanted.every((type, at) => fits(given[at] ?? "Object", type));
}

function base(name: string): string {
  const bracket = name.indexOf("<");
  return bracket < 0 ? name : name.slice(0, bracket);
}

/** The value as that type. Throws System.TypeException when it is of another. Numbers widen; texts and ids convert. */
export function cast(value: ApexValue, type: string): ApexValue {
  if (value === null) return null;
  return widened(value, type) ?? (instanceOf(value, type) ? value : invalidConversion(value, type));
}

export function invalidConversion(value: Exclude<ApexValue, null>, type: string): never {
  throwApex(
    "System.TypeException",
    `Invalid conversion from runtime type ${shownTypeName(runtimeTypeName(value))} to ${shownTypeName(type)}`,
  );
}

/** As messages show it: platform classes without `System`. */
function shownTypeName(name: string): string {
  return name.replaceAll(/\bSystem\./g, "");
}

function widened(value: Exclude<ApexValue, null>, type: string): ApexValue | undefined {
  switch (type) {
    case "Long":
      return typeof value === "number" ? BigInt(value) : undefined;
    case "Double":
      if (typeof value === "number" || typeof value === "bigint") return new ApexDouble(Number(value));
      return value instanceof Decimal ? new ApexDouble(value.toNumber()) : undefined;
    case "Decimal":
      if (typeof value === "number") return Decimal.ofInteger(value);
      if (typeof value === "bigint") return Decimal.ofLong(value);
      return value instanceof ApexDouble ? Decimal.ofDouble(value.value) : undefined;
    case "Datetime":
      return value instanceof ApexDate ? new ApexDatetime(value.days * DAY_MILLIS) : undefined;
    case "Id":
      return typeof value === "string" ? (exactRecordId(value) ?? throwApex("System.StringException", `Invalid id: ${value}`)) : undefined;
    default:
      return undefined;
  }
}
