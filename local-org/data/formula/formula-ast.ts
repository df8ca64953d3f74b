/** Syntax trees of formulas, as in formula fields, validation rules and default values. */

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "!=" | "<" | ">" | "<=" | ">=" | "&&" | "||";

export type FormulaNode =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  /** `Name`, `Account__r.Name`, `$User.Id`. */
  | { readonly kind: "field"; readonly path: readonly string[] }
  | { readonly kind: "unary"; readonly operator: "-" | "!"; readonly operand: FormulaNode }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: FormulaNode; readonly right: FormulaNode }
  /** `name` in upper case. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly FormulaNode[] };

/** A text that is no formula; the message says what is wrong. */
export class FormulaError extends Error {}
