import assert from "node:assert/strict";
import { test } from "node:test";
import { changedValues, givenValues, missingFields, startValues, typedValue, type FormField, type FormSection } from "./formModel.ts";
import type { RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

const field = (apiName: string, more: Partial<FormField> = {}): FormField => ({
  apiName,
  label: apiName,
  dataType: "String",
  isRequired: false,
  isReadOnly: false,
  help: null,
  maxLength: null,
  scale: 0,
  options: [],
  targets: [],
  displayText: "",
  ...more,
});

const formOf = (...fields: FormField[]): readonly FormSection[] => [
  {
    key: "s",
    heading: "",
    columns: 1,
    rows: fields.map((item) => ({ key: item.apiName, cells: [{ key: "c", legend: null, fields: [item] }] })),
  },
];

const record: RecordRepresentation = {
  apiName: "Lead",
  childRelationships: {},
  eTag: "",
  fields: { LastName: { value: "Marsh", displayValue: null }, Rating: { value: null, displayValue: null } },
  id: null,
  lastModifiedById: null,
  lastModifiedDate: null,
  recordTypeId: "012000000000000AAA",
  recordTypeInfo: null,
  systemModstamp: null,
  weakEtag: 0,
};

test("A form starts with the record's values, given defaults before them, and unchecked boxes", () => {
  const form = formOf(field("LastName"), field("Rating"), field("Active", { dataType: "Boolean" }), field("Seats", { dataType: "Int" }));
  assert.deepEqual(startValues(form, record, { Rating: "Hot", Seats: "3", WhatId: "001A" }), {
    LastName: "Marsh",
    Rating: "Hot",
    Active: false,
    Seats: 3,
    WhatId: "001A",
  });
});

test("Texts become the values of their types, empty ones none", () => {
  assert.equal(typedValue({ dataType: "Currency" }, "12.5"), 12.5);
  assert.equal(typedValue({ dataType: "Int" }, " "), null);
  assert.equal(typedValue({ dataType: "Double" }, "1e"), "1e");
  assert.equal(typedValue({ dataType: "Boolean" }, "true"), true);
  assert.equal(typedValue({ dataType: "String" }, ""), null);
});

test("Only what changed is sent for a record, only what has a value for a new one", () => {
  assert.deepEqual(changedValues({ A: "1", B: null }, { A: "2", B: null, C: null }), { A: "2" });
  assert.deepEqual(changedValues({ A: "1" }, { A: null }), { A: null });
  assert.deepEqual(givenValues({ A: "1", B: null, C: false }), { A: "1", C: false });
});

test("Required fields without a value are missing; those that nobody can type are not", () => {
  const form = formOf(
    field("LastName", { isRequired: true }),
    field("Company", { isRequired: true }),
    field("Number", { isRequired: true, isReadOnly: true }),
  );
  const missing = missingFields(form, { LastName: "Marsh", Company: "  " });
  assert.deepEqual(
    missing.map(({ apiName }) => apiName),
    ["Company"],
  );
});
