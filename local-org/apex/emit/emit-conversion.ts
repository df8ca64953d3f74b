/** Conversions. Those that change nothing at run time leave no trace in the JavaScript. */
import type { BoundExpression, Conversion } from "../types/bound-tree.ts";
import type { CodeScope } from "./code-scope.ts";
import { emitExpression, quote } from "./emit-expression.ts";
import { isNeverNull } from "./null-knowledge.ts";

type Convert = Extract<BoundExpression, { kind: "convert" }>;

export function emitConversion(expression: Convert, scope: CodeScope): string {
  const { conversion, operand } = expression;
  const { kind } = conversion;
  const folded = foldLiteral(expression, scope);
  if (folded !== null) return folded;
  if (kind === "integerToLong" && isNeverNull(operand)) return `BigInt(${emitExpression(operand, scope)})`;
  return emitConversionOf(conversion, emitExpression(operand, scope), scope);
}

/** JavaScript of a value that is converted. */
export function emitConversionOf(conversion: Conversion, value: string, scope: CodeScope): string {
  const { kind } = conversion;
  switch (kind) {
    case "upcast":
    case "idToString":
    case "integerToDouble":
      return value;
    case "downcast":
      if (conversion.to.kind === "user" && scope.unit.facts.kindOf(conversion.to.name) === "class") {
        return `$rt.castToClass(${value},${scope.unit.class(conversion.to.name)},${quote(conversion.to.name)})`;
      }
      return `$rt.cast(${value},${quote(conversion.to.name)})`;
    default:
      return `$rt.${kind}(${value})`;
  }
}

/** A literal that is converted is another literal. */
function foldLiteral({ conversion, operand }: Convert, scope: CodeScope): string | null {
  if (operand.kind !== "literal") return null;
  if (operand.value === null) return conversion.kind === "listToRow" || conversion.kind === "queryToCount" ? null : "null";
  if (typeof operand.value !== "number") return null;
  if (conversion.kind === "integerToLong") return `${operand.value}n`;
  if (conversion.kind === "integerToDecimal") return scope.unit.decimal(String(operand.value));
  return null;
}
