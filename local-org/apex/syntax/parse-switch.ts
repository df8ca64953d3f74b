import type { Literal, Statement, WhenCase, WhenValue } from "./ast.ts";
import { parseExpression } from "./parse-expressions.ts";
import { parseLiteral, parseNegativeLiteral } from "./parse-literals.ts";
import { parseBlock } from "./parse-statements.ts";
import { parseTypeReference, scanType } from "./parse-types.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `switch on x { when 1, 2 { } when Account a { } when else { } }` */
export function parseSwitch(c: TokenCursor): Statement {
  const position = c.position(c.expectWord("switch"));
  c.expectWord("on");
  const subject = parseExpression(c);
  c.expect("{");
  const cases: WhenCase[] = [];
  do cases.push(parseWhen(c));
  while (c.isWord("when"));
  c.expect("}");
  const last = cases.findIndex((one) => one.kind === "else");
  const next = last < 0 ? undefined : cases[last + 1];
  if (next !== undefined) c.report("'when else' must be the last when block", next.position);
  return { kind: "switch", subject, cases, position };
}

function parseWhen(c: TokenCursor): WhenCase {
  const position = c.position(c.expectWord("when"));
  if (c.acceptWord("else")) return { kind: "else", body: parseBlock(c), position };
  const length = scanType(c, 0);
  if (length > 0 && c.peek(length).kind === "name") {
    const type = parseTypeReference(c);
    const token = c.expectNewName("variable");
    return { kind: "type", type, variable: { name: c.textOf(token), position: c.position(token) }, body: parseBlock(c), position };
  }
  const values: WhenValue[] = [];
  do values.push(parseWhenValue(c));
  while (c.accept(","));
  return { kind: "values", values, body: parseBlock(c), position };
}

function parseWhenValue(c: TokenCursor): WhenValue {
  if (c.accept("(")) {
    const value = parseWhenValue(c);
    c.expect(")");
    return value;
  }
  const literal = parseSignedLiteral(c);
  if (literal !== null) return literal;
  const position = c.position();
  const name = [c.textOf(c.expectName("value of 'when'"))];
  while (c.accept(".")) name.push(c.textOf(c.expect("name")));
  return { kind: "enumConstant", name, position };
}

function parseSignedLiteral(c: TokenCursor): Literal | null {
  const position = c.position();
  let negative = false;
  while (c.is("-") || c.is("+")) negative = c.next().kind === "-" ? !negative : negative;
  if (!negative) return parseLiteral(c);
  if (!c.is("integer") && !c.is("long")) c.failUnexpected();
  return parseNegativeLiteral(c, position);
}
