import assert from "node:assert/strict";
import { test } from "node:test";
import { ApexException, LimitExceeded } from "../runtime/exceptions.ts";
import { toText } from "../runtime/to-string.ts";
import { compileApex, runBody } from "./apex-fixture.ts";

function textOf(body: string, members = ""): string {
  return toText(runBody(body, members));
}

/** The message of the NullPointerException that a body throws. */
function nullPointerOf(body: string, members = ""): void {
  assert.throws(
    () => runBody(body, members),
    (error) => error instanceof ApexException && error.typeName === "System.NullPointerException",
  );
}

test("a null Boolean in a condition, a negation or an operator is a NullPointerException", () => {
  nullPointerOf("Boolean b; if (b) { return 1; } return 2;");
  nullPointerOf("Boolean b; return !b;");
  nullPointerOf("Boolean b; return true && b;");
  nullPointerOf("Boolean b; while (b) { } return 1;");
});

test("null is dereferenced nowhere", () => {
  nullPointerOf("String s; return s.length();");
  nullPointerOf("List<Integer> xs; return xs[0];");
  nullPointerOf("Account a; return a.Name;");
  nullPointerOf("Account a; a.Name = 'x'; return a;");
  nullPointerOf("List<Integer> xs; for (Integer x : xs) { } return 1;");
  nullPointerOf("Main m; m.count++; return 1;", "Integer count;");
  nullPointerOf("Integer i; i++; return i;");
  nullPointerOf("Exception e; throw e;");
});

test("comparisons with null are false for numbers and dates; a text is greater than none", () => {
  assert.equal(
    textOf("Integer i; Double d; Date day; String s; return (i < 1) + ',' + (d >= 1) + ',' + (day < Date.today()) + ',' + ('a' > s);"),
    "false,false,false,true",
  );
});

test("numbers of different kinds compare and compute in the wider kind", () => {
  assert.equal(
    textOf(
      "Long l = 3; Integer i = 2; Double d = 1.5; Decimal m = 2.50; return (l > i) + ',' + (l * i) + ',' + (i + d) + ',' + (m + i) + ',' + (d == 1.5);",
    ),
    "true,6,3.5,4.50,true",
  );
  assert.equal(textOf("Integer i = 7; Long l = 2; return (i / l) + ',' + (Integer) l + ',' + Math.mod(i, 4);"), "3,2,3");
});

test("a chain of ?: and ?. and ?? nests", () => {
  assert.equal(
    textOf(
      "Account a = new Account(Name = 'A'); Account none; return (none?.Name ?? a?.Name ?? 'x') + (a.Name == 'A' ? none == null ? '1' : '2' : '3');",
    ),
    "A1",
  );
});

test("break and continue leave the innermost loop", () => {
  assert.equal(
    textOf(
      "String s = ''; for (Integer i = 0; i < 3; i++) { for (Integer j = 0; j < 3; j++) { if (j == 1) continue; if (i == 1) break; s += i + '' + j + ' '; } } return s;",
    ),
    "00 02 20 22 ",
  );
});

test("a property that overrides the getter keeps the setter of its super class", () => {
  const { call } = compileApex({
    "Base.cls":
      "public virtual class Base { public String kept; public virtual String tag { get { return 'base'; } set { kept = value; } } }",
    "Derived.cls": "public class Derived extends Base { public override String tag { get { return 'derived'; } } }",
    "Main.cls": "public class Main { public static String run() { Base b = new Derived(); b.tag = 't'; return b.tag + b.kept; } }",
  });
  assert.equal(call("Main", "run"), "derivedt");
});

test("constructors chain by this and super", () => {
  assert.equal(
    textOf(
      "return new Child('x').log;",
      "virtual class Parent { public String log = 'init '; public Parent(Integer n) { log += 'parent ' + n + ' '; } } class Child extends Parent { public Child(String s) { this(s, 2); log += 'one'; } public Child(String s, Integer n) { super(n); log += s + ' '; } }",
    ),
    "init parent 2 x one",
  );
});

test("a governor limit passes catch and finally", () => {
  const { call } = compileApex({
    "Main.cls":
      "public class Main { public static void run() { try { for (Integer i = 0; i < 200; i++) { Integer n = [SELECT COUNT() FROM Account]; } } catch (Exception e) { throw e; } finally { insert new Account(Name = 'F'); } } public static Integer count() { return [SELECT COUNT() FROM Account]; } }",
  });
  assert.throws(() => call("Main", "run"), LimitExceeded);
  assert.equal(call("Main", "count"), 0);
});

test("endless recursion is a limit that Apex cannot catch", () => {
  assert.throws(
    () =>
      runBody(
        "try { return again(1); } catch (Exception e) { return 'caught'; }",
        "static Integer again(Integer n) { return again(n + 1) + 1; }",
      ),
    { typeName: "System.LimitException", message: "Maximum stack depth reached: 1001" },
  );
});

