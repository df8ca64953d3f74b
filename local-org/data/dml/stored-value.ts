/** What a field keeps of a value that is written to it: trimmed, rounded, checked against length, range and picklist. */
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { badPicklistValue, invalidEmail, numberOutOfRange, stringTooLong, wrongType, type DmlError } from "./dml-error.ts";
import { toText } from "../../apex/runtime/to-string.ts";

/** Gives the value as stored; adds to `errors` when it cannot be stored. `truncate`: cut long text instead of refusing it. */
export type Normalizer = (value: ApexValue, errors: DmlError[], truncate: boolean) => ApexValue;

const MAX_STORED_SCALE = 24;

const EMAIL = /^[^@\s,;<>()[\]\\]+@[^@\s.,;<>()[\]\\]+(\.[^@\s.,;<>()[\]\\]+)+$/;

/** The normalizer of a field; made once per field. */
export function normalizerOf(field: FieldSchema): Normalizer {
  switch (field.type) {
    case "string":
    case "textarea":
    case "phone":
    case "url":
    case "encryptedstring":
    case "combobox":
      return (value, errors, truncate) => text(field, value, errors, truncate);
    case "email":
      return (value, errors, truncate) => {
        const stored = text(field, value, errors, truncate);
        if (typeof stored === "string" && !EMAIL.test(stored)) errors.push(invalidEmail(field, stored));
        return stored;
      };
    case "picklist":
      return picklist(field);
    case "multipicklist":
      return multiPicklist(field);
    case "boolean":
      return (value, errors) => {
        if (typeof value === "boolean") return value;
        errors.push(wrongType(field, value === null ? "" : toText(value)));
        return false;
      };
    case "int":
      return (value, errors) => {
        const number = toDecimal(value);
        if (number === null) return value === null ? null : refuse(field, value, errors);
        return number.setScale(0, "HALF_UP").toNumber();
      };
    case "long":
      return (value, errors) => {
        const number = toDecimal(value);
        if (number === null) return value === null ? null : refuse(field, value, errors);
        return field.apexType === "Long" ? number.toBigInt("HALF_UP") : number.setScale(0, "HALF_UP").toNumber();
      };
    case "double":
    case "currency":
    case "percent":
      return (value, errors) => decimal(field, value, errors);
    case "date":
      return (value, errors) => {
        if (value === null || value instanceof ApexDate) return value;
        if (value instanceof ApexDatetime) return new ApexDate(Math.floor(value.millis / 86_400_000));
        return refuse(field, value, errors);
      };
    case "datetime":
      return (value, errors) => {
        if (value === null) return null;
        if (value instanceof ApexDatetime) return wholeSeconds(value);
        if (value instanceof ApexDate) return new ApexDatetime(value.days * 86_400_000);
        return refuse(field, value, errors);
      };
    case "base64":
      return (value, errors) => (value === null || value instanceof ApexBlob ? value : refuse(field, value, errors));
    default:
      return (value) => (value === "" ? null : value);
  }
}

function refuse(field: FieldSchema, value: ApexValue, errors: DmlError[]): null {
  errors.push(wrongType(field, toText(value)));
  return null;
}

function text(field: FieldSchema, value: ApexValue, errors: DmlError[], truncate: boolean): ApexValue {
  if (value === null) return null;
  if (typeof value !== "string") return refuse(field, value, errors);
  const stored = value.trim();
  if (stored === "") return null;
  if (field.length > 0 && stored.length > field.length) {
    if (truncate) return stored.slice(0, field.length);
    errors.push(stringTooLong(field, stored));
  }
  return stored;
}

function picklist(field: FieldSchema): Normalizer {
  const allowed = picklistValues(field);
  return (value, errors, truncate) => {
    const stored = text(field, value, errors, truncate);
    if (typeof stored !== "string" || allowed === null) return stored;
    const canonical = allowed.get(stored.toLowerCase());
    if (canonical === undefined) errors.push(badPicklistValue(field, stored));
    return canonical ?? stored;
  };
}

function multiPicklist(field: FieldSchema): Normalizer {
  const allowed = picklistValues(field);
  return (value, errors) => {
    if (value === null) return null;
    if (typeof value !== "string") return refuse(field, value, errors);
    const parts = value
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const unknown = allowed === null ? undefined : parts.find((part) => !allowed.has(part.toLowerCase()));
    if (unknown !== undefined) errors.push(badPicklistValue(field, unknown));
    return parts.length === 0 ? null : parts.join(";");
  };
}

/** Active values by lower-case value when the picklist is restricted; null when anything goes (or the values are not known). */
function picklistValues(field: FieldSchema): ReadonlyMap<string, string> | null {
  if (!field.restrictedPicklist || field.picklistValues.length === 0) return null;
  return new Map(field.picklistValues.filter((value) => value.active).map(({ value }) => [value.toLowerCase(), value]));
}

function decimal(field: FieldSchema, value: ApexValue, errors: DmlError[]): ApexValue {
  const given = toDecimal(value);
  if (given === null) return value === null ? null : refuse(field, value, errors);
  const stored = storedScale(given, field.scale);
  if (field.precision > 0 && stored.precision - stored.scale > field.precision - field.scale && stored.sign !== 0) {
    errors.push(numberOutOfRange(field, given.toPlainString()));
  }
  return stored;
}

/**
 * A field keeps the decimal places it is given, up to 24: its own scale rounds only what a page shows (Salesforce Help 000387302).
 * Fewer places fill up to the field's scale.
 */
function storedScale(given: Decimal, fieldScale: number): Decimal {
  if (given.scale <= fieldScale) return given.setScale(fieldScale, "HALF_UP");
  const kept = given.scale > MAX_STORED_SCALE ? given.setScale(MAX_STORED_SCALE, "HALF_UP") : given;
  const significant = kept.stripTrailingZeros();
  return significant.scale < fieldScale ? significant.setScale(fieldScale, "HALF_UP") : significant;
}

function toDecimal(value: ApexValue): Decimal | null {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (typeof value === "bigint") return Decimal.ofLong(value);
  if (typeof value === "number") return Number.isInteger(value) ? Decimal.ofInteger(value) : Decimal.ofDouble(value);
  return null;
}

/** Fields keep times to the second. */
function wholeSeconds(value: ApexDatetime): ApexDatetime {
  return value.millis % 1000 === 0 ? value : new ApexDatetime(Math.floor(value.millis / 1000) * 1000);
}

/** True when two stored values of one field are the same. */
export function sameValue(left: ApexValue, right: ApexValue): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (left instanceof Decimal && right instanceof Decimal) return left.equals(right) || left.compare(right) === 0;
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days === right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.millis === right.millis;
  if (left instanceof ApexBlob && right instanceof ApexBlob) return left.equals(right);
  return false;
}
