import assert from "node:assert";
import { test } from "node:test";
import { boundClass, classWith, faultsOfMembers } from "./check-source.ts";

/** The JavaScript name of what a call means, given the overloads. */
function chosen(overloads: string, call: string): string {
  const type = boundClass(classWith(`${overloads} void run() { ${call}; }`));
  const [statement] = type.methods.find((method) => method.name === "run")?.body?.statements ?? [];
  if (statement?.kind !== "expression" || statement.expression.kind !== "call") throw new Error("not a call");
  return statement.expression.jsName;
}

test("the overload with the cheapest conversions is called", () => {
  const numbers = "void f(Long a) { } void f(Decimal a) { } void f(Object a) { }";
  assert.equal(chosen(numbers, "f(1)"), "f$Long");
  assert.equal(chosen(numbers, "f(1.5)"), "f$Decimal");
  assert.equal(chosen(numbers, "f('a')"), "f$Object");
  const records = "void f(SObject a) { } void f(Contact a) { } void f(List<SObject> a) { }";
  assert.equal(chosen(records, "f(new Contact())"), "f$Contact");
  assert.equal(chosen(records, "f(new Account())"), "f$SObject");
  assert.equal(chosen(records, "f([SELECT Id FROM Account])"), "f$List_SObject_");
  const texts = "void f(String a) { } void f(Id a) { }";
  assert.equal(chosen(texts, "f('a')"), "f$String");
  assert.equal(chosen(texts, "f(new Account().Id)"), "f$Id");
});

test("the nearest super type wins", () => {
  const types = "virtual class A { } virtual class B extends A { } class C extends B { } void f(A a) { } void f(B a) { }";
  assert.equal(chosen(types, "f(new C())"), "f$T_B");
  assert.equal(chosen("void f(Exception a) { } void f(DmlException a) { }", "f(new DmlException())"), "f$System_DmlException");
});

test("null goes to the more specific of two related types", () => {
  assert.equal(chosen("void f(Object a) { } void f(String a) { }", "f(null)"), "f$String");
});

test("equally good overloads are ambiguous", () => {
  assert.deepEqual(faultsOfMembers("void f(String a) { } void f(Integer a) { } void g() { f(null); }"), [
    "Ambiguous method signature: void f(null) from the type T",
  ]);
});

test("a query where one row is wanted becomes a row", () => {
  assert.equal(chosen("void f(Account a) { }", "f([SELECT Id FROM Account])"), "f$Account");
  assert.deepEqual(faultsOfMembers("void f(Account a) { } void g(List<Account> x) { f(x); }"), [
    "Method does not exist or incorrect signature: void f(List<Account>) from the type T. Known: f(Account)",
  ]);
});
