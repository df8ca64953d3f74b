/** COUNT, SUM, AVG, MIN and MAX over the values of a field. */
import { Decimal } from "../../apex/runtime/decimal.ts";
import { ApexDouble } from "../../apex/runtime/double.ts";
import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlAggregate } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey } from "../store/index-key.ts";
import { isPicklist, picklistRank } from "./picklist-order.ts";

/** The aggregate of a field's values; nulls do not count. */
export function aggregate(name: SoqlAggregate["function"], field: FieldSchema, all: readonly ApexValue[]): ApexValue {
  const values = all.filter((value) => value !== null && value !== "");
  switch (name) {
    case "count":
      return values.length;
    case "count_distinct":
      return new Set(values.map((value) => indexKey(field, value))).size;
    case "min":
      return extreme(values, field, -1);
    case "max":
      return extreme(values, field, 1);
    case "sum":
      return sum(values, field);
    case "avg":
      return values.length === 0 ? null : average(values);
  }
}

function extreme(values: readonly ApexValue[], field: FieldSchema, sign: 1 | -1): ApexValue {
  const rank = isPicklist(field) ? picklistRank(field) : (value: ApexValue) => indexKey(field, value);
  let best: ApexValue = null;
  let bestKey = null;
  for (const value of values) {
    const key = rank(value);
    if (key === null || (bestKey !== null && (sign === 1 ? key <= bestKey : key >= bestKey))) continue;
    best = value;
    bestKey = key;
  }
  return best;
}

function sum(values: readonly ApexValue[], field: FieldSchema): ApexValue {
  if (values.length === 0) return null;
  const total = values.reduce<Decimal>((before, value) => before.add(decimalOf(value)), Decimal.ZERO);
  return field.type === "int" ? total.toNumber() : total;
}

function average(values: readonly ApexValue[]): Decimal {
  const total = values.reduce<Decimal>((before, value) => before.add(decimalOf(value)), Decimal.ZERO);
  return Decimal.ofDouble(total.toNumber() / values.length);
}

function decimalOf(value: ApexValue): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === "number") return Number.isInteger(value) ? Decimal.ofInteger(value) : Decimal.ofDouble(value);
  if (typeof value === "bigint") return Decimal.ofLong(value);
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  throw new Error("a numeric field holds no number");
}
