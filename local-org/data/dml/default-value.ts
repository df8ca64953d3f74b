/** Default values of fields, from the formula text of the metadata. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import { compileFormula, type CompiledFormula, type FormulaRun } from "../formula/compile-formula.ts";
import { FormulaError } from "../formula/formula-ast.ts";
import { textOf, type FormulaValue } from "../formula/formula-value.ts";
import type { FieldSchema, ObjectSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";

export interface DefaultContext extends FormulaRun {
  /** Of the running user; undefined when the org has no such row. */
  readonly user: Row | undefined;
  readonly organization: Row | undefined;
}

export interface FieldDefault {
  readonly name: string;
  /** False: worked out for each insert, and refused if it cannot be. */
  readonly isConstant: boolean;
  readonly make: (context: DefaultContext) => ApexValue;
}

/** What a new record gets in the field when nothing is given; null when it stays empty. */
export function defaultOf(object: ObjectSchema, field: FieldSchema): FieldDefault | null {
  const constant = constantDefault(field);
  if (constant !== undefined) return constant === null ? null : { name: field.name, isConstant: true, make: () => constant };
  const text = field.defaultValue ?? "";
  const place = `default value of ${object.name}.${field.name}`;
  let compiled: CompiledFormula<DefaultContext> | undefined;
  return {
    name: field.name,
    isConstant: false,
    make: (context) => {
      compiled ??= compileFormula<DefaultContext>(text, { place, blanksAsZero: true, field: globalVariable });
      return fieldValue(field, compiled.evaluate(context), place);
    },
  };
}

/** Undefined: there is a formula. Null: nothing. */
function constantDefault(field: FieldSchema): ApexValue | undefined {
  if (field.defaultValue === null) {
    const chosen = field.picklistValues.find((value) => value.isDefault && value.active);
    if (chosen !== undefined && field.type === "picklist") return chosen.value;
    return field.type === "boolean" ? false : null;
  }
  const text = field.defaultValue.trim();
  if (field.type === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const quoted = /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    if (["double", "currency", "percent"].includes(field.type)) return Decimal.parse(text);
    if (field.type === "int") return Number(text);
  }
  if ((field.type === "picklist" || field.type === "multipicklist") && /^[\w .-]+$/.test(text)) return text;
  return undefined;
}

/** `$User.Department`, `$Organization.Name`: fields of the rows themselves. */
function globalVariable(path: readonly string[]): CompiledFormula<DefaultContext> {
  const [variable = "", name = ""] = path;
  const rowOf: Readonly<Record<string, ((context: DefaultContext) => Row | undefined) | undefined>> = {
    $user: ({ user }) => user,
    $organization: ({ organization }) => organization,
  };
  const row = rowOf[variable.toLowerCase()];
  if (row === undefined || path.length !== 2) throw new FormulaError(`${path.join(".")} in a default value`);
  return { type: "any", evaluate: (context) => formulaValue(valueOf(row(context), name)) };
}

function valueOf(row: Row | undefined, field: string): ApexValue {
  for (const [name, value] of row ?? []) if (name.toLowerCase() === field.toLowerCase()) return value;
  return null;
}

function formulaValue(value: ApexValue): FormulaValue {
  if (typeof value === "number") return Decimal.ofDouble(value);
  return value === null || typeof value === "string" || typeof value === "boolean" || value instanceof Decimal ? value : null;
}

function fieldValue(field: FieldSchema, value: FormulaValue, place: string): ApexValue {
  if (value === null) return field.type === "boolean" ? false : null;
  switch (field.apexType) {
    case "Integer":
      return value instanceof Decimal ? value.setScale(0, "HALF_UP").toNumber() : unsupported(place);
    case "String":
      return textOf(value);
    default:
      return value;
  }
}
