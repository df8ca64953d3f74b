import type { Expression } from "./ast.ts";
import { parseConditional } from "./parse-expressions.ts";
import { parseSubquery } from "./parse-soql.ts";
import type { SoqlBind, SoqlCount, SoqlDateLiteral, SoqlValue } from "./soql-ast.ts";
import { stringValue } from "./string-literal.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** `:expression` */
export function parseBind(c: TokenCursor): SoqlBind {
  const position = c.position(c.expect(":"));
  const start = c.token.start;
  const expression = parseConditional(c);
  const binds = c.binds ?? c.fail("A bind needs a query around it", position);
  const node: SoqlBind = {
    kind: "bind",
    index: binds.nodes.length,
    text: c.text.slice(start, c.previous.end),
    path: namePath(expression),
    position,
  };
  binds.nodes.push(node);
  binds.expressions.push(expression);
  return node;
}

function namePath(expression: Expression): string[] | null {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind !== "member" || expression.nullSafe) return null;
  const target = namePath(expression.target);
  return target === null ? null : [...target, expression.name];
}

/** LIMIT and OFFSET */
export function parseCount(c: TokenCursor): SoqlCount {
  if (c.is(":")) return parseBind(c);
  const token = c.expect("integer");
  return { kind: "number", value: Number(c.textOf(token)), position: c.position(token) };
}

const dateOrTime =
  /(?<datetime>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))|(?<date>\d{4}-\d\d-\d\d)(?![\dT])|(?<time>\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))/iy;

/** What stands right of a comparison operator. */
export function parseValue(c: TokenCursor): SoqlValue {
  const token = c.token;
  const position = c.position();
  switch (token.kind) {
    case ":":
      return parseBind(c);
    case "(":
      return parseListOrSubquery(c);
    case "string":
    case "multilineString":
      c.next();
      return { kind: "string", value: stringValue(c, token, "soql"), position };
    case "integer":
    case "number":
      return parseDateOrTime(c) ?? parseNumber(c, "");
    case "+":
    case "-":
      c.next();
      return { ...parseNumber(c, token.kind === "-" ? "-" : ""), position };
    case "name":
      return parseWord(c);
    default:
      return c.failUnexpected();
  }
}

function parseNumber(c: TokenCursor, sign: string): SoqlValue {
  if (!c.is("integer") && !c.is("number")) c.failUnexpected();
  const token = c.next();
  return { kind: "number", text: sign + c.textOf(token).replace(/[dD]$/, ""), position: c.position(token) };
}

/** Dates are several tokens of Apex (`2026`, `-`, `01` ...), so they are read from the source itself. */
function parseDateOrTime(c: TokenCursor): SoqlValue | null {
  dateOrTime.lastIndex = c.token.start;
  const groups = dateOrTime.exec(c.text)?.groups;
  if (groups === undefined) return null;
  const position = c.position();
  const { datetime, date, time } = groups;
  const text = datetime ?? date ?? time ?? "";
  if (!exists(text)) c.report(`Invalid ${datetime !== undefined ? "DateTime" : date !== undefined ? "Date" : "Time"} '${text}'`, position);
  c.skipTo(c.token.start + text.length);
  return { kind: datetime !== undefined ? "datetime" : date !== undefined ? "date" : "time", text, position };
}

/** Whether there is such a day and time of day. */
function exists(text: string): boolean {
  const date = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  const day = date === undefined ? 0 : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day) || (date !== undefined && !new Date(day).toISOString().startsWith(date))) return false;
  const [, hour, minute, second] = /(\d\d):(\d\d):(\d\d)/.exec(text) ?? [];
  return Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
}

function parseListOrSubquery(c: TokenCursor): SoqlValue {
  const position = c.position(c.expect("("));
  if (c.isWord("select")) {
    const query = parseSubquery(c);
    c.expect(")");
    return { kind: "subquery", query, position };
  }
  const values = [parseValue(c)];
  while (c.accept(",")) values.push(parseValue(c));
  c.expect(")");
  return { kind: "list", values, position };
}

const plainDateLiterals: ReadonlySet<string> = new Set(
  (
    "yesterday today tomorrow last_week this_week next_week last_month this_month next_month last_90_days next_90_days " +
    "this_quarter last_quarter next_quarter this_year last_year next_year this_fiscal_quarter last_fiscal_quarter next_fiscal_quarter " +
    "this_fiscal_year last_fiscal_year next_fiscal_year"
  ).split(" "),
);

const countedDateLiteral =
  /^(?:(?:last|next)_n_(?:days|weeks|months|quarters|years|fiscal_quarters|fiscal_years)|n_(?:days|weeks|months|quarters|years|fiscal_quarters|fiscal_years)_ago)$/;

function parseWord(c: TokenCursor): SoqlValue {
  const token = c.next();
  const position = c.position(token);
  const text = c.textOf(token);
  const name = text.toLowerCase();
  if (name === "null") return { kind: "null", position };
  if (name === "true" || name === "false") return { kind: "boolean", value: name === "true", position };
  if (plainDateLiterals.has(name)) return { kind: "dateLiteral", name, count: null, position };
  if (countedDateLiteral.test(name)) {
    c.expect(":");
    const negative = c.accept("-");
    if (!negative) c.accept("+");
    const count = Number(c.textOf(c.expect("integer")));
    const literal: SoqlDateLiteral = { kind: "dateLiteral", name, count: negative ? -count : count, position };
    return literal;
  }
  if (/^[a-z]{3}\d+$/.test(name)) {
    let amount = text.slice(3);
    if (c.token.start === token.end && c.is("number")) amount += c.textOf(c.next());
    return { kind: "currency", code: text.slice(0, 3).toUpperCase(), amount, position };
  }
  return c.fail(`Unexpected token '${text}': a value is missing. Strings stand in single quotes, variables behind a colon`, position);
}
