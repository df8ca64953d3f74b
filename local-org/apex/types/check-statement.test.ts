import assert from "node:assert";
import { test } from "node:test";
import { faultsIn, faultsOf, faultsOfMembers } from "./check-source.ts";

function refuses(rows: readonly (readonly [string, string])[]): void {
  for (const [statement, message] of rows) assert.deepEqual(faultsOf(statement), [message], statement);
}

test("conditions must be Boolean", () => {
  for (const text of ["if (i) { }", "while (i) { }", "do { } while (i);", "for (;i;) { }"]) {
    assert.deepEqual(faultsOf(text), ["Condition expression must be of type Boolean: Integer"]);
  }
});

test("variables are declared once in a method", () => {
  refuses([
    ["String s;", "Duplicate variable: s"],
    ["for (Integer i = 0; i < 1; i++) { }", "Duplicate variable: i"],
    ["{ Integer k; { Integer K; } }", "Duplicate variable: K"],
  ]);
  assert.deepEqual(faultsOf("{ Integer k; } { Integer k; }"), []);
});

test("loops go over collections of their variable's type", () => {
  refuses([
    ["for (Contact x : all) { }", "Loop variable must be of type Account"],
    ["for (String x : byId) { }", "Loop must iterate over a collection type: Map<Id,Account>"],
    ["for (Contact x : [SELECT Id FROM Account]) { }", "Loop variable must be of type Account"],
  ]);
});

test("switch takes constants of its subject's type, each once", () => {
  refuses([
    ["switch on d { when 1 { } }", "Illegal type in switch expression: Decimal"],
    ["switch on s { when 1 { } }", "When value does not go with the switch expression: Integer, String"],
    ["switch on s { when 'a', 'a' { } }", "Duplicate when value: a"],
    ["switch on e { when BLUE { } }", "When value is not a constant of T.Color: BLUE"],
    ["switch on s { when RED { } }", "When value must be a literal: RED"],
    ["switch on a { when Contact x { } }", "When type does not go with the switch expression: Contact, Account"],
  ]);
});

test("only exceptions are thrown and caught, and the wider one last", () => {
  refuses([
    ["throw a;", "Throw expression must be of type exception: Account"],
    ["try { } catch (String x) { }", "Catch type must be an exception: String"],
    ["try { } catch (Exception x) { } catch (DmlException y) { }", "Unreachable catch block: System.DmlException is already caught"],
  ]);
});

test("DML takes records", () => {
  refuses([
    ["insert s;", "DML requires SObject or SObject list type: String"],
    ["update byId;", "DML requires SObject or SObject list type: Map<Id,Account>"],
    ["upsert a Foo;", "Invalid field for upsert: Foo"],
    ["upsert a NumberOfEmployees;", "Invalid field for upsert, must be an External Id custom or standard indexed field: NumberOfEmployees"],
    ["insert new Route__mdt();", "DML operation INSERT not allowed on Route__mdt"],
    ["insert new Ping__e();", "DML operation INSERT not allowed on Ping__e"],
    ["merge a c;", "Invalid type for duplicate records: Contact"],
  ]);
});

test("a statement behind the end of a block is refused", () => {
  refuses([
    ["return;\ni = 1;", "2: Unreachable statement"],
    ["throw new OwnException();\ni = 1;", "2: Unreachable statement"],
    ["while (true) { break;\ni = 1; }", "2: Unreachable statement"],
    ["if (i > 1) { return; } else { return; }\ni = 1;", "2: Unreachable statement"],
  ]);
});

test("a method returns what it says on every way", () => {
  const missing = ["Missing return statement required return type: Integer"];
  assert.deepEqual(faultsOfMembers("Integer f() { }"), missing);
  assert.deepEqual(faultsOfMembers("Integer f(Integer a) { if (a > 1) { return 1; } }"), missing);
  assert.deepEqual(faultsOfMembers("Integer f(Integer a) { switch on a { when 1 { return 1; } } }"), missing);
  assert.deepEqual(faultsOfMembers("Integer f() { while (true) { } }"), []);
  assert.deepEqual(faultsOfMembers("Integer f() { try { return 1; } catch (Exception e) { throw e; } }"), []);
  assert.deepEqual(faultsOfMembers("Integer f(Integer a) { switch on a { when 1 { return 1; } when else { return 2; } } }"), []);
  assert.deepEqual(faultsOfMembers("Integer f() { return 'x'; }"), ["Illegal assignment from String to Integer"]);
  assert.deepEqual(faultsOfMembers("void f() { return 1; }"), ["Void methods must not return a value"]);
});

test("a trigger is for an object that can have one", () => {
  assert.deepEqual(faultsIn({ "X.trigger": "trigger X on Nothing__c (before insert) { }" }), ["1:14 Invalid SObject type: Nothing__c"]);
  assert.deepEqual(faultsIn({ "X.trigger": "trigger X on Features__c (before insert) { }" }), [
    "1:14 SObject type does not allow triggers: Features__c",
  ]);
  assert.deepEqual(faultsIn({ "X.trigger": "trigger X on Ping__e (before insert) { }" }), [
    "1:23 Trigger usage is not supported for Ping__e: before insert",
  ]);
  assert.deepEqual(faultsIn({ "X.trigger": "trigger X on Account (before insert) { String n = Trigger.new[0].Name; }" }), []);
});
