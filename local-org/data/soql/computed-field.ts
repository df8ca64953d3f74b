/** Formula fields: evaluated whenever they are read. */
import { ApexDate, ApexDatetime, ApexTime } from "../../apex/runtime/date-time.ts";
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlFrom } from "../../apex/syntax/soql-ast.ts";
import { compileFormula, type CompiledFormula, type FormulaRun } from "../formula/compile-formula.ts";
import { FormulaError } from "../formula/formula-ast.ts";
import { isTrue, textOf, type FormulaType, type FormulaValue } from "../formula/formula-value.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { categoryOf } from "./category.ts";
import { QueryEntity } from "./field-path.ts";
import type { QueryRun } from "./query-context.ts";
import { pathField, type ReadRow } from "./read-field.ts";
import { SoqlError } from "./soql-error.ts";

interface RowRun extends FormulaRun {
  readonly row: Row;
  readonly run: QueryRun;
}

const NOWHERE = { line: 1, column: 1 } as const;
const HUNDRED = Decimal.ofInteger(100);

const compiled = new WeakMap<FieldSchema, ReadRow>();
const underWay = new Set<FieldSchema>();

/** How a formula field is read. Throws UnsupportedFeatureError, naming the field, when the engine cannot evaluate its formula. */
export function formulaField(object: ObjectSchema, field: FieldSchema, formula: string, schema: Schema): ReadRow {
  let read = compiled.get(field);
  if (read !== undefined) return read;
  const place = `formula field ${object.name}.${field.name}`;
  if (underWay.has(field)) unsupported(`${place}: it refers to itself`);
  underWay.add(field);
  try {
    const entity = new QueryEntity(schema, object, fromOf(object));
    const blanksAsZero = field.formulaTreatsBlanksAs !== "blank";
    const { evaluate } = compileFormula<RowRun>(formula, { place, blanksAsZero, field: (path) => reference(path, entity) });
    read = (row, run) => resultOf(field, evaluate({ row, run, now: run.context.now, timeZone: run.context.timeZone }));
  } finally {
    underWay.delete(field);
  }
  compiled.set(field, read);
  return read;
}

function fromOf({ name }: ObjectSchema): SoqlFrom {
  return { path: [name], alias: null, position: NOWHERE };
}

function reference(path: readonly string[], entity: QueryEntity): CompiledFormula<RowRun> {
  const [first = "", ...rest] = path;
  switch (first.toLowerCase()) {
    case "$user":
      return global("User", rest, entity.schema, (run) => run.context.userId);
    case "$organization":
      return global("Organization", rest, entity.schema, (run) => firstId(run));
    case "$recordtype":
      return ofRow(["RecordType", ...rest], entity);
    default:
      if (first.startsWith("$")) throw new FormulaError(`global variable ${first}`);
      return ofRow(path, entity);
  }
}

function ofRow(path: readonly string[], entity: QueryEntity): CompiledFormula<RowRun> {
  try {
    const resolved = entity.field(path, NOWHERE);
    const read = pathField(resolved, entity.schema);
    return operand(resolved.field, ({ row, run }) => read(row, run));
  } catch (error) {
    if (error instanceof SoqlError) throw new FormulaError(error.message);
    throw error;
  }
}

/** `$User.Profile.Name`: fields of one record that the run knows. */
function global(name: string, path: readonly string[], schema: Schema, idOf: (run: QueryRun) => string): CompiledFormula<RowRun> {
  const object = schema.object(name);
  if (object === undefined) throw new FormulaError(`global variable $${name}`);
  const resolved = new QueryEntity(schema, object, fromOf(object)).field(path, NOWHERE);
  const read = pathField(resolved, schema);
  return operand(resolved.field, ({ run }) => {
    const row = run.store.get(idOf(run));
    return row === undefined ? null : read(row, run);
  });
}

function firstId({ store }: QueryRun): string {
  const [row] = store.table("Organization").rows();
  const id = row?.get("Id");
  return typeof id === "string" ? id : "";
}

function operand(field: FieldSchema, read: (run: RowRun) => ApexValue): CompiledFormula<RowRun> {
  return { type: typeOf(field), evaluate: (run) => formulaValue(field, read(run)) };
}

function typeOf(field: FieldSchema): FormulaType {
  const category = categoryOf(field);
  if (category === "none") throw new FormulaError(`field ${field.name} of type ${field.type}`);
  return category === "id" ? "text" : category;
}

/** Percent fields count as fractions inside formulas: 50 % is 0.5. */
function formulaValue(field: FieldSchema, value: ApexValue): FormulaValue {
  if (typeof value === "number") return Number.isInteger(value) ? Decimal.ofInteger(value) : Decimal.ofDouble(value);
  if (typeof value === "bigint") return Decimal.ofLong(value);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  if (value instanceof Decimal) return field.type === "percent" ? value.quotient(HUNDRED) : value;
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  throw new Error(`${field.name} holds a value that formulas do not know`);
}

/** The formula's value as the field's type has it. */
function resultOf(field: FieldSchema, value: FormulaValue): ApexValue {
  switch (categoryOf(field)) {
    case "boolean":
      return isTrue(value);
    case "number":
      if (!(value instanceof Decimal)) return null;
      return (field.type === "percent" ? value.multiply(HUNDRED) : value).setScale(field.scale, "HALF_UP");
    case "text": {
      const text = textOf(value);
      return text === "" ? null : text;
    }
    default:
      return value;
  }
}