test("query loops give records one by one or in lists", () => {
  assert.equal(
    textOf(
      "List<Account> as2 = new List<Account>(); for (Integer i = 0; i < 250; i++) as2.add(new Account(Name = 'A' + i)); insert as2; Integer n = 0; String sizes = ''; for (Account a : [SELECT Id FROM Account]) n++; for (List<Account> chunk : [SELECT Id FROM Account]) sizes += ' ' + chunk.size(); return n + sizes;",
    ),
    "250 200 50",
  );
});

test("dynamic queries see the variables around them", () => {
  assert.equal(
    textOf(
      "insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') }; String wanted = 'B'; List<Account> found = Database.query('SELECT Name FROM Account WHERE Name = :wanted'); return found[0].Name;",
    ),
    "B",
  );
});

test("a trigger sees its records by id and may have methods", () => {
  const { call } = compileApex({
    "AccountTrigger.trigger": `trigger AccountTrigger on Account (before insert, after update) {
      if (Trigger.isBefore) {
        for (Account a : Trigger.new) a.Phone = 'new';
      } else {
        for (Id id : Trigger.newMap.keySet()) Main.log += Trigger.oldMap.get(id).Name + '>' + Trigger.newMap.get(id).Name + Trigger.size + Trigger.operationType;
      }
    }`,
    "Main.cls": `public class Main {
      public static String log = '';
      public static String run() {
        Account a = new Account(Name = 'A');
        insert a;
        a.Name = 'B';
        update a;
        return log + [SELECT Phone FROM Account].Phone + Trigger.isExecuting;
      }
    }`,
  });
  assert.equal(call("Main", "run"), "A>B1AFTER_UPDATEnewfalse");
});

test("an exception in a trigger comes out as a DmlException with its text", () => {
  const { call } = compileApex({
    "AccountTrigger.trigger": "trigger AccountTrigger on Account (before insert) {\n  String s;\n  s.length();\n}",
    "Main.cls":
      "public class Main { public static String run() { try { insert new Account(Name = 'A'); } catch (DmlException e) { return e.getDmlMessage(0); } return 'none'; } }",
  });
  assert.match(
    toText(call("Main", "run")),
    /AccountTrigger: execution of BeforeInsert[^]*System\.NullPointerException: Attempt to de-reference a null object[^]*Trigger\.AccountTrigger: line 3/,
  );
});

test("values of every kind go through Object and back", () => {
  assert.equal(
    textOf(
      "List<Object> all = new List<Object>{ 1, 2L, 1.5d, 2.50, 'a', true, Date.newInstance(2020, 1, 2), null }; Integer i = (Integer) all[0]; Long l = (Long) all[1]; Double d = (Double) all[2]; Decimal m = (Decimal) all[3]; return i + ',' + l + ',' + d + ',' + m + ',' + all[4] + ',' + all[5] + ',' + ((Date) all[6]).year() + ',' + all[7];",
    ),
    "1,2,1.5,2.50,a,true,2020,null",
  );
});

test("maps and sets are made from literals, copies and records", () => {
  assert.equal(
    textOf(
      "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; Map<String, Integer> c = new Map<String, Integer>(m); c.put('a', 9); Account a = new Account(Name = 'A'); insert a; Map<Id, Account> byId = new Map<Id, Account>([SELECT Name FROM Account]); Set<Integer> s = new Set<Integer>(m.values()); Integer[] sized = new Integer[2]; return m.get('a') + ',' + c.get('a') + ',' + byId.get(a.Id).Name + ',' + s.contains(2) + ',' + sized.size();",
    ),
    "1,9,A,true,2",
  );
});

test("a text with the form of an id passes for one", () => {
  assert.equal(textOf("Object o = '001000000000001AAA'; return (o instanceof Id) + ',' + (o instanceof String);"), "true,true");
});

test("a map made of records needs ids, each once", () => {
  assert.equal(
    textOf("try { return new Map<Id, Account>(new List<Account>{ new Account() }); } catch (ListException e) { return e.getMessage(); }"),
    "Row with null Id at index: 0",
  );
  assert.equal(
    textOf(
      "Account a = new Account(Name = 'A'); insert a; try { return new Map<Id, Account>(new List<Account>{ a, a }); } catch (ListException e) { return e.getMessage(); }",
    ),
    "Row with duplicate Id at index: 1",
  );
});

test("assertions compare Datetimes to the second", () => {
  assert.equal(
    textOf("Assert.areEqual(Datetime.newInstance(1538783039073L), Datetime.newInstance(1538783039000L)); return 'same';"),
    "same",
  );
});
