import assert from "node:assert/strict";
import { test } from "node:test";
import { parseUnit } from "./parse.ts";

/** `line:column message` of everything that is wrong with a class body. */
function faults(body: string, header = "public class A {"): string[] {
  const result = parseUnit("A.cls", `${header}\n${body}\n}`);
  return result.ok ? [] : result.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function fault(body: string, expected: string, header?: string): void {
  const [first = "nothing", ...more] = faults(body, header);
  assert.equal(`${first.slice(0, expected.length)}${more.length > 0 ? ` and ${more.join(" and ")}` : ""}`, expected, body);
}

test("something missing at the end of a line is reported on that line", () => {
  fault("void f() {\nInteger x = 5\nInteger y = 6;\n}", "3:14 Missing ';' at 'Integer'");
  fault("void f() {\nf(1, 2\n;\n}", "3:7 Missing ')' at ';'");
  fault("void f() { if (x { } }", "2:18 Missing ')' at '{'");
  fault("Integer f( { }", "2:12 Missing the name of a type at '{'");
});

test("unbalanced braces are reported with the brace they belong to", () => {
  fault("void f() { if (x) {\n}\n", "5:2 Unexpected end of the source: the '{' of line 1 has no '}'");
  fault("}", "3:1 Unexpected token '}': it closes nothing");
});

test("strings and comments must end, and escapes must exist", () => {
  fault("String s = 'abc;\nInteger i;", "2:12 Line breaks are not allowed in string literals");
  fault("String s = 'a\\q';", "2:12 Invalid string literal 'a\\q'. Illegal character sequence '\\q' in string literal");
  fault("String s = '\\u12';", "2:12 Invalid string literal");
  fault("/* open", "2:1 The comment that starts here has no end");
  fault("Integer i = #;", "2:13 Unexpected character '#'");
});

test("numbers must fit their type", () => {
  fault("Integer i = 2147483648;", "2:13 Illegal integer: 2147483648");
  fault("Long l = 9223372036854775808L;", "2:10 Illegal long: 9223372036854775808");
  assert.deepEqual(faults("Long l = -9223372036854775808L; Integer i = -2147483648;"), []);
});

test("reserved and malformed names are refused for what is declared", () => {
  fault("Integer number;", "2:9 Identifier name is reserved: number");
  fault("void f(String object) { }", "2:15 Identifier name is reserved: object");
  fault("void f() { Integer select = 1; }", "2:20 Identifier name is reserved: select");
  fault("Integer class;", "2:9 Identifier name is reserved: class cannot name a field");
  fault("Integer a__b;", "2:9 Invalid identifier 'a__b'");
  fault("Integer b_;", "2:9 Invalid identifier 'b_'");
  assert.deepEqual(faults("void sort() { } void then(Integer then_1) { }"), []);
});

test("break, continue and constructor calls have their places", () => {
  fault("void f() { break; }", "2:12 Break statement must be in loop");
  fault("void f() { for (;;) { } continue; }", "2:25 Continue statement must be in loop");
  fault("A() { f(); this(1); }", "2:12 Call to 'this()' must be the first statement in a constructor method");
  fault("void f() { super(); }", "2:12 Call to 'super()' must be the first statement in a constructor method");
});

test("only calls, assignments, counts and creations are statements", () => {
  fault("void f() { a + b; }", "2:12 Expression cannot be a statement.");
  fault("void f() { a; }", "2:12 Expression cannot be a statement.");
  fault("void f() { a() = 1; }", "2:12 Expression cannot be assigned");
  fault("void f() { 5++; }", "2:12 Expression cannot be assigned");
  fault("void f() { switch on a { when else { } when 1 { } } }", "2:40 'when else' must be the last when block");
});

test("modifiers must be known, single and in place", () => {
  fault("public public Integer a;", "2:8 Duplicate modifier: public");
  fault("public private Integer a;", "2:8 Declarations can only have one scope");
  fault("transient void f() { }", "2:1 transient is not allowed on methods");
  fault("public static class B { }", "2:8 static is not allowed on classes");
  fault("static virtual void f() { }", "2:8 virtual methods cannot be static");
  fault("interface I { public void f(); }", "2:15 public is not allowed on interface methods");
  fault("", "1:7 Top-level type must have public or global visibility", "class A {");
  fault("abstract void f();", "2:15 Abstract methods are only allowed in abstract classes");
  fault("void f();", "2:6 Method must have a body");
});

test("annotations must exist, take their parameters and stand where they may", () => {
  fault("@Foo void f() { }", "2:1 Annotation does not exist: Foo");
  fault("@AuraEnabled(cachable=true) public static void f() { }", "2:14 @AuraEnabled: no such property: cachable");
  fault("@AuraEnabled(cacheable='yes') public static void f() { }", "2:14 Invalid value for property cacheable expected type Boolean");
  fault("@AuraEnabled public void load() { }", "2:26 Non static AuraEnabled methods must be named with a prefix 'get'");
  fault("@AuraEnabled static void load() { }", "2:26 @AuraEnabled methods require at least one of the following: global, public");
  fault("@Future public void f() { }", "2:21 @Future methods must be declared as static");
  fault("@Future static Integer f() { }", "2:24 @Future methods must return void");
  fault("@Future static void f(Account a) { }", "2:23 @Future methods do not support parameter type of Account");
  fault("@Future static void f(List<Contact> a) { }", "2:23 @Future methods do not support parameter type of List<Contact>");
  fault("@IsTest static void f(Integer i) { }", "2:21 Test methods must have no arguments", "@IsTest class A {");
  fault("@IsTest static void f() { }", "2:1 @IsTest methods are only allowed in classes annotated with @IsTest");
  fault("@HttpGet global static void f() { }", "2:1 @HttpGet methods are only allowed in classes annotated with @RestResource");
  fault(
    "@HttpPost global void f() { }",
    "2:23 @HttpPost methods must be declared as static",
    "@RestResource(urlMapping='/a') global class A {",
  );
  fault("@InvocableMethod public static void f(Id i) { }", "2:39 Unsupported parameter type Id");
  fault("webservice static void f() { }", "2:24 Defining type for webservice methods must be declared as global");
  fault("@Future @Future static void f() { }", "2:9 Duplicate modifier: @Future");
  assert.deepEqual(
    faults("@AuraEnabled public String getName() { return a; } @Future(callout=true) static void f(Set<Id> a, String[] b) { }"),
    [],
  );
});

test("trigger events are single and exist", () => {
  const result = parseUnit("T.trigger", "trigger T on Account (before insert, before insert, before undelete) { }");
  assert.deepEqual(!result.ok && result.diagnostics.map(({ message }) => message), [
    "Duplicate Trigger Usage: before insert",
    "Trigger Usage Before Undelete is not supported",
  ]);
});
