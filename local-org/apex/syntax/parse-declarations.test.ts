import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClassDeclaration, SourceUnit } from "./ast.ts";
import { typeText } from "./check-methods.ts";
import { parseUnit } from "./parse.ts";

function unit(text: string, file = "classes/A.cls"): SourceUnit {
  const result = parseUnit(file, text);
  if (!result.ok) assert.fail(JSON.stringify(result.diagnostics));
  return result.unit;
}

function classOf(text: string): ClassDeclaration {
  const { declaration } = unit(text);
  if (declaration.kind !== "class") assert.fail("not a class");
  return declaration;
}

test("a class knows its modifiers, super class, interfaces and end", () => {
  const a = classOf("@RestResource(urlMapping='/a/*')\nglobal abstract with sharing class A extends B implements C<Id>, D.E {\n\n}\n");
  assert.deepEqual(
    a.modifiers.keywords.map((modifier) => modifier.keyword),
    ["global", "abstract", "with sharing"],
  );
  assert.deepEqual(
    a.modifiers.annotations[0]?.parameters.map(({ name, value, literal }) => [name, value, literal]),
    [["urlMapping", "/a/*", "string"]],
  );
  assert.equal(a.superClass && typeText(a.superClass), "B");
  assert.deepEqual(a.interfaces.map(typeText), ["C<Id>", "D.E"]);
  assert.deepEqual([a.position, a.endLine], [{ line: 2, column: 36 }, 4]);
});

test("members keep their order and kind", () => {
  const { members } = classOf(`public class A {
    private static final Integer X = 1, Y;
    static { f(); }
    { g(); }
    public String name { get; private set { name = value; } }
    public A(final Integer x) { this(); }
    public override List<Id> ids(Map<Id, String> m) { return null; }
    protected virtual void f() { }
    public enum E { ONE, TWO }
    public interface I { void run(); }
    public class C { }
    ;
  }`);
  assert.deepEqual(
    members.map((member) => (member.kind === "initializer" ? `initializer ${member.isStatic}` : `${member.kind} ${member.name}`)),
    [
      "field X",
      "field Y",
      "initializer true",
      "initializer false",
      "property name",
      "constructor A",
      "method ids",
      "method f",
      "enum E",
      "interface I",
      "class C",
    ],
  );
});

test("accessors without a body have none", () => {
  const [property] = classOf("public class A { public Integer a { get; set { b = value; } } }").members;
  assert.ok(property?.kind === "property");
  assert.equal(property.getter?.body, null);
  assert.equal(property.setter?.body?.statements.length, 1);
});

test("annotation parameters may be separated by spaces or commas", () => {
  const [method] = classOf(
    "public class A { @InvocableMethod(label='a' description='b', callout=true) public static void f(List<Id> i) { } }",
  ).members;
  assert.ok(method?.kind === "method");
  assert.deepEqual(
    method.modifiers.annotations[0]?.parameters.map(({ name, value }) => [name, value]),
    [
      ["label", "a"],
      ["description", "b"],
      ["callout", "true"],
    ],
  );
});

test("a trigger has an object, events, statements and methods", () => {
  const { declaration } = unit(
    "trigger T on Call__c (before insert, after undelete) {\n  f(Trigger.new);\n  Integer x = 1;\n  void f(List<Call__c> calls) { }\n}",
    "T.trigger",
  );
  assert.ok(declaration.kind === "trigger");
  assert.equal(declaration.object.name, "Call__c");
  assert.deepEqual(
    declaration.events.map(({ timing, operation }) => `${timing} ${operation}`),
    ["before insert", "after undelete"],
  );
  assert.deepEqual(
    declaration.body.statements.map((statement) => statement.kind),
    ["expressionStatement", "localVariables"],
  );
  assert.deepEqual(
    declaration.members.map((member) => member.name),
    ["f"],
  );
});

test("keywords and names ignore case", () => {
  assert.equal(classOf("PUBLIC CLASS A EXTENDS b { VOID F() { RETURN; } }").members.length, 1);
});

test("a tree comes with faults that can be read past", () => {
  const result = parseUnit("A.cls", "public class A { Integer number; }");
  assert.ok(!result.ok);
  assert.equal(result.tree?.unit.declaration.name, "A");
});
