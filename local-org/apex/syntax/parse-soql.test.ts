import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSoql } from "./parse.ts";
import type { SoqlCondition, SoqlExpression, SoqlQuery, SoqlValue } from "./soql-ast.ts";

function query(text: string): SoqlQuery {
  const result = parseSoql(text);
  if (!result.ok) assert.fail(`${text}: ${result.diagnostics[0]?.message}`);
  return result.query;
}

function refusal(text: string): string {
  const result = parseSoql(text);
  if (result.ok) assert.fail(`accepted: ${text}`);
  return `${result.diagnostics[0]?.column} ${result.diagnostics[0]?.message}`;
}

function expression(e: SoqlExpression): string {
  switch (e.kind) {
    case "field":
      return e.path.join(".");
    case "aggregate":
      return `${e.function}(${e.field?.path.join(".") ?? ""})`;
    case "dateFunction":
      return `${e.function}(${e.convertTimezone ? "tz " : ""}${e.field.path.join(".")})`;
    case "format":
      return `format(${expression(e.operand)})`;
    case "distance":
      return `distance(${e.from.kind} ${e.to.kind} ${e.unit})`;
    default:
      return `${e.kind}(${e.field.path.join(".")})`;
  }
}

function value(v: SoqlValue): string {
  switch (v.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(v.value);
    case "string":
      return `'${v.value}'`;
    case "dateLiteral":
      return v.count === null ? v.name : `${v.name}:${v.count}`;
    case "currency":
      return `${v.code} ${v.amount}`;
    case "list":
      return `(${v.values.map(value).join(" ")})`;
    case "subquery":
      return `(select from ${v.query.from.path.join(".")})`;
    case "bind":
      return `:${v.index}=${v.path?.join(".") ?? `<${v.text}>`}`;
    default:
      return `${v.kind} ${v.text}`;
  }
}

function condition(c: SoqlCondition | null): string {
  if (c === null) return "";
  if (c.kind === "comparison") return `${expression(c.left)} ${c.operator} ${value(c.value)}`;
  return c.kind === "not" ? `not (${condition(c.operand)})` : `(${c.operands.map(condition).join(` ${c.kind} `)})`;
}

const where = (text: string) => condition(query(`SELECT Id FROM Account WHERE ${text}`).where);

test("the SELECT list takes fields, functions, aliases, subqueries, TYPEOF and FIELDS", () => {
  const { select } = query(
    "SELECT Id, Owner.Name n, COUNT(Id) total, FORMAT(MIN(Amount)), toLabel(Status), CALENDAR_YEAR(convertTimezone(CreatedDate)), (SELECT Id FROM Contacts LIMIT 1), TYPEOF What WHEN Account THEN Phone, Name ELSE Id END, FIELDS(ALL) FROM Case",
  );
  assert.deepEqual(
    select.map((item) => {
      switch (item.kind) {
        case "expression":
          return `${expression(item.expression)}${item.alias === null ? "" : ` as ${item.alias}`}`;
        case "subquery":
          return `subquery ${item.query.from.path.join(".")} ${item.query.limit?.kind}`;
        case "typeof":
          return `typeof ${item.field.path.join(".")} ${item.when.map((when) => `${when.object}:${when.fields.map(expression).join("+")}`).join(" ")} else ${item.else.map(expression).join("+")}`;
        case "fields":
          return `fields ${item.group}`;
      }
    }),
    [
      "Id",
      "Owner.Name as n",
      "count(Id) as total",
      "format(min(Amount))",
      "toLabel(Status)",
      "calendar_year(tz CreatedDate)",
      "subquery Contacts number",
      "typeof What Account:Phone+Name else Id",
      "fields all",
    ],
  );
});

test("every clause is read in its order", () => {
  const q = query(
    "SELECT Name, COUNT(Id) c FROM Account a, a.Owner o USING SCOPE mine WHERE a.X__c = 1 WITH USER_MODE GROUP BY ROLLUP(Name) HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST, COUNT(Id) LIMIT 10 OFFSET :skip ALL ROWS FOR VIEW FOR REFERENCE",
  );
  assert.deepEqual(
    [q.from.path, q.from.alias, q.fromAliases.map((from) => [from.path, from.alias]), q.scope],
    [["Account"], "a", [[["a", "Owner"], "o"]], "mine"],
  );
  assert.deepEqual([q.with?.kind, q.groupBy?.kind, condition(q.having)], ["userMode", "rollup", "count(Id) > number 1"]);
  assert.deepEqual(
    q.orderBy.map((order) => [expression(order.expression), order.descending, order.nulls]),
    [
      ["Name", true, "last"],
      ["count(Id)", false, null],
    ],
  );
  assert.deepEqual([q.limit?.kind, q.offset?.kind, q.allRows, q.for, q.binds.length], ["number", "bind", true, ["view", "reference"], 1]);
});

