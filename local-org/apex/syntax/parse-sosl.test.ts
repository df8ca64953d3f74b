import assert from "node:assert/strict";
import { test } from "node:test";
import { readExpression } from "./expression-text.ts";
import { parseSosl } from "./parse.ts";
import type { SoslQuery } from "./soql-ast.ts";

function search(text: string): SoslQuery {
  const result = parseSosl(text);
  if (!result.ok) assert.fail(`${text}: ${result.diagnostics[0]?.message}`);
  return result.query;
}

test("the search text stands in braces or quotes", () => {
  assert.deepEqual(search("FIND {jo* OR \\{x\\}}").find.kind === "string" && search("FIND {jo* OR \\{x}").find, {
    kind: "string",
    value: "jo* OR \\{x",
    position: { line: 1, column: 6 },
  });
  const quoted = search("FIND 'it\\'s a\\?' IN PHONE FIELDS");
  assert.deepEqual([quoted.find.kind === "string" && quoted.find.value, quoted.in], ["it's a\\?", "phone"]);
});

test("RETURNING lists objects with fields, filter, order and limits", () => {
  const {
    returning,
    limit,
    with: options,
  } = search(
    "FIND {a} IN ALL FIELDS RETURNING Contact(Id, toLabel(Status) s WHERE Name != null ORDER BY Name LIMIT 5 OFFSET 1), Lead WITH SNIPPET(target_length=120) WITH USER_MODE LIMIT 20",
  );
  assert.deepEqual(
    returning.map((one) => [one.object, one.fields.length, one.where?.kind, one.orderBy.length, one.limit?.kind, one.offset?.kind]),
    [
      ["Contact", 2, "comparison", 1, "number", "number"],
      ["Lead", 0, undefined, 0, undefined, undefined],
    ],
  );
  assert.deepEqual([limit?.kind, options.map((option) => option.kind)], ["number", ["snippet", "userMode"]]);
});

test("a search in Apex binds its text and filters", () => {
  const expression = readExpression("[FIND :term IN PHONE FIELDS RETURNING Contact(Id WHERE AccountId = :account.Id LIMIT :n)]");
  assert.ok(expression.kind === "sosl");
  assert.deepEqual(
    expression.query.binds.map((bind) => bind.text),
    ["term", "account.Id", "n"],
  );
  assert.equal(expression.binds.length, 3);
});
