/** WHERE and HAVING: conditions over rows or groups, with the rows that an index proposes for them. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { SoqlComparison, SoqlCondition, SoqlExpression, SoqlQuery } from "../../apex/syntax/soql-ast.ts";
import type { IndexKey } from "../store/index-key.ts";
import { candidatesByKeys, intersect, union, type Candidates } from "./candidates.ts";
import { categoryOf } from "./category.ts";
import { compareTest } from "./compare-test.ts";
import type { Expression } from "./expression.ts";
import { compileOperand, type StartOperand } from "./operand.ts";
import type { QueryRun } from "./query-context.ts";
import { fieldCannotBe, malformed, SoqlError } from "./soql-error.ts";

/** True, false, or null where a missing value leaves it open; only true keeps a row. */
export type Test<Subject> = (subject: Subject) => boolean | null;

/** A condition with its binds and date literals filled in. */
export interface ActiveCondition<Subject> {
  readonly test: Test<Subject>;
  /** Rows that can pass, when an index knows them; every row that passes is among them. */
  readonly candidates: Candidates | null;
}

export type Condition<Subject> = (run: QueryRun) => ActiveCondition<Subject>;

export interface ConditionScope<Subject> {
  /** Resolves the left side of a comparison. */
  readonly expression: (expression: SoqlExpression) => Expression<Subject>;
  /** Compiles the subquery of a semi-join to the keys it gives; null where subqueries are not allowed. */
  readonly subquery:
    ((query: SoqlQuery, comparison: SoqlComparison, left: Expression<Subject>) => (run: QueryRun) => readonly IndexKey[]) | null;
}

const MAX_SEMI_JOINS = 2;

/** Compiles a condition. Throws SoqlError. */
export function compileCondition<Subject>(condition: SoqlCondition, scope: ConditionScope<Subject>): Condition<Subject> {
  checkSemiJoins(condition);
  return compile(condition, scope);
}

function compile<Subject>(condition: SoqlCondition, scope: ConditionScope<Subject>): Condition<Subject> {
  switch (condition.kind) {
    case "and": {
      const operands = condition.operands.map((operand) => compile(operand, scope));
      return (run) => {
        const parts = operands.map((operand) => operand(run));
        return { test: all(parts.map(({ test }) => test)), candidates: intersect(parts.map(({ candidates }) => candidates)) };
      };
    }
    case "or": {
      const operands = condition.operands.map((operand) => compile(operand, scope));
      return (run) => {
        const parts = operands.map((operand) => operand(run));
        return { test: any(parts.map(({ test }) => test)), candidates: union(parts.map(({ candidates }) => candidates)) };
      };
    }
    case "not": {
      const operand = compile(condition.operand, scope);
      return (run) => ({ test: not(operand(run).test), candidates: null });
    }
    case "comparison":
      return compileComparison(condition, scope);
  }
}

function all<Subject>(tests: readonly Test<Subject>[]): Test<Subject> {
  return (subject) => {
    let result: boolean | null = true;
    for (const test of tests) {
      const value = test(subject);
      if (value === false) return false;
      if (value === null) result = null;
    }
    return result;
  };
}

function any<Subject>(tests: readonly Test<Subject>[]): Test<Subject> {
  return (subject) => {
    let result: boolean | null = false;
    for (const test of tests) {
      const value = test(subject);
      if (value === true) return true;
      if (value === null) result = null;
    }
    return result;
  };
}

function not<Subject>(test: Test<Subject>): Test<Subject> {
  return (subject) => {
    const value = test(subject);
    return value === null ? null : !value;
  };
}

function compileComparison<Subject>(comparison: SoqlComparison, scope: ConditionScope<Subject>): Condition<Subject> {
  const left = scope.expression(comparison.left);
  checkOperator(comparison, left);
  const start = rightSide(comparison, left, scope);
  const { operator } = comparison;
  const { field, path } = left;
  return (run) => {
    const operand = start(run);
    const test = compareTest(operator, operand, field);
    const isEquality = (operator === "=" || operator === "in") && operand.ranges.length === 0;
    return {
      test: (subject) => test(left.read(subject, run)),
      candidates: isEquality && path !== null ? candidatesByKeys(path, operand.keys, run) : null,
    };
  };
}

function rightSide<Subject>(comparison: SoqlComparison, left: Expression<Subject>, scope: ConditionScope<Subject>): StartOperand {
  const { value, operator } = comparison;
  if (value.kind === "subquery") {
    if (scope.subquery === null)
      throw malformed("Semi join sub-selects are only allowed at the top level WHERE expressions", value.position);
    if (operator !== "in" && operator !== "not in") throw malformed("A subquery can only stand after IN or NOT IN", value.position);
    const keys = scope.subquery(value.query, comparison, left);
    return (run) => ({ keys: keys(run), ranges: [], isList: true });
  }
  const start = compileOperand(value, left.field);
  if (value.kind !== "bind" || (operator !== "in" && operator !== "not in")) return start;
  // IN with a null collection finds nothing.
  return (run) => (run.bind(value.index) === null ? { keys: [], ranges: [], isList: true } : start(run));
}

function checkOperator<Subject>({ operator, left: { position } }: SoqlComparison, left: Expression<Subject>): void {
  const { field } = left;
  const category = categoryOf(field);
  if (field.type === "location" || field.type === "address") unsupported(`filter on the compound field ${field.name}`);
  if (!field.isFilterable || category === "none") throw fieldCannotBe("filtered", field.name, position);
  const isRange = operator === "<" || operator === ">" || operator === "<=" || operator === ">=";
  if (operator === "like" && category !== "text") {
    throw new SoqlError("INVALID_QUERY_FILTER_OPERATOR", `invalid operator on ${category} field`, position);
  }
  if (isRange && category === "boolean") {
    throw new SoqlError("INVALID_QUERY_FILTER_OPERATOR", `invalid operator on ${category} field`, position);
  }
  if ((operator === "includes" || operator === "excludes") && field.type !== "multipicklist") {
    throw new SoqlError("INVALID_QUERY_FILTER_OPERATOR", `field '${field.name}' does not support INCLUDES and EXCLUDES`, position);
  }
}

function checkSemiJoins(condition: SoqlCondition): void {
  const count = countSemiJoins(condition);
  if (count > MAX_SEMI_JOINS) throw malformed(`Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`, condition.position);
}

/** Semi-joins at the top level or under AND; any other place is an error. */
function countSemiJoins(condition: SoqlCondition): number {
  switch (condition.kind) {
    case "comparison":
      return condition.value.kind === "subquery" ? 1 : 0;
    case "and":
      return condition.operands.reduce((sum, operand) => sum + countSemiJoins(operand), 0);
    case "or":
      if (condition.operands.some((operand) => countSemiJoins(operand) > 0)) {
        throw malformed("Semi join sub-selects are not allowed with the 'OR' operator", condition.position);
      }
      return 0;
    case "not":
      if (countSemiJoins(condition.operand) > 0)
        throw malformed("Semi join sub-selects are not allowed with the 'NOT' operator", condition.position);
      return 0;
  }
}
