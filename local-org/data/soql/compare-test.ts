import type { ApexValue } from "../../apex/runtime/values.ts";
import type { SoqlOperator } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { indexKey, type IndexKey } from "../store/index-key.ts";
import { likeMatcher } from "./like.ts";
import type { KeyRange, Operand } from "./operand.ts";
import { malformed } from "./soql-error.ts";

export type ValueTest = (value: ApexValue) => boolean | null;

/**
 * The test of one comparison. Null differs from every value, so that `!=`, NOT IN, EXCLUDES and NOT (... LIKE ...) keep
 * empty fields; `<` and its kin leave a null open: neither they nor their negation keep the row.
 */
export function compareTest(operator: SoqlOperator, operand: Operand, field: FieldSchema): ValueTest {
  switch (operator) {
    case "=":
    case "in":
      return isAmong(operand, field);
    case "!=":
    case "not in": {
      const test = isAmong(operand, field);
      return (value) => test(value) !== true;
    }
    case "like": {
      const matchers = operand.keys.map((key) => (typeof key === "string" ? likeMatcher(key) : null));
      return (value) => typeof value === "string" && matchers.some((matches) => matches?.(value.toLowerCase()) ?? false);
    }
    case "includes":
      return includesTest(operand.keys, field);
    case "excludes": {
      const test = includesTest(operand.keys, field);
      return (value) => test(value) !== true;
    }
    default:
      return orderTest(operator, operand, field);
  }
}

function isAmong({ keys, ranges }: Operand, field: FieldSchema): ValueTest {
  const [only = null] = keys;
  if (keys.length === 1 && ranges.length === 0) return (value) => indexKey(field, value) === only;
  const known = new Set(keys);
  if (ranges.length === 0) return (value) => known.has(indexKey(field, value));
  return (value) => {
    const key = indexKey(field, value);
    return known.has(key) || ranges.some((range) => typeof key === "number" && key >= range.from && key < range.until);
  };
}

function orderTest(operator: "<" | ">" | "<=" | ">=", { keys, ranges, isList }: Operand, field: FieldSchema): ValueTest {
  if (isList) throw malformed(`The operator ${operator} needs a single value`, null);
  const [range] = ranges;
  const bound = range === undefined ? (keys[0] ?? null) : boundOf(operator, range);
  const effective = range === undefined ? operator : operator === "<" || operator === "<=" ? "<" : ">=";
  return (value) => {
    const key = indexKey(field, value);
    if (key === null || bound === null) return null;
    return ordered(effective, key, bound);
  };
}

/** With a range `>` means after its end and `>=` from its beginning. */
function boundOf(operator: "<" | ">" | "<=" | ">=", range: KeyRange): number {
  return operator === "<" || operator === ">=" ? range.from : range.until;
}

function ordered(operator: "<" | ">" | "<=" | ">=", left: Exclude<IndexKey, null>, right: Exclude<IndexKey, null>): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
  }
}

/** `'A;B'` asks for both, several operands for any of them. */
function includesTest(keys: readonly IndexKey[], field: FieldSchema): ValueTest {
  const wanted = keys.map((key) => (typeof key === "string" ? key.split(";").map((part) => part.trim()) : []));
  return (value) => {
    const key = indexKey(field, value);
    if (typeof key !== "string") return wanted.some((parts) => parts.length === 0);
    const parts = new Set(key.split(";").map((part) => part.trim()));
    return wanted.some((all) => all.length > 0 && all.every((part) => parts.has(part)));
  };
}