test("values keep what was written", () => {
  assert.equal(where("A = null"), "A = null");
  assert.equal(where("A = 'it\\'s' "), "A = 'it's'");
  assert.equal(where("A LIKE '50\\% \\_%'"), "A like '50\\% \\_%'");
  assert.equal(where("A > -1.5"), "A > number -1.5");
  assert.equal(where("A >= 2026-01-31"), "A >= date 2026-01-31");
  assert.equal(where("A < 2026-01-31T10:00:00.000+01:00"), "A < datetime 2026-01-31T10:00:00.000+01:00");
  assert.equal(where("A = 2026-01-31T10:00:00Z AND B = 1"), "(A = datetime 2026-01-31T10:00:00Z and B = number 1)");
  assert.equal(where("A = 10:30:00Z"), "A = time 10:30:00Z");
  assert.equal(where("A = LAST_N_DAYS:7"), "A = last_n_days:7");
  assert.equal(where("A = N_MONTHS_AGO:2"), "A = n_months_ago:2");
  assert.equal(where("A <> TODAY"), "A != today");
  assert.equal(where("A > USD5000.50"), "A > USD 5000.50");
  assert.equal(where("A INCLUDES ('x;y', 'z')"), "A includes ('x;y' 'z')");
  assert.equal(where("A NOT IN (SELECT ContactId FROM Case)"), "A not in (select from Case)");
  assert.equal(where("A IN :ids AND B = :x.y AND C = :f(1)"), "(A in :0=ids and B = :1=x.y and C = :2=<f(1)>)");
});

test("AND and OR mix only with parentheses and NOT takes one condition", () => {
  assert.equal(
    where("A = 1 AND (B = 2 OR C = 3) AND (NOT D = 4)"),
    "(A = number 1 and (B = number 2 or C = number 3) and not (D = number 4))",
  );
  assert.match(refusal("SELECT Id FROM A WHERE B = 1 AND C = 2 OR D = 3"), /^40 .*AND and OR need parentheses/);
  assert.match(refusal("SELECT Id FROM A WHERE B = 1 AND NOT C = 2"), /^34 .*NOT and its condition in parentheses/);
});

test("what cannot be a query is refused where it stops making sense", () => {
  assert.match(refusal("SELECT FROM Account"), /^8 .*field before FROM/);
  assert.match(refusal("SELECT Id, FROM Account"), /^12 .*field before FROM/);
  assert.match(refusal("SELECT Id Account"), /^18 Missing 'from'/);
  assert.match(refusal("SELECT Id FROM Account LIMIT 5 WHERE Name = 'a'"), /^32 .*clauses of a query/);
  assert.match(refusal("SELECT Id FROM Account HAVING COUNT(Id) > 1"), /^24 HAVING needs GROUP BY/);
  assert.match(refusal("SELECT Id FROM Account WHERE Name = abc"), /^37 .*behind a colon/);
  assert.match(refusal("SELECT Id FROM Account WHERE Name 'abc'"), /^35 .*comparison operator is missing/);
  assert.match(refusal("SELECT SHOUT(Name) FROM Account"), /^8 Unknown SOQL function 'shout'/);
  assert.match(refusal("SELECT Id, (SELECT Id FROM Contacts WITH USER_MODE) FROM Account"), /^37 WITH is not allowed in a subquery/);
  assert.match(refusal("SELECT Id FROM Account LIMIT many"), /^30 Missing a whole number/);
});

test("words of the language are names of objects and fields", () => {
  assert.deepEqual(query("SELECT Id, Group.Name, Type, Order FROM Group ORDER BY Limit").from.path, ["Group"]);
  assert.deepEqual(query("SELECT Id FROM Order").from.path, ["Order"]);
});
