import { parseCondition } from "./parse-soql-conditions.ts";
import { parseField, parseSelectable } from "./parse-soql-expressions.ts";
import { parseCount } from "./parse-soql-values.ts";
import type { Position } from "./position.ts";
import type {
  SoqlBind,
  SoqlCondition,
  SoqlExpression,
  SoqlField,
  SoqlFrom,
  SoqlGroupBy,
  SoqlOrder,
  SoqlQuery,
  SoqlSelectItem,
  SoqlTypeOf,
  SoqlWith,
} from "./soql-ast.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** A whole query, from `SELECT`. */
export function parseSoqlQuery(c: TokenCursor): SoqlQuery {
  return parseQuery(c, false);
}

/** A query in the SELECT list, or behind IN: it knows fewer clauses. */
export function parseSubquery(c: TokenCursor): SoqlQuery {
  return parseQuery(c, true);
}

const noBinds: readonly SoqlBind[] = [];

function parseQuery(c: TokenCursor, isSubquery: boolean): SoqlQuery {
  const position = c.position(c.expectWord("select"));
  const select = [parseSelectItem(c)];
  while (c.accept(",")) select.push(parseSelectItem(c));
  c.expectWord("from");
  const from = parseFrom(c);
  const fromAliases: SoqlFrom[] = [];
  while (c.accept(",")) fromAliases.push(parseFrom(c));
  let scope: string | null = null;
  if (!isSubquery && c.acceptWord("using")) {
    c.expectWord("scope");
    scope = c.textOf(c.expect("name"));
  }
  const where = c.acceptWord("where") ? parseCondition(c) : null;
  const withClause = !isSubquery && c.isWord("with") ? parseWith(c) : null;
  const groupBy = !isSubquery && c.isWord("group") ? parseGroupBy(c) : null;
  const having: SoqlCondition | null = groupBy !== null && c.acceptWord("having") ? parseCondition(c) : null;
  const orderBy = c.isWord("order") ? parseOrderBy(c) : [];
  const limit = c.acceptWord("limit") ? parseCount(c) : null;
  const offset = c.acceptWord("offset") ? parseCount(c) : null;
  const allRows = !isSubquery && c.isWord("all");
  if (allRows) {
    c.next();
    c.expectWord("rows");
  }
  const forClauses = parseFor(c);
  const update = parseUpdate(c);
  refuseMisplacedClause(c, isSubquery);
  const binds = isSubquery ? noBinds : (c.binds?.nodes ?? noBinds);
  return {
    kind: "soql",
    position,
    select,
    from,
    fromAliases,
    scope,
    where,
    with: withClause,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    allRows,
    for: forClauses,
    update,
    binds,
  };
}

function parseSelectItem(c: TokenCursor): SoqlSelectItem {
  const position = c.position();
  if (c.accept("(")) {
    const query = parseSubquery(c);
    c.expect(")");
    return { kind: "subquery", query, alias: parseAlias(c), position };
  }
  if (c.isWord("typeof") && c.peek(1).kind === "name") return parseTypeOf(c);
  if (c.isWord("fields") && c.peek(1).kind === "(") {
    c.next();
    c.next();
    const group = c.token.word;
    if (group !== "all" && group !== "standard" && group !== "custom") c.failMissing("ALL, STANDARD or CUSTOM");
    c.next();
    c.expect(")");
    return { kind: "fields", group, position };
  }
  const expression: SoqlExpression = parseSelectable(c);
  return { kind: "expression", expression, alias: parseAlias(c), position };
}

/** Words that go on with the query where an alias may stand. */
const clauseWords: ReadonlySet<string> = new Set([
  ..."from using where with group having order limit offset all for update end when then else asc desc nulls and or".split(" "),
]);

export function parseAlias(c: TokenCursor): string | null {
  return c.is("name") && !clauseWords.has(c.token.word) ? c.textOf(c.next()) : null;
}

function parseFrom(c: TokenCursor): SoqlFrom {
  const field = parseField(c, "object");
  return { path: field.path, alias: parseAlias(c), position: field.position };
}

