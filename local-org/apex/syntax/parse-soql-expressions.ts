import { parseBind, parseValue } from "./parse-soql-values.ts";
import type { Position } from "./position.ts";
import type { SoqlAggregate, SoqlDateFunction, SoqlExpression, SoqlField, SoqlLocation } from "./soql-ast.ts";
import { stringValue } from "./string-literal.ts";
import type { TokenCursor } from "./token-cursor.ts";

const aggregates = new Map<string, SoqlAggregate["function"]>(
  (["count", "count_distinct", "avg", "min", "max", "sum"] as const).map((name) => [name, name]),
);

const dateFunctions = new Map<string, SoqlDateFunction["function"]>(
  (
    [
      "calendar_month",
      "calendar_quarter",
      "calendar_year",
      "day_in_month",
      "day_in_week",
      "day_in_year",
      "day_only",
      "fiscal_month",
      "fiscal_quarter",
      "fiscal_year",
      "hour_in_day",
      "week_in_month",
      "week_in_year",
    ] as const
  ).map((name) => [name, name]),
);

/** `Account.Owner.Name` */
export function parseField(c: TokenCursor, what: string): SoqlField {
  const position = c.position();
  if (!c.is("name")) c.failMissing(`the name of ${what === "object" ? "an" : "a"} ${what}`);
  const path = [c.textOf(c.next())];
  while (c.accept(".")) path.push(c.textOf(c.expect("name")));
  return { kind: "field", path, position };
}

/** A field or a function of fields. */
export function parseSelectable(c: TokenCursor): SoqlExpression {
  if (c.is("name") && c.isWord("from")) c.failMissing("a field before FROM");
  if (!c.is("name") || c.peek(1).kind !== "(") return parseField(c, "field");
  const token = c.next();
  const position = c.position(token);
  const name = c.textOf(token).toLowerCase();
  c.next();
  const expression = parseFunction(c, name, position);
  c.expect(")");
  return expression;
}

function parseFunction(c: TokenCursor, name: string, position: Position): SoqlExpression {
  const aggregate = aggregates.get(name);
  if (aggregate !== undefined) {
    const field = aggregate === "count" && c.is(")") ? null : parseField(c, "field");
    return { kind: "aggregate", function: aggregate, field, position };
  }
  const dateFunction = dateFunctions.get(name);
  if (dateFunction !== undefined) {
    const convertTimezone = c.isWord("converttimezone") && c.peek(1).kind === "(";
    if (convertTimezone) {
      c.next();
      c.next();
    }
    const field = parseField(c, "field");
    if (convertTimezone) c.expect(")");
    return { kind: "dateFunction", function: dateFunction, field, convertTimezone, position };
  }
  switch (name) {
    case "tolabel":
      return { kind: "toLabel", field: parseField(c, "field"), position };
    case "convertcurrency":
      return { kind: "convertCurrency", field: parseField(c, "field"), position };
    case "grouping":
      return { kind: "grouping", field: parseField(c, "field"), position };
    case "format":
      return { kind: "format", operand: parseSelectable(c), position };
    case "distance": {
      const from = parseLocation(c);
      c.expect(",");
      const to = parseLocation(c);
      c.expect(",");
      return { kind: "distance", from, to, unit: stringValue(c, c.expect("string"), "soql"), position };
    }
    default:
      return c.fail(`Unknown SOQL function '${name}'`, position);
  }
}

function parseLocation(c: TokenCursor): SoqlLocation {
  if (c.is(":")) return parseBind(c);
  const position = c.position();
  if (!c.isWord("geolocation")) return parseField(c, "field");
  c.next();
  c.expect("(");
  const latitude = parseValue(c);
  c.expect(",");
  const longitude = parseValue(c);
  c.expect(")");
  return { kind: "geolocation", latitude, longitude, position };
}
