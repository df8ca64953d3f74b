import { parseSelectable } from "./parse-soql-expressions.ts";
import { parseValue } from "./parse-soql-values.ts";
import type { SoqlComparison, SoqlCondition, SoqlOperator } from "./soql-ast.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** The condition of WHERE or HAVING. AND and OR cannot stand side by side without parentheses; NOT takes one condition. */
export function parseCondition(c: TokenCursor): SoqlCondition {
  const position = c.position();
  if (c.acceptWord("not")) {
    const operand = parseOperand(c);
    if (c.isWord("and") || c.isWord("or")) c.fail(`Unexpected token ${c.describe(c.token)}: put NOT and its condition in parentheses`);
    return { kind: "not", operand, position };
  }
  const first = parseOperand(c);
  const word = c.token.word;
  if (word !== "and" && word !== "or") return first;
  const operands = [first];
  while (c.acceptWord(word)) operands.push(parseOperand(c));
  if (c.isWord("and") || c.isWord("or")) c.fail(`Unexpected token ${c.describe(c.token)}: AND and OR need parentheses when they are mixed`);
  return { kind: word, operands, position };
}

function parseOperand(c: TokenCursor): SoqlCondition {
  if (c.isWord("not")) c.fail("Unexpected token 'NOT': put NOT and its condition in parentheses");
  if (!c.accept("(")) return parseComparison(c);
  const condition = parseCondition(c);
  c.expect(")");
  return condition;
}

function parseComparison(c: TokenCursor): SoqlComparison {
  const position = c.position();
  const left = parseSelectable(c);
  const operator = parseOperator(c);
  return { kind: "comparison", left, operator, value: parseValue(c), position };
}

function parseOperator(c: TokenCursor): SoqlOperator {
  switch (c.token.kind) {
    case "=":
    case "!=":
    case "<":
    case "<=":
      return c.next().kind as "=" | "!=" | "<" | "<=";
    case "<>":
      c.next();
      return "!=";
    case ">":
      c.next();
      return c.accept("=") ? ">=" : ">";
  }
  switch (c.token.word) {
    case "like":
    case "in":
    case "includes":
    case "excludes":
      return c.next().word as "like" | "in" | "includes" | "excludes";
    case "not":
      c.next();
      c.expectWord("in");
      return "not in";
  }
  return c.fail(
    c.is("end")
      ? "Unexpected end of the query: a comparison operator is missing"
      : `Unexpected token ${c.describe(c.token)}: a comparison operator is missing`,
  );
}
