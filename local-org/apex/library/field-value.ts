/** Values on their way into a record's field when the types are only known at run time (`SObject.put`). */
import type { FieldSchema } from "../../data/schema/schema.ts";
import { exactRecordId } from "../../data/store/record-id.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { runtimeTypeName } from "../runtime/type-test.ts";
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime, Decimal, type ApexValue } from "../runtime/values.ts";

/** The value as the field holds it. Throws System.SObjectException when it is of another type. */
export function toFieldValue(field: FieldSchema, value: ApexValue): ApexValue {
  if (value === null) return null;
  const converted = convert(field.apexType, value);
  if (converted !== undefined) return converted;
  throwApex("System.SObjectException", `Illegal assignment from ${runtimeTypeName(value)} to ${field.apexType}`);
}

function convert(apexType: string, value: Exclude<ApexValue, null>): ApexValue | undefined {
  switch (apexType) {
    case "String":
      return typeof value === "string" ? value : undefined;
    case "Id":
      // Whether the text is an id shows when the record is saved.
      return typeof value === "string" ? (exactRecordId(value) ?? value) : undefined;
    case "Boolean":
      return typeof value === "boolean" ? value : undefined;
    case "Integer":
      return typeof value === "number" ? value : undefined;
    case "Long":
      return typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : undefined;
    case "Decimal":
    case "Double":
      return toDecimal(value);
    case "Date":
      return value instanceof ApexDate ? value : undefined;
    case "Datetime":
      if (value instanceof ApexDate) return new ApexDatetime(value.days * MILLIS_PER_DAY);
      return value instanceof ApexDatetime ? value : undefined;
    case "Time":
      return value instanceof ApexTime ? value : undefined;
    case "Blob":
      return value instanceof ApexBlob ? value : undefined;
    default:
      return value;
  }
}

const MILLIS_PER_DAY = 86_400_000;

function toDecimal(value: Exclude<ApexValue, null>): Decimal | undefined {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (typeof value === "number") return Decimal.ofInteger(value);
  return typeof value === "bigint" ? Decimal.ofLong(value) : undefined;
}
