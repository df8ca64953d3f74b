/** Right code that a strict checker is tempted to refuse. */
import assert from "node:assert";
import { test } from "node:test";
import { faultsIn, faultsOf, faultsOfMembers } from "./check-source.ts";

function accepts(statements: readonly string[]): void {
  for (const statement of statements) assert.deepEqual(faultsOf(statement), [], statement);
}

test("numbers widen, and Decimal and Double go both ways", () => {
  accepts([
    "Long x = i; Double y = i; Decimal z = y; y = z;",
    "d = i * 1.5; d += i; d++; i += 1;",
    "Long x = 5; x = x * i;",
    "o = i == 1.0 || d > 5L;",
  ]);
});

test("ids, strings and records of ids mix", () => {
  accepts([
    "id = s; s = id; o = s == id;",
    "byId.get(s); byId.containsKey(s);",
    "Set<Id> x = new Set<Id>{ s }; for (String y : x) { }",
    "Set<String> x = new Set<String>(new List<Id>{ id });",
  ]);
});

test("dates become date-times and shift by numbers", () => {
  accepts([
    "Datetime x = Date.today(); o = Date.today() < Datetime.now();",
    "Date x = Date.today() + 1; x += 1; Datetime y = Datetime.now() - 1.5;",
  ]);
});

test("lists of records fit lists of SObject and back", () => {
  accepts([
    "List<SObject> x = all; all = x; List<Object> y = all;",
    "for (Account x : new List<SObject>()) { } for (SObject x : all) { }",
    "all = (List<Account>) o; byId = (Map<Id, Account>) o; Map<String, SObject> x = byId;",
    "Iterable<SObject> x = all; Iterator<Account> y = all.iterator();",
  ]);
});

test("text is joined with anything", () => {
  accepts(["s = 'a' + i + d + a + null + true + all; s += 1;", "s = null + 'a';"]);
});

test("a variable named like a type hides only what it has", () => {
  accepts([
    "Account account = new Account(); Schema.SObjectType t = Account.SObjectType; s = account.Name;",
    "Color color = Color.RED; s = color.name();",
  ]);
});

test("tokens and describes are reached by every spelling", () => {
  accepts([
    "Schema.SObjectType t = Account.SObjectType; t = Schema.Account.SObjectType; t = Account.getSObjectType(); t = so.getSObjectType();",
    "Schema.SObjectField f = Account.Name; f = Schema.Account.Name; f = Account.fields.Name; f = Account.SObjectType.fields.Name;",
    "s = Schema.SObjectType.Account.fields.Name.getName(); s = SObjectType.Account.getLabel(); s = Account.Name.getDescribe().getLabel();",
    "Map<String, Schema.SObjectField> x = Schema.SObjectType.Account.fields.getMap();",
    "Type x = String.class; x = List<Account>.class; x = Color.class; x = T.Box.class;",
    "s = Label.Greeting; s = System.Label.greeting; PageReference x = Page.home;",
  ]);
});

test("enums know their constants", () => {
  accepts([
    "e = Color.valueOf('RED'); List<Color> x = Color.values(); i = e.ordinal(); s = T.Color.RED.name();",
    "switch on e { when RED { } when GREEN { } }",
  ]);
});

test("settings and metadata types have static methods", () => {
  accepts([
    "Features__c x = Features__c.getInstance(); x = Features__c.getInstance(id); x = Features__c.getOrgDefaults();",
    "Route__mdt x = Route__mdt.getInstance('a'); Map<String, Route__mdt> y = Route__mdt.getAll();",
  ]);
});

test("records are cloned with their type and take errors on fields", () => {
  accepts([
    "a = a.clone(); a = a.clone(false, true);",
    "a.addError('x'); a.Name.addError('x'); so.addError('y', false);",
    "a.put('Name', 'x'); a.put(Account.Name, o); o = so.get('Name');",
  ]);
});

test("casts go down, up and across interfaces", () => {
  accepts([
    "a = (Account) so; so = (SObject) a; i = (Integer) o; i = (Integer) 5L; d = (Decimal) o;",
    "Comparable x = (Comparable) o; Box y = (Box) o; o = o instanceof Box;",
  ]);
});

test("caught exceptions have the methods of their kind", () => {
  accepts([
    "try { } catch (DmlException x) { s = x.getDmlMessage(0); throw x; } catch (Exception x) { throw new OwnException('a', x); } finally { i = 1; }",
  ]);
});

test("bodies of tests and triggers see the variables of the platform", () => {
  const source =
    "trigger X on Account (before update) { for (Account a : Trigger.new) { Account old = Trigger.oldMap.get(a.Id); if (a.Name != old.Name) { a.Name.addError('x'); } } }";
  assert.deepEqual(faultsIn({ "X.trigger": source }), []);
});

test("classes of the platform are implemented in all accepted forms", () => {
  const rows = [
    "class A implements Database.Batchable<SObject>, Schedulable { public Database.QueryLocator start(Database.BatchableContext b) { return null; } public void execute(Database.BatchableContext b, List<Account> scope) { } public void finish(Database.BatchableContext b) { } public void execute(SchedulableContext c) { } }",
    "class A implements Database.Batchable<Account> { public Iterable<Account> start(Database.BatchableContext b) { return new List<Account>(); } public void execute(Database.BatchableContext b, List<Account> scope) { } public void finish(Database.BatchableContext b) { } }",
    "class A implements Iterable<Account>, Iterator<Account> { public Boolean hasNext() { return false; } public Account next() { return null; } public Iterator<Account> iterator() { return this; } } void f() { for (Account x : new A()) { } }",
    "class A implements Comparator<Account> { public Integer compare(Account x, Account y) { return 0; } } void f(List<Account> x) { x.sort(new A()); }",
    "interface I { I next(); } class A implements I { public A next() { return this; } }",
  ];
  for (const members of rows) assert.deepEqual(faultsOfMembers(members), [], members);
});

test("final fields are set in constructors, also of sub classes", () => {
  assert.deepEqual(faultsOfMembers("virtual class A { protected final Integer x; } class B extends A { B() { x = 1; } }"), []);
  assert.deepEqual(faultsOfMembers("final Integer x; T() { this.x = 1; } static final Integer Y; static { Y = 1; }"), []);
});

test("element types of iterables are not compared", () => {
  assert.deepEqual(faultsOfMembers("void f(Iterable<String> a) { } void g(Iterable<Object> a) { f(a); }"), []);
});

test("null fits the first of several overloads of the platform", () => {
  accepts(["s = String.valueOf(null);"]);
});

test("final stands on properties", () => {
  assert.deepEqual(faultsOfMembers("static final Integer A { get { return 1; } }"), []);
});

test("an endless loop ends the ways of a method but not of a block", () => {
  assert.deepEqual(faultsOfMembers("Integer f() { while (true) { } }"), []);
  accepts(["while (true) { } i = 1;"]);
});
