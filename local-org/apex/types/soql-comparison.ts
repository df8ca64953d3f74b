/** The value side of a SOQL comparison: literals and bind variables must go with the field's type. */
import type { FieldSchema, FieldType } from "../../data/schema/schema.ts";
import type { SoqlComparison, SoqlValue } from "../syntax/soql-ast.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundBind } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import { BOOLEAN, DATE, DATETIME, ERROR, ID, isNumeric, NULL, OBJECT, STRING, TIME } from "./type-model.ts";

type Family = "text" | "number" | "boolean" | "date" | "datetime" | "time" | "id" | "other";

const FAMILIES: Readonly<Partial<Record<FieldType, Family>>> = {
  id: "id",
  reference: "id",
  string: "text",
  textarea: "text",
  email: "text",
  phone: "text",
  url: "text",
  picklist: "text",
  multipicklist: "text",
  combobox: "text",
  encryptedstring: "text",
  boolean: "boolean",
  int: "number",
  long: "number",
  double: "number",
  currency: "number",
  percent: "number",
  date: "date",
  datetime: "datetime",
  time: "time",
};

export function checkComparison(ctx: MethodContext, field: FieldSchema, comparison: SoqlComparison, binds: readonly BoundBind[]): void {
  const family = FAMILIES[field.type] ?? "other";
  if (family === "other") return;
  if (!operatorFits(comparison.operator, field, family)) {
    ctx.report(comparison.position, `invalid operator on ${field.type} field ${field.name}: ${comparison.operator}`);
    return;
  }
  if (comparison.operator === "in" || comparison.operator === "not in") requireIterable(ctx, comparison.value, binds);
  checkValue(ctx, field, family, comparison.value, binds);
}

function requireIterable(ctx: MethodContext, value: SoqlValue, binds: readonly BoundBind[]): void {
  const type = value.kind === "bind" ? binds[value.index]?.value.type : undefined;
  if (type === undefined || type === ERROR || type === NULL || type === OBJECT) return;
  if (type.kind === "primitive" || type.kind === "sobject" || type.kind === "map")
    ctx.report(value.position, `IN operator must be used with an iterable expression: ${type.name}`);
}

function operatorFits(operator: SoqlComparison["operator"], field: FieldSchema, family: Family): boolean {
  switch (operator) {
    case "like":
      return family === "text";
    case "includes":
    case "excludes":
      return field.type === "multipicklist";
    case "<":
    case "<=":
    case ">":
    case ">=":
      return family !== "boolean" && field.type !== "multipicklist";
    default:
      return true;
  }
}

function checkValue(ctx: MethodContext, field: FieldSchema, family: Family, value: SoqlValue, binds: readonly BoundBind[]): void {
  switch (value.kind) {
    case "list":
      for (const one of value.values) checkValue(ctx, field, family, one, binds);
      return;
    case "bind": {
      const type = binds[value.index]?.value.type;
      if (type === undefined || bindFits(type, family)) return;
      ctx.report(value.position, `Invalid bind expression type of ${type.name} for column of type ${field.apexType}`);
      return;
    }
    case "string":
      if (family === "text" || family === "id") return;
      ctx.report(
        value.position,
        `value of filter criterion for field '${field.name}' must be of type ${field.type} and should not be enclosed in quotes`,
      );
      return;
    case "number":
    case "boolean":
    case "date":
    case "datetime":
    case "time":
    case "dateLiteral":
      if (literalFits(value.kind, family)) return;
      ctx.report(value.position, `value of filter criterion for field '${field.name}' must be of type ${field.type}`);
      return;
    default:
      return;
  }
}

function literalFits(kind: "number" | "boolean" | "date" | "datetime" | "time" | "dateLiteral", family: Family): boolean {
  if (kind === "dateLiteral") return family === "date" || family === "datetime";
  return kind === family;
}

/** One value or, as `IN` and even `=` accept it, a collection of them; a record stands for its Id. */
function bindFits(type: ApexType, family: Family): boolean {
  if (type.kind === "list" || type.kind === "set") return bindFits(type.element, family);
  if (type === NULL || type === ERROR || type === OBJECT) return true;
  switch (family) {
    case "text":
      return type === STRING || type === ID;
    case "id":
      return type === STRING || type === ID || type.kind === "sobject";
    case "number":
      return isNumeric(type);
    case "boolean":
      return type === BOOLEAN;
    case "date":
    case "datetime":
      return type === DATE || type === DATETIME;
    case "time":
      return type === TIME;
    case "other":
      return true;
  }
}
