import assert from "node:assert/strict";
import { test } from "node:test";
import { apexStackTrace } from "../runtime/stack-trace.ts";
import { toText } from "../runtime/to-string.ts";
import { compileApex, runBody } from "./apex-fixture.ts";

/** What a body gives, as text. */
function textOf(body: string, members = ""): string {
  return toText(runBody(body, members));
}

test("Integer arithmetic wraps, Long arithmetic wraps at 64 bits", () => {
  assert.equal(textOf("Integer i = 2147483647; return i + 1;"), "-2147483648");
  assert.equal(textOf("Integer i = 65536; return i * i;"), "0");
  assert.equal(textOf("Long l = 9223372036854775807L; return l + 1;"), "-9223372036854775808");
  assert.equal(textOf("Integer i = -7; return i / 2;"), "-3");
  assert.equal(textOf("Integer i = -8; return (i >>> 28) + ',' + (i >> 1) + ',' + (1 << 33);"), "15,-4,2");
});

test("Decimal keeps its scale", () => {
  assert.equal(textOf("Decimal d = 1.10; return d + 2;"), "3.10");
  assert.equal(textOf("Decimal d = 1.5; return d * 2.50;"), "3.750");
});

test("increments give old or new values and evaluate their place once", () => {
  assert.equal(textOf("Integer i = 1; Integer a = i++; Integer b = ++i; return a + ',' + b + ',' + i;"), "1,3,3");
  assert.equal(
    textOf(
      "List<Integer> xs = new List<Integer>{ 1, 2 }; xs[next()] += 5; return xs + ',' + calls;",
      "static Integer calls = 0; static Integer next() { calls++; return 1; }",
    ),
    "(1, 7),1",
  );
  assert.equal(textOf("Main m = new Main(); m.count += 2; m.count++; return m.count;", "Integer count = 1;"), "4");
  assert.equal(textOf("String s = 'a'; s += 1; s += null; return s;"), "a1null");
});

test("texts compare without case by ==, with case by equals", () => {
  assert.equal(textOf("String a = 'X'; String b = 'x'; return (a == b) + ',' + a.equals(b) + ',' + (a != 'y');"), "true,false,true");
});

test("?. gives null and ends the chain", () => {
  assert.equal(textOf("Main m; return m?.self().self().name;", "String name = 'n'; Main self() { return this; }"), "null");
  assert.equal(
    textOf("Main m = new Main(); return m?.self()?.name?.toUpperCase();", "String name = 'n'; Main self() { return this; }"),
    "N",
  );
});

test("?? takes the right side for null only", () => {
  assert.equal(textOf("String s; Boolean b = false; return (s ?? 'd') + ',' + (b ?? true);"), "d,false");
});

test("properties run their accessors, auto properties hold values", () => {
  assert.equal(
    textOf(
      "Main m = new Main(); m.doubled = 4; m.plain = 'p'; return m.doubled + m.plain + Main.shared;",
      "public Integer doubled { get { return doubled * 2; } set { doubled = value + 1; } } public String plain { get; set; } static String shared { get { if (shared == null) shared = 's'; return shared; } set; }",
    ),
    "10ps",
  );
});

test("virtual calls, super calls and interfaces", () => {
  const { call } = compileApex({
    "Shape.cls":
      "public abstract class Shape { public abstract Integer area(); public virtual String name() { return 'shape ' + area(); } }",
    "Named.cls": "public interface Named { String name(); }",
    "Square.cls":
      "public class Square extends Shape implements Named { Integer side; public Square(Integer side) { this.side = side; } public override Integer area() { return side * side; } public override String name() { return 'square, a ' + super.name(); } }",
    "Main.cls": "public class Main { public static String run() { Named n = new Square(3); return n.name(); } }",
  });
  assert.equal(call("Main", "run"), "square, a shape 9");
});

test("a private method is not overridden by a method of the same name", () => {
  const { call } = compileApex({
    "Base.cls": "public virtual class Base { private String secret() { return 'base'; } public String tell() { return secret(); } }",
    "Derived.cls":
      "public class Derived extends Base { private String secret() { return 'derived'; } public String own() { return secret(); } }",
    "Main.cls": "public class Main { public static String run() { Derived d = new Derived(); return d.tell() + d.own(); } }",
  });
  assert.equal(call("Main", "run"), "basederived");
});

