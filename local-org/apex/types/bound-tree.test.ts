/** What the emitter relies on. */
import assert from "node:assert";
import { test } from "node:test";
import type { BoundExpression } from "./bound-tree.ts";
import { boundClass, boundStatements, boundValue, checkFiles, classWith } from "./check-source.ts";

/** Kinds of conversions around an expression, outermost first. */
function conversions(expression: BoundExpression): readonly string[] {
  return expression.kind === "convert" ? [expression.conversion.kind, ...conversions(expression.operand)] : [];
}

test("every implicit conversion is a node", () => {
  assert.deepEqual(conversions(boundValue("Long", "i")), ["integerToLong"]);
  assert.deepEqual(conversions(boundValue("Id", "s")), ["stringToId"]);
  assert.deepEqual(conversions(boundValue("Datetime", "Date.today()")), ["dateToDatetime"]);
  assert.deepEqual(conversions(boundValue("Object", "1.5d")), ["boxDouble"]);
  assert.deepEqual(conversions(boundValue("Double", "(Double) o")), ["unboxDouble"]);
  assert.deepEqual(conversions(boundValue("Account", "(Account) so")), ["downcast"]);
  assert.deepEqual(conversions(boundValue("Account", "[SELECT Id FROM Account]")), ["listToRow"]);
  assert.deepEqual(conversions(boundValue("Integer", "i")), []);
});

test("no row is no fault before ?. and ??", () => {
  const name = boundValue("String", "[SELECT Name FROM Account]?.Name");
  assert.deepEqual(name.kind === "sobjectField" && conversions(name.target), ["listToRowOrNull"]);
  const row = boundValue("Account", "[SELECT Id FROM Account] ?? a");
  assert.deepEqual(row.kind === "coalesce" && conversions(row.left), ["listToRowOrNull"]);
});

test("arithmetic has one kind of operands", () => {
  const sum = boundValue("Decimal", "i + d");
  assert.ok(sum.kind === "arithmetic" && sum.operands === "Decimal");
  assert.deepEqual(conversions(sum.left), ["integerToDecimal"]);
});

test("joined text is one flat node", () => {
  const text = boundValue("String", "'a' + i + d + 'b'");
  assert.deepEqual(text.kind === "concat" && text.parts.length, 4);
});

test("library keys name the declaring class and its parameters", () => {
  const key = (type: string, text: string): string => {
    const value = boundValue(type, text);
    return value.kind === "platformCall" || value.kind === "platformNew" ? value.member : value.kind;
  };
  assert.equal(key("Integer", "s.length()"), "String#length()");
  assert.equal(key("Account", "byId.get(id)"), "Map#get(Object)");
  assert.equal(key("String", "new OwnException('x').getMessage()"), "System.Exception#getMessage()");
  assert.equal(key("HttpRequest", "new HttpRequest()"), "System.HttpRequest.<init>()");
  assert.equal(key("Boolean", "a.equals(o)"), "Object#equals(Object)");
  assert.equal(key("String", "e.name()"), "Enum#name()");
  assert.equal(key("List<Color>", "Color.values()"), "Enum.values(System.Type)");
  assert.equal(key("Features__c", "Features__c.getInstance()"), "CustomSetting.getInstance(Schema.SObjectType)");
});

test("updates evaluate their place once", () => {
  const [statement] = boundStatements("all[0].NumberOfEmployees += 2;");
  assert.ok(statement?.kind === "expression" && statement.expression.kind === "update");
  assert.equal(statement.expression.result, "new");
  assert.ok(statement.expression.value.kind === "arithmetic" && statement.expression.value.left.kind === "current");
});

test("an accessor reaches its own property directly", () => {
  const type = boundClass(classWith("Integer a { get { return a; } set; } Integer f() { return a; }"));
  const getter = type.properties[0]?.getter;
  const [inGetter] = getter === "auto" || getter == null ? [] : getter.statements;
  const [inMethod] = type.methods[0]?.body?.statements ?? [];
  assert.ok(inGetter?.kind === "return" && inGetter.value?.kind === "property" && inGetter.value.direct);
  assert.ok(inMethod?.kind === "return" && inMethod.value?.kind === "property" && !inMethod.value.direct);
});

test("what the platform calls has a bridge", () => {
  const type = boundClass(
    classWith(
      "public void execute(QueueableContext c) { } public override String toString() { return ''; }",
      "public class T implements Queueable",
    ),
  );
  assert.deepEqual(type.bridges, [
    { platformName: "toString", arity: 0, jsName: "tostring$" },
    { platformName: "execute", arity: 1, jsName: "execute$System_QueueableContext" },
  ]);
});

test("constructors chain to the super class, written or not", () => {
  const type = boundClass(
    classWith("virtual class A { } class B extends A { } class CException extends Exception { CException(Integer x) { this('a'); } }"),
  );
  const [a, b, c] = type.inner.map((one) => (one.kind === "class" ? one.constructors : []));
  assert.deepEqual(
    a?.map((one) => [one.jsName, one.chained]),
    [["ctor$", null]],
  );
  assert.deepEqual(
    b?.map((one) => one.chained?.target),
    ["super"],
  );
  assert.deepEqual(
    c?.map((one) => one.chained?.jsName),
    ["ctor$String"],
  );
});

test("initialisers keep their order", () => {
  const type = boundClass(classWith("static Integer a = 1; static { a = 2; } static Integer b = 3; Integer c = 4;"));
  assert.deepEqual(
    type.staticInitializers.map((one) => (one.kind === "field" ? one.field : "block")),
    ["a", "block", "b"],
  );
  assert.equal(type.instanceInitializers.length, 1);
});

test("local variables of one method have different JavaScript names", () => {
  const statements = boundStatements("{ Integer k; } { Integer K; }");
  const names = statements
    .flatMap((one) => (one.kind === "block" ? one.statements : []))
    .map((one) => (one.kind === "declare" ? one.local.jsName : ""));
  assert.deepEqual(names, ["k", "K$1"]);
});

test("dynamic queries know the variables around them", () => {
  const value = boundValue("List<SObject>", "Database.query('SELECT Id FROM Account WHERE Id IN :byId AND Name = :s')");
  assert.ok(value.kind === "platformCall");
  assert.deepEqual([...(value.scope?.keys() ?? [])].sort(), ["byid", "s"]);
});

test("a statement with a fault becomes one that throws, the others stay", () => {
  const { bound, diagnostics } = checkFiles({
    "T.cls": "public class T { void f() { Integer a = 1;\nnothing();\nif (a > 1) { a = 'x'; } else { a = 2; } } Integer b = 'x'; }",
  });
  assert.equal(diagnostics.length, 3);
  const type = bound[0]?.declaration;
  assert.ok(type?.kind === "class");
  const body = type.methods[0]?.body?.statements ?? [];
  assert.deepEqual(
    body.map((one) => one.kind),
    ["declare", "unsupported", "if"],
  );
  const [, , branch] = body;
  assert.ok(branch?.kind === "if" && branch.then.kind === "block" && branch.else?.kind === "block");
  assert.deepEqual(
    [...branch.then.statements, ...branch.else.statements].map((one) => one.kind),
    ["unsupported", "expression"],
  );
  assert.equal(type.instanceInitializers[0]?.kind, "block");
});

test("an inherited method is reached under its own name", () => {
  const type = boundClass(
    classWith("interface I { Integer one(List<SObject> a); } class A implements I { public Integer one(List<Account> a) { return 1; } }"),
  );
  const [, a] = type.inner;
  assert.deepEqual(a?.kind === "class" && a.methods.map((one) => one.jsName), ["one$List_Account_", "one$List_SObject_"]);
});
