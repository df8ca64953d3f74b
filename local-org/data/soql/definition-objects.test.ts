import assert from "node:assert/strict";
import { test } from "node:test";
import { queryFixture, QUERY_SCHEMA } from "./query-fixture.ts";
import { prepareQueryText } from "./query-text.ts";

const org = queryFixture();
org.add("Rule__mdt", { DeveloperName: "Media", Object__c: "Account", Field__c: "Account.Industry" });
org.add("Rule__mdt", { DeveloperName: "None" });

test("a record of custom metadata reaches the object and the field it names", () => {
  const [rule, none] = org.rows("SELECT Object__c, Object__r.QualifiedApiName, Field__r.QualifiedApiName FROM Rule__mdt");
  assert.equal(rule?.get("Object__c"), "Account");
  assert.equal(rule.parent("Object__r")?.get("QualifiedApiName"), "Account");
  assert.equal(rule.parent("Field__r")?.get("QualifiedApiName"), "Industry");
  assert.equal(none?.parent("Object__r"), null);
});

test("custom metadata is filtered by the name of its object", () => {
  assert.deepEqual(org.column("SELECT DeveloperName FROM Rule__mdt WHERE Object__c = 'account'"), ["Media"]);
  assert.deepEqual(org.column("SELECT DeveloperName FROM Rule__mdt WHERE Object__r.DeveloperName = 'Account'"), ["Media"]);
});

test("EntityDefinition and FieldDefinition are the schema", () => {
  assert.deepEqual(org.column("SELECT QualifiedApiName FROM EntityDefinition WHERE DeveloperName = 'Rule'"), ["Rule__mdt"]);
  assert.deepEqual(
    org.column("SELECT Length FROM FieldDefinition WHERE EntityDefinitionId = 'Lead' AND QualifiedApiName = 'Company'"),
    [255],
  );
  const [lead] = org.rows(
    "SELECT DurableId, (SELECT QualifiedApiName FROM Fields WHERE QualifiedApiName LIKE 'C%') FROM EntityDefinition WHERE DurableId = 'Lead'",
  );
  assert.equal(lead?.children.get("Fields")?.size, 2);
});

test("a column that the engine does not fill is refused", () => {
  assert.throws(
    () => prepareQueryText("SELECT IsLayoutable FROM EntityDefinition", QUERY_SCHEMA, "apex"),
    /EntityDefinition.IsLayoutable in SOQL/,
  );
});

test("FieldDefinition names the type of a field as Setup does", () => {
  const rows = org.rows("SELECT DeveloperName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account'");
  const types = new Map(rows.map((row) => [row.get("DeveloperName"), row.get("DataType")]));
  assert.equal(types.get("Name"), "Text(255)");
  assert.equal(types.get("Owner"), "Lookup(User)");
  assert.equal(types.get("AnnualRevenue"), "Currency(16, 2)");
  assert.equal(types.get("Description"), "Long Text Area(131072)");
  assert.equal(types.get("Mine"), "Formula (Checkbox)");
  assert.equal(types.get("Total"), "Roll-Up Summary");
  assert.deepEqual(
    org.column(
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Account' AND IsCalculated = true AND DeveloperName LIKE 'T%'",
    ),
    ["Total__c"],
  );
});