test("inner classes, enums and interfaces are found in any order", () => {
  assert.equal(
    textOf(
      "Step s = new Last(); return s.go() + Color.GREEN.ordinal() + Color.valueOf('RED') + Color.values().size();",
      "public class Last extends First { public override String go() { return 'last ' + super.go(); } } public virtual class First implements Step { public virtual String go() { return 'first'; } } interface Step { String go(); } enum Color { RED, GREEN }",
    ),
    "last first1RED2",
  );
});

test("exceptions of the project carry messages and causes", () => {
  assert.equal(
    textOf(
      "try { try { Integer i = 1 / 0; } catch (MathException e) { throw new MyException('outer', e); } } catch (MyException e) { return e.getMessage() + '|' + e.getCause().getMessage() + '|' + e.getTypeName(); } return 'none';",
      "class MyException extends Exception { }",
    ),
    "outer|Divide by 0|Main.MyException",
  );
  assert.equal(
    textOf(
      "try { throw new EException(); } catch (Exception e) { return e.getMessage(); }",
      "class E1Exception extends Exception {} class EException extends Exception { Integer x = 1; }",
    ),
    "Script-thrown exception",
  );
});

test("finally runs after return and after throw", () => {
  assert.equal(
    textOf(
      "String r = go(); return r + log;",
      "static String log = ''; static String go() { try { log += 'a'; return 'r'; } finally { log += 'f'; } }",
    ),
    "raf",
  );
  assert.equal(
    textOf(
      "try { go(); } catch (Exception e) { log += 'c'; } return log;",
      "static String log = ''; static void go() { try { throw new NullPointerException(); } finally { log += 'f'; } }",
    ),
    "fc",
  );
});

test("switch takes enums, texts, types and else", () => {
  const members =
    "enum Color { RED, GREEN, BLUE } static String name(Color c) { switch on c { when RED { return 'r'; } when GREEN, BLUE { return 'gb'; } when null { return 'n'; } } return '?'; }";
  assert.equal(textOf("return name(Color.RED) + name(Color.BLUE) + name(null);", members), "rgbn");
  assert.equal(
    textOf(
      "SObject s = new Account(Name = 'A'); switch on s { when Contact c { return 'c'; } when Account a { return a.Name; } when else { return 'e'; } }",
    ),
    "A",
  );
  assert.equal(
    textOf(
      "Integer hits = 0; for (Integer i = 0; i < 4; i++) { switch on i { when 1 { continue; } when 3 { break; } } hits++; } return hits;",
    ),
    "2",
  );
});

test("loops: for each over lists, sets and own iterables; do and while", () => {
  assert.equal(
    textOf(
      "Integer sum = 0; for (Integer i : new Set<Integer>{ 1, 2, 2 }) sum += i; Integer n = 0; do { n++; } while (n < 3); while (n < 5) n++; return sum * 10 + n;",
    ),
    "35",
  );
  const members =
    "class Count implements Iterable<Integer>, Iterator<Integer> { Integer at = 0; public Iterator<Integer> iterator() { return this; } public Boolean hasNext() { return at < 3; } public Integer next() { return at++; } }";
  assert.equal(textOf("Integer sum = 0; for (Integer i : new Count()) sum += i; return sum;", members), "3");
});

test("adding to a list that is being walked through is refused", () => {
  assert.equal(
    textOf(
      "List<Integer> xs = new List<Integer>{ 1 }; try { for (Integer x : xs) xs.add(x); } catch (System.FinalException e) { return e.getMessage(); } return xs;",
    ),
    "Cannot modify a collection while it is being iterated.",
  );
});

test("static state is fresh in every transaction and its initialisers run on first use", () => {
  const { call } = compileApex({
    "Counter.cls": "public class Counter { public static Integer n = 10; static { n += 5; } public static Integer next() { return n++; } }",
  });
  assert.equal(call("Counter", "next"), 15);
  assert.equal(call("Counter", "next"), 15);
});

test("casts are checked at run time", () => {
  assert.equal(
    textOf("Object o = 'text'; try { Integer i = (Integer) o; return i; } catch (TypeException e) { return e.getMessage(); }"),
    "Invalid conversion from runtime type String to Integer",
  );
  assert.equal(textOf("Object o = 5; Integer i = (Integer) o; Object d = 2.5; return i + ',' + (Decimal) d;"), "5,2.5");
  assert.equal(textOf("Object o = new Main(); return (o instanceof Main) + ',' + (o instanceof String);"), "true,false");
  assert.equal(
    textOf("Object o = new List<Account>(); return (o instanceof List<SObject>) + ',' + (o instanceof List<String>);"),
    "true,false",
  );
});

