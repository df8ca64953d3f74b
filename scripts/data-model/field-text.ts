import { child, descendants } from "../checks/xml-tree.ts";
import type { XmlElement } from "../checks/xml-tree.ts";

/** A field's type as readers name it: `Text(80)`, `Lookup(Contact)`, `Picklist: Call, SMS`. `field` is a CustomField element. */
export function typeText(field: XmlElement): string {
  const type = text(field, "type");
  const length = text(field, "length");
  const values = descendants(field, "valueSet/valueSetDefinition/value/fullName").map((value) => value.text);
  const shown = text(field, "formula") === "" ? type : `Formula (${type})`;
  if (values.length > 0) return `${shown}: ${values.join(", ")}`;
  if (type === "Lookup" || type === "MasterDetail") return `${shown}(${text(field, "referenceTo")})`;
  if (length !== "") return `${shown}(${length})`;
  const precision = text(field, "precision");
  return precision === "" ? shown : `${shown}(${precision}, ${text(field, "scale")})`;
}

/** What is special about a field's values: `required, unique, external id`; empty for an ordinary field. */
export function keyWords(field: XmlElement): string {
  return [
    text(field, "required") === "true" || text(field, "type") === "MasterDetail" ? "required" : "",
    text(field, "unique") === "true" ? "unique" : "",
    text(field, "externalId") === "true" ? "external id" : "",
  ]
    .filter((word) => word !== "")
    .join(", ");
}

function text(element: XmlElement, name: string): string {
  return child(element, name)?.text ?? "";
}
