import assert from "node:assert/strict";
import { test } from "node:test";
import { UnsupportedFeatureError } from "../../apex/runtime/exceptions.ts";
import { QUERY_SCHEMA } from "./query-fixture.ts";
import { prepareDynamicQuery, prepareQueryText } from "./query-text.ts";
import { SoqlError } from "./soql-error.ts";

const HINT = "Please reference your WSDL or the describe call for the appropriate names.";
const REFUSED: readonly (readonly [string, string, string])[] = [
  [
    "SELECT Nope FROM Account",
    "INVALID_FIELD",
    `No such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${HINT}`,
  ],
  [
    "SELECT Id FROM Nope",
    "INVALID_TYPE",
    `sObject type 'Nope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${HINT}`,
  ],
  [
    "SELECT Nope.Name FROM Account",
    "INVALID_FIELD",
    `Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${HINT}`,
  ],
  [
    "SELECT (SELECT Id FROM Nopes) FROM Account",
    "INVALID_TYPE",
    `Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${HINT}`,
  ],
  ["SELECT Id FROM Account WHERE Description = 'x'", "INVALID_FIELD", "field 'Description' can not be filtered in a query call"],
  ["SELECT Id FROM Account ORDER BY Description", "INVALID_FIELD", "field 'Description' can not be sorted in a query call"],
  ["SELECT Id FROM Account ORDER BY Skills__c", "INVALID_FIELD", "field 'Skills__c' can not be sorted in a query call"],
  ["SELECT COUNT(Id) FROM Account GROUP BY Description", "INVALID_FIELD", "field 'Description' can not be grouped in a query call"],
  ["SELECT SUM(Name) FROM Account", "INVALID_FIELD", "field Name does not support aggregate operator SUM"],
  ["SELECT Name, COUNT(Id) FROM Account", "MALFORMED_QUERY", "Field must be grouped or aggregated: Name"],
  [
    "SELECT COUNT(Id) FROM Account LIMIT 1",
    "MALFORMED_QUERY",
    "Non-grouped query that uses overall aggregate functions cannot also use LIMIT",
  ],
  ["SELECT COUNT(Id) a, COUNT(Name) a FROM Account", "MALFORMED_QUERY", "duplicate alias: a"],
  ["SELECT Name, name FROM Account", "INVALID_FIELD", "duplicate field selected: Name"],
  ["SELECT Name n FROM Account", "MALFORMED_QUERY", "only aggregate expressions use field aliasing"],
  [
    "SELECT Id FROM Account WHERE Name = 5",
    "INVALID_FIELD",
    "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
  ],
  [
    "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'",
    "INVALID_FIELD",
    "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
  ],
  [
    "SELECT Id FROM Account WHERE CreatedDate > 2026-01-01",
    "INVALID_FIELD",
    "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
  ],
  [
    "SELECT Id FROM Account WHERE NumberOfEmployees = '5'",
    "INVALID_FIELD",
    "value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
  ],
  ["SELECT Id FROM Account WHERE Id = 'abc'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: abc"],
  ["SELECT Id FROM Account WHERE Id LIKE '001%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field"],
  ["SELECT Id FROM Account OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000"],
  [
    "SELECT Id FROM Contact WHERE Id IN (SELECT Id FROM Contact)",
    "MALFORMED_QUERY",
    "The inner and outer selects should not be on the same object type",
  ],
  [
    "SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task)",
    "MALFORMED_QUERY",
    "Entity 'Task' is not supported for semi join inner selects",
  ],
  [
    "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
    "MALFORMED_QUERY",
    "Semi join sub-selects are not allowed with the 'OR' operator",
  ],
  [
    "SELECT Id FROM Account WHERE Id IN (SELECT OwnerId FROM Contact)",
    "MALFORMED_QUERY",
    "The selected field 'OwnerId' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type",
  ],
  ["SELECT Id FROM Account FOR VIEW FOR UPDATE ORDER BY Name", "MALFORMED_QUERY", ""],
  [
    "SELECT Id FROM Account ORDER BY Name FOR UPDATE",
    "MALFORMED_QUERY",
    "You can't use the ORDER BY clause in a query that uses FOR UPDATE",
  ],
  ["SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact", "MALFORMED_QUERY", "TYPEOF needs a polymorphic relationship: Account"],
  [
    "SELECT HOUR_IN_DAY(CloseDate) h FROM Opportunity GROUP BY HOUR_IN_DAY(CloseDate)",
    "INVALID_FIELD",
    "field CloseDate does not support date function HOUR_IN_DAY",
  ],
  ["SELECT Id FROM", "MALFORMED_QUERY", ""],
];

for (const [text, code, message] of REFUSED)
  test(`${text} is refused with ${code}`, () => {
    assert.throws(
      () => prepareQueryText(text, QUERY_SCHEMA, "apex"),
      (error: unknown) => {
        assert.ok(error instanceof SoqlError);
        assert.equal(error.code, code);
        if (message !== "") assert.equal(error.message, message);
        return true;
      },
    );
  });

const UNSUPPORTED = [
  "SELECT Score__c FROM Account",
  "SELECT Id FROM Account WHERE Score__c > 1",
  "SELECT Odd__c FROM Account",
  "SELECT Id FROM Account ORDER BY BillingAddress",
  "SELECT convertCurrency(AnnualRevenue) FROM Account",
  "SELECT Id FROM Account WHERE AnnualRevenue > USD5000",
  "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') < 20",
  "SELECT Id FROM Account USING SCOPE team",
  "SELECT Id FROM Account UPDATE VIEWSTAT",
  "SELECT FORMAT(AnnualRevenue) a FROM Account",
];

for (const text of UNSUPPORTED)
  test(`${text} is refused as unsupported`, () => {
    assert.throws(() => prepareQueryText(text, QUERY_SCHEMA, "apex"), UnsupportedFeatureError);
  });

test("a dynamic query says where it is wrong", () => {
  assert.throws(() => prepareDynamicQuery("SELECT Id, Nope FROM Account", QUERY_SCHEMA), {
    typeName: "System.QueryException",
    apexMessage: `\nSELECT Id, Nope FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${HINT}`,
  });
});

test("a text is parsed and prepared once", () => {
  const text = "SELECT Id FROM Account WHERE Name = :name";
  const prepared = prepareQueryText(text, QUERY_SCHEMA, "apex");
  assert.equal(prepareQueryText(text, QUERY_SCHEMA, "apex"), prepared);
  assert.deepEqual(prepared.query.binds[0]?.path, ["name"]);
});
