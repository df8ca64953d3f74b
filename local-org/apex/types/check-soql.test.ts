import assert from "node:assert";
import { test } from "node:test";
import { faultsOf } from "./check-source.ts";

function refuses(rows: readonly (readonly [string, string])[]): void {
  for (const [query, message] of rows) assert.deepEqual(faultsOf(`o = [${query}];`), [message], query);
}

test("objects, fields and relationships of a query must exist", () => {
  refuses([
    ["SELECT Id FROM Accunt", "sObject type 'Accunt' is not supported."],
    ["SELECT Nam FROM Account", "No such column 'Nam' on entity 'Account'. Did you mean: Name?"],
    ["SELECT Ownr.Name FROM Account", "Didn't understand relationship 'Ownr' in field path. Did you mean: Owner?"],
    ["SELECT Owner.Foo FROM Account", "No such column 'Foo' on entity 'User'."],
    [
      "SELECT (SELECT Id FROM Contcts) FROM Account",
      "Didn't understand relationship 'Contcts' in FROM part of query call. Did you mean: Contacts?",
    ],
    ["SELECT (SELECT Foo FROM Contacts) FROM Account", "No such column 'Foo' on entity 'Contact'."],
    ["SELECT Id FROM Account WHERE Foo = 1", "No such column 'Foo' on entity 'Account'."],
    ["SELECT Id FROM Account ORDER BY Foo", "No such column 'Foo' on entity 'Account'."],
    ["SELECT COUNT(Id) FROM Account GROUP BY Foo", "No such column 'Foo' on entity 'Account'."],
    ["SELECT Id FROM Account WHERE Id IN (SELECT Foo FROM Contact)", "No such column 'Foo' on entity 'Contact'."],
    ["SELECT Who.Foo FROM Task", "No such column 'Foo' on entity 'Name'."],
    ["FIND 'xx' RETURNING Accunt", "sObject type 'Accunt' is not supported."],
    ["FIND 'xx' RETURNING Account(Foo)", "No such column 'Foo' on entity 'Account'."],
  ]);
});

test("fields are used only as the platform allows", () => {
  refuses([
    ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
    ["SELECT Id FROM Account ORDER BY Description", "field 'Description' can not be sorted in a query call"],
    ["SELECT COUNT(Id), Name FROM Account", "Field must be grouped or aggregated: name"],
    ["SELECT SUM(Name) FROM Account", "field Name does not support aggregate operator SUM"],
    ["SELECT Name, Name FROM Account", "duplicate field selected: Name"],
    [
      "SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Account)",
      "The inner select field 'Name' of a semi join must be an ID or a reference field",
    ],
  ]);
});

test("literals and binds go with the field", () => {
  refuses([
    ["SELECT Id FROM Account WHERE Name = :i", "Invalid bind expression type of Integer for column of type String"],
    ["SELECT Id FROM Account WHERE NumberOfEmployees = :s", "Invalid bind expression type of String for column of type Integer"],
    ["SELECT Id FROM Account WHERE Name = 5", "value of filter criterion for field 'Name' must be of type string"],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees = '5'",
      "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
    ],
    ["SELECT Id FROM Account LIMIT :s", "Invalid bind expression type of String for LIMIT or OFFSET, expected Integer"],
    ["SELECT Id FROM Account WHERE Name = :nothing", "Variable does not exist: nothing"],
    ["FIND :i RETURNING Account", "Invalid bind expression type of Integer for FIND, expected String"],
  ]);
  assert.deepEqual(faultsOf("o = [SELECT Id FROM Account WHERE Id = :a OR OwnerId IN :all OR ParentId = :s];"), []);
});

test("a query gives rows, one row, a count or groups", () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["all = [SELECT Id FROM Account];", []],
    ["a = [SELECT Id FROM Account];", []],
    ["so = [SELECT Id FROM Account];", []],
    ["i = [SELECT COUNT() FROM Account];", []],
    ["s = [SELECT Name FROM Account].Name;", []],
    ["i = [SELECT Id FROM Account].size();", []],
    ["List<AggregateResult> x = [SELECT COUNT(Id) n FROM Account];", []],
    ["List<List<SObject>> x = [FIND 'xx' RETURNING Account];", []],
    ["i = [SELECT Id FROM Account];", ["Illegal assignment from List<Account> to Integer"]],
    ["c = [SELECT Id FROM Account];", ["Illegal assignment from List<Account> to Contact"]],
    ["all = [SELECT COUNT(Id) FROM Account];", ["Illegal assignment from List<AggregateResult> to List<Account>"]],
  ];
  for (const [statement, messages] of rows) assert.deepEqual(faultsOf(statement), messages, statement);
});