test("Doubles keep their kind inside Object", () => {
  assert.equal(textOf("Double d = 2; Object o = d; return o + ',' + (o instanceof Integer) + ',' + (Double) o;"), "2.0,false,2.0");
});

test("queries, DML and triggers work together", () => {
  const { call } = compileApex({
    "AccountTrigger.trigger":
      "trigger AccountTrigger on Account (before insert) { for (Account a : Trigger.new) { a.Phone = label(a); } String label(Account a) { return a.Name + '!'; } }"
        .replace(/ String label.*\} \}$/, " }")
        .replace("label(a)", "a.Name + '!'"),
    "Main.cls": `public class Main { public static String run() {
      String name = 'Acme';
      insert new List<Account>{ new Account(Name = name), new Account(Name = 'Other') };
      Account a = [SELECT Id, Name, Phone FROM Account WHERE Name = :name];
      insert new Contact(LastName = 'C', AccountId = a.Id);
      String parents = '';
      for (Contact c : [SELECT Account.Name FROM Contact]) parents += c.Account.Name;
      Integer n = [SELECT COUNT() FROM Account];
      a.Name = 'New'; update a;
      return a.Phone + ',' + parents + ',' + n + ',' + [SELECT Name FROM Account WHERE Id = :a.Id].Name;
    } }`,
  });
  assert.equal(call("Main", "run"), "Acme!,Acme,2,New");
});

test("a DmlException names the field that is missing", () => {
  assert.equal(
    textOf("try { insert new Account(); } catch (DmlException e) { return e.getDmlStatusCode(0); } return 'none';"),
    "REQUIRED_FIELD_MISSING",
  );
});

test("the trace of an exception names classes, methods and lines", () => {
  const { call } = compileApex({
    "Main.cls":
      "public class Main {\n  public static void run() {\n    new Part()\n      .go(null);\n  }\n  class Part {\n    void go(String s) {\n      s.length();\n    }\n  }\n}",
  });
  assert.throws(
    () => call("Main", "run"),
    (error) => {
      assert.equal(apexStackTrace(error as Error), "Class.Main.Part.go: line 8, column 1\nClass.Main.run: line 4, column 1");
      return true;
    },
  );
});

test("names of JavaScript are free in Apex", () => {
  assert.equal(
    textOf(
      "Integer arguments = 1; Integer var = 2; Integer let = 3; Integer function = 4; return arguments + var + let + function + constructor();",
      "static Integer constructor() { return 5; } static Integer name() { return 1; } Integer constructor = 2; static Integer prototype() { return 1; }",
    ),
    "15",
  );
});

test("fields of the same name in super and sub class are two fields", () => {
  const { call } = compileApex({
    "Base.cls": "public virtual class Base { private String tag = 'base'; public String baseTag() { return tag; } }",
    "Derived.cls": "public class Derived extends Base { private String tag = 'derived'; public String ownTag() { return tag; } }",
    "Main.cls": "public class Main { public static String run() { Derived d = new Derived(); return d.baseTag() + d.ownTag(); } }",
  });
  assert.equal(call("Main", "run"), "basederived");
});

test("an overridden getMessage is used, and reaches the platform's by super", () => {
  assert.equal(
    textOf(
      "Exception e = new LoudException('m'); return e.getMessage() + e.getTypeName();",
      "class LoudException extends Exception { public override String getMessage() { return super.getMessage() + '!'; } }",
    ),
    "m!Main.LoudException",
  );
});

test("objects of the project stand for platform interfaces", () => {
  const members =
    "class Context implements QueueableContext { public Id getJobId() { return '707000000000001AAA'; } } class Caller implements Callable { public Object call(String action, Map<String, Object> args) { return action + args.size(); } } static Id jobOf(QueueableContext c) { return c.getJobId(); }";
  assert.equal(
    textOf("Callable c = new Caller(); return jobOf(new Context()) + ',' + c.call('x', new Map<String, Object>());", members),
    "707000000000001AAA,x0",
  );
});
