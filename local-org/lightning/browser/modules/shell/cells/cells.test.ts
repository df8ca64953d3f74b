import assert from "node:assert/strict";
import { test } from "node:test";
import type { DataType, FieldInfo, FieldValue, ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";
import { cellOf, nameOf } from "./cells.ts";

const record = (apiName: string, id: string, fields: Readonly<Record<string, FieldValue>>): RecordRepresentation => ({
  apiName,
  childRelationships: {},
  eTag: "",
  fields,
  id,
  lastModifiedById: null,
  lastModifiedDate: null,
  recordTypeId: "012000000000000AAA",
  recordTypeInfo: null,
  systemModstamp: null,
  weakEtag: 0,
});

const field = (apiName: string, dataType: DataType, more: Partial<FieldInfo> = {}): FieldInfo => ({
  apiName,
  calculated: false,
  compound: false,
  compoundComponentName: null,
  compoundFieldName: null,
  controllerName: null,
  controllingFields: [],
  createable: true,
  custom: false,
  dataType,
  extraTypeInfo: null,
  externalId: false,
  filterable: true,
  filteredLookupInfo: null,
  highScaleNumber: false,
  htmlFormatted: false,
  inlineHelpText: null,
  label: apiName,
  length: 0,
  maskType: null,
  nameField: false,
  polymorphicForeignKey: false,
  precision: 0,
  reference: dataType === "Reference",
  referenceTargetField: null,
  referenceToInfos: [],
  relationshipName: null,
  required: false,
  scale: 0,
  searchPrefilterable: false,
  sortable: true,
  unique: false,
  updateable: true,
  ...more,
});

const FIELDS = [
  field("Name", "String", { nameField: true }),
  field("AccountId", "Reference", { relationshipName: "Account", referenceToInfos: [{ apiName: "Account", nameFields: ["Name"] }] }),
  field("Phone", "Phone"),
  field("Email", "Email"),
  field("Site", "Url"),
  field("Amount", "Currency"),
  field("Active", "Boolean"),
  field("Notes", "TextArea"),
  field("MailingAddress", "Address", { compound: true }),
  field("MailingStreet", "TextArea", { compoundFieldName: "MailingAddress", compoundComponentName: "Street" }),
  field("MailingCity", "String", { compoundFieldName: "MailingAddress", compoundComponentName: "City" }),
  field("MailingPostalCode", "String", { compoundFieldName: "MailingAddress", compoundComponentName: "PostalCode" }),
];
const info: ObjectInfo = {
  apiName: "Contact",
  associateEntityType: null,
  associateParentEntity: null,
  childRelationships: [],
  compactLayoutable: true,
  createable: true,
  custom: false,
  defaultRecordTypeId: "012000000000000AAA",
  deletable: true,
  dependentFields: {},
  eTag: "",
  feedEnabled: false,
  fields: Object.fromEntries(FIELDS.map((item) => [item.apiName, item])),
  keyPrefix: "003",
  label: "Contact",
  labelPlural: "Contacts",
  layoutable: true,
  mruEnabled: true,
  nameFields: ["Name"],
  queryable: true,
  recordTypeInfos: {},
  searchable: true,
  searchLayoutable: true,
  themeInfo: { color: "000000", iconUrl: "" },
  updateable: true,
};
const value = (content: FieldValue["value"], displayValue: string | null = null): FieldValue => ({ value: content, displayValue });
const account = record("Account", "001A", { Name: value("Northwind") });
const jordan = record("Contact", "003A", {
  Name: value("Jordan Marsh"),
  AccountId: value("001A"),
  Account: value(account, "Northwind"),
  Phone: value("+44 7700 900456"),
  Email: value("jordan@example.com"),
  Site: value("example.com"),
  Amount: value(12, "£12.00"),
  Active: value(true),
  Notes: value("See https://example.com"),
  MailingStreet: value("1 High St"),
  MailingCity: value("London"),
  MailingPostalCode: value("N1"),
});

test("Fields are shown by their type", () => {
  assert.deepEqual(cellOf("Phone", jordan, info), { kind: "phone", number: "+44 7700 900456" });
  assert.deepEqual(cellOf("Email", jordan, info), { kind: "email", text: "jordan@example.com", href: "mailto:jordan@example.com" });
  assert.deepEqual(cellOf("Site", jordan, info), { kind: "url", text: "example.com", href: "http://example.com" });
  assert.deepEqual(cellOf("Amount", jordan, info), { kind: "text", text: "£12.00" });
  assert.deepEqual(cellOf("Active", jordan, info), { kind: "checkbox", isChecked: true });
  assert.equal(cellOf("Notes", jordan, info).kind, "lines");
});

test("A reference shows the other record's name and leads to it", () =>
  assert.deepEqual(cellOf("AccountId", jordan, info), {
    kind: "record",
    text: "Northwind",
    recordId: "001A",
    href: "/lightning/r/Account/001A/view",
  }));

test("A name leads to its own record, a name across a relationship to the other one", () => {
  assert.equal(linkOf(cellOf("Name", jordan, info)), "/lightning/r/Contact/003A/view");
  assert.equal(linkOf(cellOf("Account.Name", jordan, info, "AccountId")), "/lightning/r/Account/001A/view");
  assert.equal(cellOf("Owner.Name", jordan, info, "OwnerId").kind, "empty");
});

test("An address is put together from its parts", () =>
  assert.deepEqual(cellOf("MailingAddress", jordan, info), {
    kind: "lines",
    parts: [{ key: 0, text: "1 High St\nLondon, N1", href: null }],
  }));

test("Nothing is shown for no value, but an unchecked box", () => {
  const bare = record("Contact", "003B", { Active: value(null) });
  assert.equal(cellOf("Phone", bare, info).kind, "empty");
  assert.equal(cellOf("MailingAddress", bare, info).kind, "empty");
  assert.deepEqual(cellOf("Active", bare, info), { kind: "checkbox", isChecked: false });
});

test("A record is called by its name field, else by its id", () => {
  assert.equal(nameOf(jordan, info), "Jordan Marsh");
  assert.equal(nameOf(record("Case", "500A", { CaseNumber: value("00001000") })), "00001000");
  assert.equal(nameOf(record("Case", "500A", {})), "500A");
});

function linkOf(cell: ReturnType<typeof cellOf>): string | null {
  return cell.kind === "record" ? cell.href : null;
}
