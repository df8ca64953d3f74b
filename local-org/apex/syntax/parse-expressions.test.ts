import assert from "node:assert/strict";
import { test } from "node:test";
import { expressionText, readExpression } from "./expression-text.ts";

function groups(cases: Readonly<Record<string, string>>): void {
  for (const [source, expected] of Object.entries(cases)) assert.equal(expressionText(readExpression(source)), expected, source);
}

test("operators group by precedence and from the left", () => {
  groups({
    "a + b * c": "(a + (b * c))",
    "a - b - c": "((a - b) - c)",
    "a || b && c": "(a || (b && c))",
    "a | b ^ c & d": "(a | (b ^ (c & d)))",
    "a == b < c": "(a == (b < c))",
    "a << b + c": "(a << (b + c))",
    "!a == b": "((!a) == b)",
    "-a * b": "((-a) * b)",
    "a ?? b || c": "(a ?? (b || c))",
    "a ?? b ?? c": "((a ?? b) ?? c)",
    "a instanceof B && c": "((a instanceof B) && c)",
    "a <> b": "(a != b)",
  });
});

test("assignments and conditionals group from the right", () => {
  groups({
    "a = b = c": "(a = (b = c))",
    "a += b ? c : d": "(a += (b ? c : d))",
    "a ? b : c ? d : e": "(a ? b : (c ? d : e))",
    "a ? b = 1 : c": "(a ? (b = 1) : c)",
  });
});

test("signs of greater-than join by their neighbours", () => {
  groups({
    "a >> b": "(a >> b)",
    "a >>> b": "(a >>> b)",
    "a >= b": "(a >= b)",
    "a >>= b": "(a >>= b)",
    "a >>>= b": "(a >>>= b)",
    "new Map<Id,List<Set<Id>>>()": "new Map<Id,List<Set<Id>>>()",
  });
});

test("a cast takes the calls and members behind it, not the operators", () => {
  groups({
    "(String) a.b": "(cast String a.b)",
    "((String) a).b": "(cast String a).b",
    "(List<Account>) [SELECT Id FROM Account]": "(cast List<Account> [Account ])",
    "(Integer) a / b": "((cast Integer a) / b)",
    "(Integer) -a": "(cast Integer (-a))",
    "(a) - b": "(a - b)",
    "(a) + b": "(a + b)",
    "(a) * b": "(a * b)",
    "(Foo) (b)": "(cast Foo b)",
    "(A.B[]) c": "(cast A.B[] c)",
    "(a) instanceof B": "(a instanceof B)",
    "(a)[0]": "a[0]",
    "(Boolean) !a": "(cast Boolean (!a))",
  });
});

test("any word is a name behind a dot", () => {
  groups({
    "Trigger.new": "Trigger.new",
    "a.class.getName()": "a.class.getName()",
    "a?.insert?.b()": "a?.insert?.b()",
    "Account.SObjectType.getDescribe()": "Account.SObjectType.getDescribe()",
    "a.b[0].c": "a.b[0].c",
  });
});

test("class literals name types", () => {
  groups({
    "Foo.class": "Foo.class",
    "A.B.class": "A.B.class",
    "List<Account>.class": "List<Account>.class",
    "Map<Id, List<A.B>>.class": "Map<Id,List<A.B>>.class",
    "String[].class": "String[].class",
    "void.class": "void.class",
  });
});

test("new covers objects, records, lists, sets, maps and arrays", () => {
  groups({
    "new Foo(1, a)": "new Foo(1, a)",
    "new A.B()": "new A.B()",
    "new Account(Name = 'x', Owner__c = b)": 'new Account(Name := "x", Owner__c := b)',
    "new List<Id>{ a, b }": "new List<Id> {a, b}",
    "new Set<Id>{}": "new Set<Id> {}",
    "new Integer[]{ 1, 2 }": "new Integer[] {1, 2}",
    "new Integer[5]": "new Integer[] of size 5",
    "new Map<String, Object>{ 'a' => 1, 'b' => c }": 'new Map<String,Object> {"a" => 1, "b" => c}',
    "new Map<Id, Account>{}": "new Map<Id,Account> {}",
    "new Foo().bar()": "new Foo().bar()",
  });
});

test("literals keep their values", () => {
  groups({
    "2147483647": "2147483647",
    "-2147483648": "-2147483648",
    "9223372036854775807L": "9223372036854775807L",
    "1.50": "1.50",
    ".5d": "0.5",
    "'a\\n\\u0041\\''": '"a\\nA\'"',
    TRUE: "true",
    Null: "null",
  });
});

test("a multi-line string starts on the line after its quotes", () => {
  assert.equal(expressionText(readExpression("'''\n  one\n 'two'\n'''")), "\"  one\\n 'two'\\n\"");
});

test("queries keep the expressions of their binds by index", () => {
  const query = readExpression(
    "[SELECT Id, (SELECT Id FROM Contacts WHERE Id IN :(ids)) FROM Account WHERE Name = :a.b AND X__c > :f(1) LIMIT :n]",
  );
  assert.equal(expressionText(query), "[Account ids, a.b, f(1), n]");
  assert.equal(query.kind === "soql" && query.query.binds.map((bind) => bind.text).join(" "), "(ids) a.b f(1) n");
});

test("a position is that of the name for members and calls, else of the first character", () => {
  const call = readExpression("a\n  .b()\n  .c(1)");
  assert.deepEqual(call.position, { line: 3, column: 4 });
  assert.deepEqual(readExpression("aa + bb").position, { line: 1, column: 3 });
});
