import type { FieldType } from "../../../data/schema/schema.ts";

/** Names in Schema.DisplayType that are not the field type in capitals. */
const DISPLAY_TYPES: Readonly<Partial<Record<FieldType, string>>> = { int: "INTEGER" };

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: "ID",
  reference: "ID",
  boolean: "BOOLEAN",
  int: "INTEGER",
  long: "LONG",
  double: "DOUBLE",
  currency: "DOUBLE",
  percent: "DOUBLE",
  date: "DATE",
  datetime: "DATETIME",
  time: "TIME",
  base64: "BASE64BINARY",
  anytype: "ANYTYPE",
  address: "ADDRESS",
  location: "LOCATION",
};

/** Name of the Schema.DisplayType. */
export function displayTypeOf(type: FieldType): string {
  return DISPLAY_TYPES[type] ?? type.toUpperCase();
}

/** Name of the Schema.SoapType. */
export function soapTypeOf(type: FieldType): string {
  return SOAP_TYPES[type] ?? "STRING";
}
