import { isNameReference } from "./definition-objects.ts";
import type { FieldSchema } from "../schema/schema.ts";

/** How values of a field are compared. */
export type Category = "text" | "id" | "number" | "boolean" | "date" | "datetime" | "time" | "none";

export function categoryOf(field: FieldSchema): Category {
  const { type } = field;
  switch (type) {
    case "id":
      return "id";
    case "reference":
      return isNameReference(field) ? "text" : "id";
    case "int":
    case "long":
    case "double":
    case "currency":
    case "percent":
      return "number";
    case "boolean":
    case "date":
    case "datetime":
    case "time":
      return type;
    case "base64":
    case "address":
    case "location":
      return "none";
    default:
      return "text";
  }
}

/** The type's name in the platform's messages. */
export function typeNameOf(field: FieldSchema): string {
  const category = categoryOf(field);
  if (category === "datetime") return "dateTime";
  if (category === "number") return field.type === "int" ? "int" : "double";
  return category === "text" || category === "id" ? "string" : category;
}
