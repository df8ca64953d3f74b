import type { FieldSchema } from "../schema/schema.ts";

const PLAIN: Readonly<Partial<Record<FieldSchema["type"], string>>> = {
  boolean: "Checkbox",
  date: "Date",
  datetime: "Date/Time",
  time: "Time",
  email: "Email",
  phone: "Phone",
  picklist: "Picklist",
  combobox: "Picklist",
  multipicklist: "Picklist (Multi-Select)",
  address: "Address",
  location: "Geolocation",
  base64: "Base64",
  id: "Lookup()",
};

/** The type as Setup and FieldDefinition.DataType write it: `Text(80)`, `Lookup(Account)`, `Formula (Checkbox)`. */
export function dataTypeOf(field: FieldSchema): string {
  if (field.isAutoNumber) return "Auto Number";
  if (field.isSummary) return "Roll-Up Summary";
  const { type, length, precision, scale } = field;
  const plain = PLAIN[type];
  const digits = `(${Math.max(0, precision - scale)}, ${scale})`;
  if (field.formula !== null) return `Formula (${plain ?? nameOf(field)})`;
  if (plain !== undefined) return plain;
  if (type === "reference") return `${field.isMasterDetail ? "Master-Detail" : "Lookup"}(${field.referenceTo.join(",")})`;
  const name = nameOf(field);
  return ["Number", "Currency", "Percent"].includes(name) ? `${name}${digits}` : `${name}(${length})`;
}

function nameOf({ type, length }: FieldSchema): string {
  switch (type) {
    case "int":
    case "long":
    case "double":
      return "Number";
    case "currency":
      return "Currency";
    case "percent":
      return "Percent";
    case "url":
      return "URL";
    case "textarea":
      return length > 255 ? "Long Text Area" : "Text Area";
    default:
      return "Text";
  }
}
