import assert from "node:assert";
import { test } from "node:test";
import { classWith, faultsIn, faultsOfMembers } from "./check-source.ts";

function refuses(rows: readonly (readonly [string, string])[]): void {
  for (const [members, message] of rows) assert.deepEqual(faultsOfMembers(members), [message], members);
}

test("members are declared once", () => {
  refuses([
    ["Integer a; String A;", "Duplicate field: A"],
    ["void f() { } Integer F() { return 1; }", "Method already defined: Integer F() from the type T"],
    ["T(Integer a) { } T(Integer b) { }", "Constructor already defined: <Constructor>(Integer)"],
    ["void f(Integer a, String A) { }", "Duplicate variable: A"],
    ["class A { } enum a { B }", "Type name already in use: a"],
  ]);
});

test("a class extends what may be extended and implements interfaces", () => {
  refuses([
    ["class A { } class B extends A { }", "Non-virtual and non-abstract type cannot be extended: T.A"],
    ["interface A { } class B extends A { }", "Class cannot extend interface: T.A"],
    ["class A { } class B implements A { }", "Class cannot implement non-interface: T.A"],
    [
      "class A implements Comparable, Comparable { public Integer compareTo(Object o) { return 0; } }",
      "Duplicate interface: System.Comparable",
    ],
    ["class A extends Exception { }", "Classes extending Exception must have a name ending in 'Exception': T.A"],
    ["class AException { }", "Exception class must extend another Exception class: T.AException"],
  ]);
  const cycle = faultsIn({ "A.cls": "public virtual class A extends B { }", "B.cls": "public virtual class B extends A { }" });
  assert.deepEqual(cycle, ["1:22 Cyclic class inheritance is not allowed: A"]);
});

test("abstract and interface methods are implemented", () => {
  refuses([
    ["abstract class A { public abstract void f(); } class B extends A { }", "Class T.B must implement the abstract method: void T.A.f()"],
    ["interface A { void f(); } class B implements A { }", "Class T.B must implement the method: void T.A.f()"],
    ["interface A { void f(); } interface C extends A { } class B implements C { }", "Class T.B must implement the method: void T.A.f()"],
    ["class B implements Queueable { }", "Class T.B must implement the method: void System.Queueable.execute(System.QueueableContext)"],
    [
      "class B implements Iterator<String> { public Boolean hasNext() { return true; } public Integer next() { return 1; } }",
      "Method return types clash: Integer T.B.next() vs String System.Iterator<String>.next()",
    ],
    [
      "class B implements Comparable { Integer compareTo(Object o) { return 0; } }",
      "Overriding implementations of global or public interface methods must be global or public: Integer T.B.compareTo(Object)",
    ],
    ["abstract class A { } Object f() { return new A(); }", "Abstract classes cannot be constructed: T.A"],
  ]);
});

test("overriding says so and keeps the signature", () => {
  const base = "virtual class A { public virtual void f() { } public void g() { } }";
  refuses([
    [`${base} class B extends A { public void f() { } }`, "Method must use the override keyword: void T.B.f()"],
    [`${base} class B extends A { public override void g() { } }`, "Non-virtual, non-abstract methods cannot be overridden: void T.B.g()"],
    [
      `${base} class B extends A { public override Integer f() { return 1; } }`,
      "Method return types clash: Integer T.B.f() vs void T.A.f()",
    ],
    [`${base} class B extends A { protected override void f() { } }`, "Cannot reduce the visibility of the inherited method: void T.B.f()"],
    ["public override void h() { }", "Method does not override an ancestor method: void T.h()"],
  ]);
  assert.deepEqual(faultsOfMembers("public override String toString() { return 'x'; }"), []);
});

test("static code has no instance", () => {
  refuses([
    ["Integer a; static void f() { a = 1; }", "Non static field cannot be referenced from a static context: a"],
    ["void g() { } static void f() { g(); }", "Non static method cannot be referenced from a static context: void g() from the type T"],
    ["static Object f() { return this; }", "'this' can not be used in a static context"],
    ["class A { static Integer b; }", "Static can only be used on fields of a top level type"],
    ["Integer a; class B { Integer f() { return a; } }", "Variable does not exist: a"],
  ]);
});

test("constructors reach a constructor of the super class", () => {
  const base = "virtual class A { A(Integer x) { } }";
  refuses([
    [`${base} class B extends A { }`, "Constructor not defined: [T.A].<Constructor>()"],
    [`${base} class B extends A { B() { } }`, "Constructor not defined: [T.A].<Constructor>()"],
    [`${base} class B extends A { B() { super('x'); } }`, "Constructor not defined: [T.A].<Constructor>(String)"],
    ["T() { super(); }", "No super type defined: T"],
  ]);
  assert.deepEqual(faultsOfMembers("class AException extends Exception { AException(Integer a) { this('x'); } }"), []);
});

test("properties are read and written through the accessors they have", () => {
  refuses([
    ["Integer a { get; } void f() { a = 1; }", "Variable is not writeable: a"],
    ["Integer a { set; } Integer f() { return a; }", "Variable is not readable: a"],
    ["Integer a { get { } }", "Missing return statement required return type: Integer"],
    [
      "final Integer a = 1; void f() { a = 2; }",
      "Final members can only be assigned in their declaration, init blocks, or constructors: a",
    ],
  ]);
});

test("private and protected members stay where they belong", () => {
  const other = classWith(
    "private Integer a; private void f() { } private T() { } protected void g() { } public T(Integer x) { }\nclass Hidden { }",
  );
  const inOther = (text: string): readonly string[] =>
    faultsIn({ "T.cls": other, "U.cls": `public class U {\n void run(T t) { ${text} }\n}` }).map((one) => one.replace(/^[\d:]+ /, ""));
  assert.deepEqual(inOther("t.a = 1;"), ["Variable is not visible: a of the type T"]);
  assert.deepEqual(inOther("t.f();"), ["Method is not visible: void f() from the type T"]);
  assert.deepEqual(inOther("t.g();"), ["Method is not visible: void g() from the type T"]);
  assert.deepEqual(inOther("new T();"), ["Constructor is not visible: [T].<Constructor>()"]);
  assert.deepEqual(inOther("T.Hidden x;"), ["Type is not visible: T.Hidden"]);
});

test("a file holds the type it is named for", () => {
  assert.deepEqual(faultsIn({ "A.cls": "public class B { }" }), ["1:14 Class name must match the file name: expected A, found B"]);
});

test("what the engine cannot run is told apart from errors", () => {
  const source = { "T.cls": "public class T { Date f() { return Date.today(); } }" };
  assert.deepEqual(faultsIn(source, { isImplemented: (member) => member !== "Date.today()" }), [
    "1:41 Not supported by this engine: Date.today()",
  ]);
  assert.deepEqual(faultsIn(source), []);
});
