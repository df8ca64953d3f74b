/** Which expressions can never be null, so that their null checks can be left out. */
import type { BoundExpression } from "../types/bound-tree.ts";

export function isNeverNull(expression: BoundExpression): boolean {
  switch (expression.kind) {
    case "literal":
      return expression.value !== null;
    case "this":
    case "enumConstant":
    case "classLiteral":
    case "objectToken":
    case "fieldToken":
    case "describeToken":
    case "describeFieldToken":
    case "new":
    case "platformNew":
    case "newSObject":
    case "newCollection":
    case "newMap":
    case "arithmetic":
    case "dateArithmetic":
    case "concat":
    case "compare":
    case "equality":
    case "logical":
    case "not":
    case "negate":
    case "bitNot":
    case "instanceOf":
    case "soql":
    case "sosl":
      return true;
    case "convert":
      return !expression.conversion.kind.startsWith("listToRow") && isNeverNull(expression.operand);
    case "conditional":
      return isNeverNull(expression.then) && isNeverNull(expression.else);
    case "coalesce":
      return isNeverNull(expression.right);
    case "assign":
      return isNeverNull(expression.value);
    case "update":
      return expression.result === "new" && isNeverNull(expression.value);
    default:
      return false;
  }
}

export function isNullLiteral(expression: BoundExpression): boolean {
  return expression.kind === "literal" ? expression.value === null : expression.kind === "convert" && isNullLiteral(expression.operand);
}