function parseTypeOf(c: TokenCursor): SoqlTypeOf {
  const position = c.position(c.expectWord("typeof"));
  const field = parseField(c, "field");
  const when: { object: string; fields: SoqlField[]; position: Position }[] = [];
  do {
    const start = c.position(c.expectWord("when"));
    const object = parseField(c, "object").path.join(".");
    c.expectWord("then");
    when.push({ object, fields: parseFields(c), position: start });
  } while (c.isWord("when"));
  const rest = c.acceptWord("else") ? parseFields(c) : [];
  c.expectWord("end");
  return { kind: "typeof", field, when, else: rest, position };
}

function parseFields(c: TokenCursor): SoqlField[] {
  const fields = [parseField(c, "field")];
  while (c.accept(",")) fields.push(parseField(c, "field"));
  return fields;
}

function parseWith(c: TokenCursor): SoqlWith {
  const position = c.position(c.expectWord("with"));
  if (c.acceptWord("user_mode")) return { kind: "userMode", position };
  if (c.acceptWord("system_mode")) return { kind: "systemMode", position };
  if (c.acceptWord("security_enforced")) return { kind: "securityEnforced", position };
  const start = c.token.start;
  while (!c.is("end") && !c.is("]") && !["group", "order", "limit", "offset", "for", "update"].includes(c.token.word)) c.next();
  return { kind: "unsupported", text: c.text.slice(start, c.previous.end), position };
}

function parseGroupBy(c: TokenCursor): SoqlGroupBy {
  const position = c.position(c.expectWord("group"));
  c.expectWord("by");
  const word = c.token.word;
  const kind = (word === "rollup" || word === "cube") && c.peek(1).kind === "(" ? word : "plain";
  if (kind !== "plain") {
    c.next();
    c.next();
  }
  const expressions = [parseSelectable(c)];
  while (c.accept(",")) expressions.push(parseSelectable(c));
  if (kind !== "plain") c.expect(")");
  return { kind, expressions, position };
}

export function parseOrderBy(c: TokenCursor): SoqlOrder[] {
  c.expectWord("order");
  c.expectWord("by");
  const orders: SoqlOrder[] = [];
  do {
    const position = c.position();
    const expression = parseSelectable(c);
    const descending = c.isWord("desc");
    if (descending || c.isWord("asc")) c.next();
    let nulls: "first" | "last" | null = null;
    if (c.acceptWord("nulls")) {
      nulls = c.isWord("last") ? "last" : "first";
      if (!c.acceptWord("last")) c.expectWord("first");
    }
    orders.push({ expression, descending, nulls, position });
  } while (c.accept(","));
  return orders;
}

function parseFor(c: TokenCursor): SoqlQuery["for"] {
  const clauses: ("view" | "update" | "reference")[] = [];
  while (c.acceptWord("for")) {
    const word = c.token.word;
    if (word !== "view" && word !== "update" && word !== "reference") c.failMissing("VIEW, REFERENCE or UPDATE");
    clauses.push(word);
    c.next();
  }
  return clauses;
}

export function parseUpdate(c: TokenCursor): SoqlQuery["update"] {
  const updates: ("tracking" | "viewstat")[] = [];
  if (!c.acceptWord("update")) return updates;
  do {
    const word = c.token.word;
    if (word !== "tracking" && word !== "viewstat") c.failMissing("TRACKING or VIEWSTAT");
    updates.push(word);
    c.next();
  } while (c.accept(","));
  return updates;
}

function refuseMisplacedClause(c: TokenCursor, isSubquery: boolean): void {
  const word = c.token.word;
  if (isSubquery && ["using", "with", "group", "having", "all"].includes(word))
    c.fail(`${word.toUpperCase()} is not allowed in a subquery`);
  if (word === "having") c.fail("HAVING needs GROUP BY before it");
  if (["where", "with", "group", "order", "limit", "offset", "using", "all"].includes(word)) {
    c.fail(
      `Unexpected token ${c.describe(c.token)}: the clauses of a query follow each other as WHERE, WITH, GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET, ALL ROWS, FOR`,
    );
  }
}
