import { parseAlias, parseOrderBy, parseUpdate } from "./parse-soql.ts";
import { parseCondition } from "./parse-soql-conditions.ts";
import { parseField, parseSelectable } from "./parse-soql-expressions.ts";
import { parseBind, parseCount, parseValue } from "./parse-soql-values.ts";
import type { SoqlCondition, SoqlCount, SoqlOrder, SoqlValue, SoslField, SoslQuery, SoslReturning, SoslWith } from "./soql-ast.ts";
import { stringValue } from "./string-literal.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** A whole search, from `FIND`. */
export function parseSoslQuery(c: TokenCursor): SoslQuery {
  const position = c.position(c.expectWord("find"));
  const find = parseFind(c);
  const group = c.acceptWord("in") ? parseSearchGroup(c) : null;
  const returning: SoslReturning[] = [];
  if (c.acceptWord("returning")) {
    do returning.push(parseReturning(c));
    while (c.accept(","));
  }
  const withClauses: SoslWith[] = [];
  while (c.isWord("with")) withClauses.push(parseWith(c));
  const limit = c.acceptWord("limit") ? parseCount(c) : null;
  const update = parseUpdate(c);
  return { kind: "sosl", position, find, in: group, returning, with: withClauses, limit, update, binds: c.binds?.nodes ?? [] };
}

function parseFind(c: TokenCursor): SoslQuery["find"] {
  if (c.is(":")) return parseBind(c);
  const token = c.token;
  const position = c.position();
  if (c.accept("searchText")) return { kind: "string", value: c.textOf(token).slice(1, -1), position };
  if (!c.is("multilineString") && !c.is("string")) c.failMissing("the text to search for");
  c.next();
  return { kind: "string", value: stringValue(c, token, "search"), position };
}

function parseSearchGroup(c: TokenCursor): SoslQuery["in"] {
  const word = c.token.word;
  if (word !== "all" && word !== "name" && word !== "email" && word !== "phone" && word !== "sidebar") {
    c.failMissing("ALL, NAME, EMAIL, PHONE or SIDEBAR");
  }
  c.next();
  c.expectWord("fields");
  return word;
}

function parseReturning(c: TokenCursor): SoslReturning {
  const { path, position } = parseField(c, "object");
  const fields: SoslField[] = [];
  let where: SoqlCondition | null = null;
  let listView: string | null = null;
  let orderBy: SoqlOrder[] = [];
  let limit: SoqlCount | null = null;
  let offset: SoqlCount | null = null;
  if (c.accept("(")) {
    do {
      const start = c.position();
      fields.push({ expression: parseSelectable(c), alias: parseAlias(c), position: start });
    } while (c.accept(","));
    if (c.acceptWord("where")) where = parseCondition(c);
    if (c.acceptWord("using")) {
      c.expectWord("listview");
      c.expect("=");
      listView = c.textOf(c.expect("name"));
    }
    if (c.isWord("order")) orderBy = parseOrderBy(c);
    if (c.acceptWord("limit")) limit = parseCount(c);
    if (c.acceptWord("offset")) offset = parseCount(c);
    c.expect(")");
  }
  return { object: path.join("."), fields, where, listView, orderBy, limit, offset, position };
}

function parseWith(c: TokenCursor): SoslWith {
  const position = c.position(c.expectWord("with"));
  const word = c.token.word;
  switch (word) {
    case "user_mode":
    case "system_mode":
      c.next();
      return { kind: word === "user_mode" ? "userMode" : "systemMode", position };
    case "snippet": {
      c.next();
      let targetLength: number | null = null;
      if (c.accept("(")) {
        c.expectWord("target_length");
        c.expect("=");
        targetLength = Number(c.textOf(c.expect("integer")));
        c.expect(")");
      }
      return { kind: "snippet", targetLength, position };
    }
    case "division":
    case "metadata":
    case "pricebookid":
      c.next();
      c.expect("=");
      return { kind: word === "pricebookid" ? "pricebookId" : word, value: parseValue(c), position };
    case "network": {
      c.next();
      if (c.accept("=")) return { kind: "network", values: [parseValue(c)], position };
      c.expectWord("in");
      const list: SoqlValue = parseValue(c);
      return { kind: "network", values: list.kind === "list" ? list.values : [list], position };
    }
    case "data": {
      const start = c.token.start;
      while (!c.is("end") && !c.is("]") && !["with", "limit", "update"].includes(c.token.word)) c.next();
      return { kind: "dataCategory", text: c.text.slice(start, c.previous.end), position };
    }
    default:
      return c.failMissing("USER_MODE, SYSTEM_MODE, SNIPPET, NETWORK, DIVISION, METADATA, PRICEBOOKID or DATA CATEGORY");
  }
}
