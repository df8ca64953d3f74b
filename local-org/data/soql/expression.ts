import { ApexDate, ApexDatetime } from "../../apex/runtime/date-time.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlDateFunction, SoqlExpression } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import type { Row } from "../store/store.ts";
import { localDay, localTime } from "./calendar.ts";
import { applyDateFunction } from "./date-function.ts";
import type { FieldPath, QueryEntity } from "./field-path.ts";
import { formatValue } from "./format-value.ts";
import { makeField } from "./name-object.ts";
import type { QueryRun } from "./query-context.ts";
import { pathField } from "./read-field.ts";
import { malformed, SoqlError } from "./soql-error.ts";

/** A resolved expression over a row, or over a group of rows. */
export interface Expression<Subject> {
  /** Equal for expressions that mean the same: `calendar_year(createddate)`, `accountid.name`. */
  readonly key: string;
  /** The field, or for functions one that describes the result. */
  readonly field: FieldSchema;
  /** Set when the expression is nothing but a field. */
  readonly path: FieldPath | null;
  readonly read: (subject: Subject, run: QueryRun) => ApexValue;
}

/** Resolves an expression that is not an aggregate. Throws SoqlError. */
export function rowExpression(expression: SoqlExpression, entity: QueryEntity): Expression<Row> {
  switch (expression.kind) {
    case "field": {
      const path = entity.field(expression.path, expression.position);
      return { key: pathKey(path), field: path.field, path, read: pathField(path, entity.schema) };
    }
    case "dateFunction":
      return dateFunction(expression, entity);
    case "toLabel":
      return toLabel(rowExpression(expression.field, entity));
    case "format": {
      const operand = rowExpression(expression.operand, entity);
      const read = formatValue(operand.field);
      return {
        key: `format(${operand.key})`,
        field: makeField("FORMAT", "string", "String"),
        path: null,
        read: (row, run) => read(operand.read(row, run), run.context),
      };
    }
    case "convertCurrency":
      return unsupported("convertCurrency() in SOQL (multiple currencies)");
    case "distance":
      return unsupported("DISTANCE() in SOQL");
    case "aggregate":
    case "grouping":
      throw malformed("Aggregate functions are not allowed here", expression.position);
  }
}

export function pathKey({ steps, field }: FieldPath): string {
  return [...steps.map((step) => step.field.name), field.name].join(".").toLowerCase();
}

function dateFunction(expression: SoqlDateFunction, entity: QueryEntity): Expression<Row> {
  const operand = rowExpression(expression.field, entity);
  const name = expression.function;
  const { type } = operand.field;
  const datetimeOnly = name === "hour_in_day" || name === "day_only" || expression.convertTimezone;
  if (type !== "datetime" && (type !== "date" || datetimeOnly)) {
    throw new SoqlError(
      "INVALID_FIELD",
      `field ${operand.field.name} does not support date function ${name.toUpperCase()}`,
      expression.position,
    );
  }
  const inner = expression.convertTimezone ? `converttimezone(${operand.key})` : operand.key;
  const field = name === "day_only" ? makeField("DAY_ONLY", "date", "Date") : makeField(name.toUpperCase(), "int", "Integer");
  return {
    key: `${name}(${inner})`,
    field,
    path: null,
    read: (row, run) => {
      const value = operand.read(row, run);
      if (value === null) return null;
      const zone = expression.convertTimezone ? run.context.timeZone : "GMT";
      const result = applyDateFunction(name, dayOf(value, zone), timeOf(value, zone), run.context.calendar.fiscalYearStartMonth);
      return name === "day_only" ? new ApexDate(result) : result;
    },
  };
}

function dayOf(value: ApexValue, zone: string): number {
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return localDay(value.millis, zone);
  throw new Error("a date field holds neither a Date nor a Datetime");
}

function timeOf(value: ApexValue, zone: string): number {
  return value instanceof ApexDatetime ? localTime(value.millis, zone) : 0;
}

function toLabel(operand: Expression<Row>): Expression<Row> {
  const labels = new Map(operand.field.picklistValues.map(({ value, label }) => [value, label]));
  const labelOf = (value: string): string => labels.get(value) ?? value;
  const isMultiple = operand.field.type === "multipicklist";
  return {
    key: `tolabel(${operand.key})`,
    field: { ...operand.field, type: isMultiple ? "multipicklist" : "string", picklistValues: [] },
    path: null,
    read: (row, run) => {
      const value = operand.read(row, run);
      if (typeof value !== "string") return value;
      return isMultiple ? value.split(";").map(labelOf).join(";") : labelOf(value);
    },
  };
}
