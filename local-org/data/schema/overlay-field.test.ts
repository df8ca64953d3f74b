import assert from "node:assert/strict";
import { test } from "node:test";
import { readOverlayField } from "./overlay-field.ts";

test("a picklist has its values, its default and its length", () => {
  const field = readOverlayField("Status picklist required values[Not Started*|In Progress|Done=All done] label[Task Status]");
  assert.equal(field.label, "Task Status");
  assert.equal(field.length, 255);
  assert.equal(field.required, true);
  assert.equal(field.nillable, false);
  assert.deepEqual(
    field.picklistValues.map(({ value, label, isDefault }) => [value, label, isDefault]),
    [
      ["Not Started", "Not Started", true],
      ["In Progress", "In Progress", false],
      ["Done", "All done", false],
    ],
  );
});

test("a reference names its targets and its relationship", () => {
  const field = readOverlayField("WhoId reference(Contact,Lead)");
  assert.deepEqual(field.referenceTo, ["Contact", "Lead"]);
  assert.equal(field.relationshipName, "Who");
  assert.equal(field.apexType, "Id");
  assert.equal(field.label, "Who ID");
});

test("system fields are neither written nor blank", () => {
  const field = readOverlayField("CreatedDate datetime system");
  assert.deepEqual([field.createable, field.updateable, field.nillable, field.isGroupable], [false, false, false, false]);
});

test("a long text area is neither filterable nor sortable", () => {
  const field = readOverlayField("Description textarea(32000)");
  assert.deepEqual([field.isFilterable, field.isSortable, field.isGroupable], [false, false, false]);
});

test("misspelt flags are refused", () => {
  assert.throws(() => readOverlayField("Name string requierd"), /unknown flag requierd/);
});
