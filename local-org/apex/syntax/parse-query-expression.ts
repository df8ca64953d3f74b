import type { Expression } from "./ast.ts";
import { parseSoqlQuery } from "./parse-soql.ts";
import { parseSoslQuery } from "./parse-sosl.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** Whether the token `from` places ahead is the `[` of a query. */
export function startsQuery(c: TokenCursor, from: number): boolean {
  if (c.peek(from).kind !== "[") return false;
  const word = c.peek(from + 1).word;
  if (word === "select") return true;
  const argument = c.peek(from + 2).kind;
  return word === "find" && (argument === "string" || argument === ":" || argument === "multilineString");
}

/** `[SELECT ...]` or `[FIND ...]` */
export function parseQueryExpression(c: TokenCursor): Expression {
  if (!startsQuery(c, 0)) c.failUnexpected();
  const position = c.position(c.expect("["));
  const outer = c.binds;
  const binds = { nodes: [], expressions: [] };
  c.binds = binds;
  const query = c.isWord("select") ? parseSoqlQuery(c) : parseSoslQuery(c);
  c.binds = outer;
  c.expect("]");
  return query.kind === "soql"
    ? { kind: "soql", query, binds: binds.expressions, position }
    : { kind: "sosl", query, binds: binds.expressions, position };
}
