import type { Literal } from "./ast.ts";
import type { Position } from "./position.ts";
import { stringValue } from "./string-literal.ts";
import type { TokenCursor } from "./token-cursor.ts";

const integerMaximum = 2_147_483_647n;
const longMaximum = 9_223_372_036_854_775_807n;

/** The literal at the cursor, or null when there is none. */
export function parseLiteral(c: TokenCursor): Literal | null {
  const token = c.token;
  const position = c.position();
  switch (token.kind) {
    case "integer":
    case "long":
      return parseWholeNumber(c, 1n, position);
    case "number": {
      c.next();
      const text = c.textOf(token);
      return /[dD]$/.test(text)
        ? { kind: "literal", literal: "Double", value: Number(text.slice(0, -1)), position }
        : { kind: "literal", literal: "Decimal", value: text, position };
    }
    case "string":
    case "multilineString":
      c.next();
      return { kind: "literal", literal: "String", value: stringValue(c, token, "apex"), position };
    case "name":
      break;
    default:
      return null;
  }
  if (c.acceptWord("null")) return { kind: "literal", literal: "null", value: null, position };
  if (c.acceptWord("true")) return { kind: "literal", literal: "Boolean", value: true, position };
  if (c.acceptWord("false")) return { kind: "literal", literal: "Boolean", value: false, position };
  return null;
}

/** Behind a minus, which belongs to the literal: only so can the smallest Integer be written. */
export function parseNegativeLiteral(c: TokenCursor, position: Position): Literal {
  return parseWholeNumber(c, -1n, position);
}

function parseWholeNumber(c: TokenCursor, sign: 1n | -1n, position: Position): Literal {
  const token = c.next();
  const isLong = token.kind === "long";
  const digits = isLong ? c.text.slice(token.start, token.end - 1) : c.textOf(token);
  const value = sign * BigInt(digits);
  const maximum = isLong ? longMaximum : integerMaximum;
  if (value > maximum || value < -maximum - 1n)
    c.report(isLong ? `Illegal long: ${digits}` : `Illegal integer: ${digits}. Write ${digits}L for a Long`, token);
  return isLong
    ? { kind: "literal", literal: "Long", value: BigInt.asIntN(64, value), position }
    : { kind: "literal", literal: "Integer", value: Number(BigInt.asIntN(32, value)), position };
}
