import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement } from "./ast.ts";
import { typeText } from "./check-methods.ts";
import { expressionText } from "./expression-text.ts";
import { parseAnonymous } from "./parse.ts";

function statements(text: string): readonly Statement[] {
  const result = parseAnonymous(text);
  if (!result.ok) assert.fail(JSON.stringify(result.diagnostics));
  return result.unit.body.statements;
}

function only<Kind extends Statement["kind"]>(text: string, kind: Kind): Extract<Statement, { kind: Kind }> {
  const [statement] = statements(text);
  assert.equal(statement?.kind, kind);
  return statement as Extract<Statement, { kind: Kind }>;
}

test("a type and a name make a declaration, everything else an expression", () => {
  const kinds = (text: string) => statements(text).map((statement) => statement.kind);
  assert.deepEqual(
    kinds("Integer i; Map<Id, List<Account>> m = x; A.B[] c = d, e; final String s = 'a';"),
    Array(4).fill("localVariables"),
  );
  assert.deepEqual(kinds("i++; a.b = c; a[0] = 1; f(); this.x.y(); new Foo();"), Array(6).fill("expressionStatement"));
});

test("words of SOQL and SOSL are ordinary variable names", () => {
  const declared = only("Integer count = 1, first, name, email, data, scope, rows;", "localVariables");
  assert.deepEqual(
    declared.variables.map((variable) => variable.name),
    ["count", "first", "name", "email", "data", "scope", "rows"],
  );
});

test("for loops come in three kinds", () => {
  const each = only("for (Account a : [SELECT Id FROM Account]) f(a);", "forEach");
  assert.equal(`${typeText(each.type)} ${each.variable.name} ${each.iterable.kind}`, "Account a soql");
  const counted = only("for (Integer i = 0, n = 5; i < n; i++, n--) { }", "for");
  assert.equal(counted.condition && expressionText(counted.condition), "(i < n)");
  assert.deepEqual(counted.update.map(expressionText), ["(i++)", "(n--)"]);
  const endless = only("for (;;) { break; }", "for");
  assert.deepEqual([endless.init, endless.condition, endless.update], [[], null, []]);
  assert.equal(only("for (i = 0; i < 5; i++);", "for").body, null);
});

test("switch takes literals, enum names, types and else", () => {
  const { cases } = only(
    "switch on x { when 1, -2 { } when ABC, DEF { } when Account a { } when null { } when ('x') { } when else { } }",
    "switch",
  );
  assert.deepEqual(
    cases.map((one) =>
      one.kind === "type"
        ? `${typeText(one.type)} ${one.variable.name}`
        : one.kind === "values"
          ? one.values.map((value) => (value.kind === "literal" ? String(value.value) : value.name.join("."))).join(" ")
          : "else",
    ),
    ["1 -2", "ABC DEF", "Account a", "null", "x", "else"],
  );
});

test("DML statements know their access mode, external id and duplicates", () => {
  const plain = only("insert a;", "dml");
  assert.deepEqual([plain.operation, plain.access, plain.externalId, plain.mergeWith], ["insert", null, null, null]);
  assert.equal(only("update as user a;", "dml").access, "user");
  assert.equal(only("delete AS SYSTEM [SELECT Id FROM Account];", "dml").records.kind, "soql");
  assert.deepEqual(only("upsert as system a Account.Key__c;", "dml").externalId?.path, ["Account", "Key__c"]);
  assert.equal(only("merge a new List<Id>{ b };", "dml").mergeWith?.kind, "newCollection");
  assert.equal(only("merge a [SELECT Id FROM Account];", "dml").mergeWith?.kind, "soql");
  assert.equal(only("insert (a);", "dml").records.kind, "parenthesized");
});

test("System.runAs with a block is a statement of its own", () => {
  assert.equal(only("System.runAs(u) { f(); }", "runAs").arguments.length, 1);
  assert.equal(only("System.runAs(new Version(1, 0));", "expressionStatement").expression.kind, "call");
});

test("try has catches, a finally, or both", () => {
  const both = only("try { } catch (System.DmlException e) { } catch (final Exception e) { } finally { }", "try");
  assert.deepEqual(
    both.catches.map((clause) => typeText(clause.type)),
    ["System.DmlException", "Exception"],
  );
  assert.notEqual(both.finally, null);
  assert.deepEqual(only("try { } finally { }", "try").catches, []);
});

test("anonymous Apex may declare methods and classes between its statements", () => {
  const result = parseAnonymous("Integer a = 1;\nvoid f(Integer x) { }\npublic class C { }\nf(a);");
  assert.ok(result.ok);
  assert.deepEqual(
    result.unit.members.map((member) => member.name),
    ["f", "C"],
  );
  assert.equal(result.unit.body.statements.length, 2);
});
