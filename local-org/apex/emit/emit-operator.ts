/** Operators: fast JavaScript where a JavaScript operator means the same, a runtime function where it does not. */
import type { ApexType } from "../types/apex-type.ts";
import type { BoundExpression, NumericKind } from "../types/bound-tree.ts";
import type { CodeScope } from "./code-scope.ts";
import { emitExpression, emitPresent, quote } from "./emit-expression.ts";
import { isNeverNull, isNullLiteral } from "./null-knowledge.ts";

type Of<Kind extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: Kind }>;

const DECIMAL_FUNCTIONS: Readonly<Record<string, string>> = {
  "+": "decimalAdd",
  "-": "decimalSubtract",
  "*": "decimalMultiply",
  "/": "decimalDivide",
};

export function emitArithmetic(expression: Of<"arithmetic">, scope: CodeScope): string {
  const { operator, operands } = expression;
  const left = emitPresent(expression.left, scope);
  const right = emitPresent(expression.right, scope);
  switch (operands) {
    case "Boolean":
      return `((${left}${operator}${right})===1)`;
    case "Integer":
      if (operator === "*") return `Math.imul(${left},${right})`;
      if (operator === "/") return `$rt.integerDivide(${left},${right})`;
      return `(${left}${operator}${spaced(right)}|0)`;
    case "Long":
      if (operator === "/") return `$rt.longDivide(${left},${right})`;
      if (operator === "<<" || operator === ">>" || operator === ">>>") return `$rt.longShift(${quote(operator)},${left},${right})`;
      return `BigInt.asIntN(64,${left}${operator}${spaced(right)})`;
    case "Double":
      return operator === "/" ? `$rt.doubleDivide(${left},${right})` : `(${left}${operator}${spaced(right)})`;
    case "Decimal": {
      const name = DECIMAL_FUNCTIONS[operator];
      if (name === undefined) throw new Error(`no operator ${operator} on Decimal`);
      return `$rt.${name}(${left},${right})`;
    }
  }
}

/** `a - -1` must not become `a--1`. */
function spaced(right: string): string {
  return right.startsWith("-") || right.startsWith("+") ? ` ${right}` : right;
}

export function emitNegate(expression: Of<"negate">, scope: CodeScope): string {
  const operand = emitPresent(expression.operand, scope);
  switch (expression.operands) {
    case "Integer":
      return `(0-${spaced(operand)}|0)`;
    case "Long":
      return `BigInt.asIntN(64,0n-${spaced(operand)})`;
    case "Double":
      return `(- ${operand})`;
    case "Decimal":
      return `$rt.decimalNegate(${operand})`;
  }
}

/** Comparisons with null give false for numbers and dates; a text that is there is greater than none. */
export function emitCompare(expression: Of<"compare">, scope: CodeScope): string {
  const { operator, operands } = expression;
  const left = emitExpression(expression.left, scope);
  const right = emitExpression(expression.right, scope);
  switch (operands) {
    case "Integer":
    case "Long":
    case "Double":
      return emitNumericCompare(expression, left, right, operands);
    case "Decimal":
      return `($rt.compareDecimals(${left},${right})${operator}0)`;
    case "String":
      return `($rt.compareTexts(${left},${right})${operator}0)`;
    case "Id":
      return `($rt.compareIds(${left},${right})${operator}0)`;
    default:
      return `($rt.compareMoments(${left},${right})${operator}0)`;
  }
}

const NUMERIC_COMPARES: Readonly<Record<string, string>> = { "<": "less", ">": "greater", "<=": "atMost", ">=": "atLeast" };

function emitNumericCompare(expression: Of<"compare">, left: string, right: string, operands: NumericKind): string {
  const { operator } = expression;
  const needsLeft = !isNeverNull(expression.left);
  const needsRight = !isNeverNull(expression.right);
  const canRepeat = (!needsLeft || expression.left.kind === "local") && (!needsRight || expression.right.kind === "local");
  if (!canRepeat) return `$rt.${NUMERIC_COMPARES[operator] ?? ""}${operands}(${left},${right})`;
  const checks = `${needsLeft ? `${left}!==null&&` : ""}${needsRight ? `${right}!==null&&` : ""}`;
  return `(${checks}${left}${operator}${spaced(right)})`;
}

export function emitEquality(expression: Of<"equality">, scope: CodeScope): string {
  const { operator, operands } = expression;
  const left = emitExpression(expression.left, scope);
  const right = emitExpression(expression.right, scope);
  const not = operator.startsWith("!") ? "!" : "";
  if (isNullLiteral(expression.left) || isNullLiteral(expression.right)) return `(${left}${not === "" ? "===" : "!=="}${right})`;
  switch (operands) {
    case "Integer":
    case "Long":
    case "Double":
    case "Boolean":
      return `(${left}${not === "" ? "===" : "!=="}${spaced(right)})`;
    case "Decimal":
      return `${not}$rt.equalDecimals(${left},${right})`;
    case "String":
      return operator.length === 3 ? `(${left}${operator}${right})` : `${not}$rt.equalTexts(${left},${right})`;
    case "Id":
      return `${not}$rt.equalIds(${left},${right})`;
    case "Value":
      return operator.length === 3 ? `${not}$rt.identical(${left},${right})` : `${not}$rt.equal(${left},${right})`;
  }
}

/** JavaScript of `subject == value` in a `when`, by the type of the subject. */
export function emitEqualityOf(subject: string, type: ApexType, value: string): string {
  if (value === "null") return `${subject}===null`;
  switch (type.name) {
    case "Integer":
    case "Long":
    case "Boolean":
      return `${subject}===${value}`;
    case "String":
      // "String clauses are case-sensitive", unlike `==` (Apex Developer Guide, Switch Statements).
      return `${subject}===${value}`;
    case "Id":
      return `$rt.equalIds(${subject},${value})`;
    default:
      return `$rt.equal(${subject},${value})`;
  }
}
