import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalog } from "../../apex/catalog/catalog.ts";
import { loadSchema } from "./load-schema.ts";
import { MetadataError } from "./metadata-files.ts";
import { fieldFile, objectFile, schemaOf, withProject } from "./project-fixture.ts";
import type { FieldSchema, ObjectSchema, Schema } from "./schema.ts";

const LOG = {
  ...objectFile(
    "Log__c",
    "<label>Log</label><pluralLabel>Logs</pluralLabel><sharingModel>Private</sharingModel><enableActivities>true</enableActivities>" +
      "<enableHistory>true</enableHistory><nameField><label>Log Number</label><type>AutoNumber</type><displayFormat>L-{0000}</displayFormat></nameField>",
  ),
  ...fieldFile(
    "Log__c",
    "Key__c",
    "<type>Text</type><length>40</length><required>true</required><unique>true</unique><externalId>true</externalId><caseSensitive>true</caseSensitive>",
  ),
  ...fieldFile(
    "Log__c",
    "Contact__c",
    "<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>Logs</relationshipName><deleteConstraint>SetNull</deleteConstraint>",
  ),
  ...fieldFile("Log__c", "Body__c", "<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>"),
  ...fieldFile(
    "Log__c",
    "Type__c",
    "<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>Call</fullName><default>true</default><label>Phone call</label></value>" +
      "<value><fullName>Old</fullName><default>false</default><label>Old</label><isActive>false</isActive></value></valueSetDefinition></valueSet>",
  ),
};

function object(schema: Schema, name: string): ObjectSchema {
  const found = schema.object(name);
  assert.ok(found, `${name} exists`);
  return found;
}

function field(schema: Schema, path: string): FieldSchema {
  const [name = "", fieldName = ""] = path.split(".");
  const found = object(schema, name).fields.get(fieldName.toLowerCase());
  assert.ok(found, `${path} exists`);
  return found;
}

test("a custom object has the fields of its metadata and those that the platform adds", () => {
  const schema = schemaOf(LOG);
  const log = object(schema, "log__C");
  assert.equal(log.name, "Log__c");
  assert.equal(log.kind, "custom");
  assert.equal(log.keyPrefix, "a00");
  assert.equal(schema.byKeyPrefix("a00"), log);
  assert.deepEqual(
    ["id", "ownerid", "name", "createddate", "createdbyid", "systemmodstamp", "lastactivitydate"].filter((name) => !log.fields.has(name)),
    [],
  );
  assert.equal(log.fields.has("recordtypeid"), false);
  const name = field(schema, "Log__c.Name");
  assert.deepEqual([name.label, name.isAutoNumber, name.autoNumberFormat, name.createable], ["Log Number", true, "L-{0000}", false]);
});

test("text fields carry length, uniqueness and requiredness", () => {
  const key = field(schemaOf(LOG), "Log__c.Key__c");
  assert.deepEqual(
    [key.type, key.length, key.required, key.nillable, key.unique, key.externalId, key.caseSensitive],
    ["string", 40, true, false, true, true, true],
  );
});

test("picklist values keep label, default and activity", () => {
  const type = field(schemaOf(LOG), "Log__c.Type__c");
  assert.equal(type.restrictedPicklist, true);
  assert.deepEqual(type.picklistValues, [
    { value: "Call", label: "Phone call", active: true, isDefault: true },
    { value: "Old", label: "Old", active: false, isDefault: false },
  ]);
});

test("a lookup is a parent of its object and a child relationship of its target", () => {
  const schema = schemaOf(LOG);
  assert.equal(object(schema, "Log__c").parents.get("contact__r")?.name, "Contact__c");
  const child = object(schema, "Contact").children.find(({ relationshipName }) => relationshipName === "Logs__r");
  assert.deepEqual(child, { relationshipName: "Logs__r", childObject: "Log__c", field: "Contact__c" });
});

test("a private object has shares, a tracked one a history, every custom object change events", () => {
  const schema = schemaOf(LOG);
  assert.equal(object(schema, "Log__Share").kind, "share");
  assert.equal(object(schema, "Log__History").kind, "history");
  assert.equal(object(schema, "Log__ChangeEvent").fields.get("key__c")?.name, "Key__c");
  assert.equal(schemaOf(objectFile("Open__c", "<sharingModel>ReadWrite</sharingModel>")).object("Open__Share"), undefined);
});

test("master-detail makes a required, cascading field and an object without owner", () => {
  const schema = schemaOf({
    ...LOG,
    ...objectFile("Line__c", "<sharingModel>ControlledByParent</sharingModel>"),
    ...fieldFile(
      "Line__c",
      "Log__c",
      "<type>MasterDetail</type><referenceTo>Log__c</referenceTo><relationshipName>Lines</relationshipName>",
    ),
  });
  const master = field(schema, "Line__c.Log__c");
  assert.deepEqual([master.isMasterDetail, master.required, master.onParentDelete, master.updateable], [true, true, "cascade", false]);
  assert.equal(object(schema, "Line__c").fields.has("ownerid"), false);
});

test("activity fields belong to tasks and events, and related records are those that allow activities", () => {
  const schema = schemaOf({
    ...LOG,
    ...fieldFile("Activity", "Line__c", "<type>Text</type><length>40</length>"),
    ...objectFile("Plain__c"),
  });
  assert.equal(field(schema, "Task.Line__c").length, 40);
  assert.equal(field(schema, "Event.Line__c").length, 40);
  const { referenceTo } = field(schema, "Task.WhatId");
  assert.ok(referenceTo.includes("Log__c") && referenceTo.includes("Case"));
  assert.ok(!referenceTo.includes("Plain__c") && !referenceTo.includes("Lead"));
});

test("events, settings and metadata types have fields of their own", () => {
  const schema = schemaOf({
    ...objectFile("Call__e", "<publishBehavior>PublishAfterCommit</publishBehavior>"),
    ...objectFile("Config__c", "<customSettingsType>Hierarchy</customSettingsType><visibility>Protected</visibility>"),
    ...objectFile("Rule__mdt"),
  });
  const event = object(schema, "Call__e");
  assert.deepEqual(
    [event.kind, event.publishBehavior, event.keyPrefix, event.queryable],
    ["platformEvent", "PublishAfterCommit", "e00", false],
  );
  assert.deepEqual([...event.fields.keys()], ["createddate", "createdbyid", "replayid", "eventuuid"]);
  const config = object(schema, "Config__c");
  assert.deepEqual(
    [config.kind, config.customSettingType, config.isProtected, config.fields.has("setupownerid")],
    ["customSetting", "Hierarchy", true, true],
  );
  const rule = object(schema, "Rule__mdt");
  assert.deepEqual([rule.kind, rule.createable, rule.fields.has("developername")], ["customMetadata", false, true]);
});

test("with a namespace, names are found with and without it", () => {
  const schema = schemaOf(LOG, { namespace: "air" });
  const log = object(schema, "air__Log__c");
  assert.equal(log, schema.object("Log__c"));
  assert.equal(log.fields.get("air__key__c")?.name, "Key__c");
  assert.equal(log.parents.get("air__contact__r")?.name, "Contact__c");
});

test("fields of features that are off do not exist", () => {
  const schema = schemaOf({});
  for (const name of ["PersonEmail", "LastName", "IsPersonAccount", "CurrencyIsoCode", "RecordTypeId", "BillingStateCode"]) {
    assert.equal(object(schema, "Account").fields.has(name.toLowerCase()), false, name);
  }
  const person = schemaOf({}, { features: ["PersonAccounts", "multicurrency"] });
  assert.equal(field(person, "Account.PersonEmail").type, "email");
  assert.equal(field(person, "Account.CurrencyIsoCode").nillable, false);
});

test("record types make RecordTypeId exist", () => {
  const schema = schemaOf({
    "main/objects/Account/recordTypes/Partner.recordType-meta.xml":
      "<RecordType><fullName>Partner</fullName><active>true</active><label>Partner account</label></RecordType>",
  });
  assert.deepEqual(object(schema, "Account").recordTypes, [
    { developerName: "Partner", label: "Partner account", active: true, isDefault: false },
  ]);
  assert.deepEqual(field(schema, "Account.RecordTypeId").referenceTo, ["RecordType"]);
});

test("standard value sets replace the values of standard fields", () => {
  const schema = schemaOf({
    "main/standardValueSets/TaskStatus.standardValueSet-meta.xml":
      "<StandardValueSet><standardValue><fullName>Done</fullName><default>true</default><label>Done</label></standardValue></StandardValueSet>",
  });
  assert.deepEqual(
    field(schema, "Task.Status").picklistValues.map(({ value }) => value),
    ["Done"],
  );
});

test("active validation rules and record-triggered flows are refused with file and line", () => {
  const schema = schemaOf({
    ...LOG,
    "main/objects/Log__c/validationRules/Needs_Key.validationRule-meta.xml":
      "\n<ValidationRule><fullName>Needs_Key</fullName><active>true</active></ValidationRule>",
    "main/objects/Log__c/validationRules/Off.validationRule-meta.xml":
      "<ValidationRule><fullName>Off</fullName><active>false</active></ValidationRule>",
    "main/flows/On_Case.flow-meta.xml":
      "<Flow>\n<start>\n<object>Case</object><recordTriggerType>Create</recordTriggerType></start><status>Active</status></Flow>",
    "main/flows/Screen.flow-meta.xml": "<Flow><start></start><status>Active</status></Flow>",
  });
  assert.deepEqual(object(schema, "Log__c").refused, [
    {
      file: "force-app/main/objects/Log__c/validationRules/Needs_Key.validationRule-meta.xml",
      line: 2,
      what: "the active validation rule Needs_Key",
    },
  ]);
  assert.deepEqual(object(schema, "Case").refused, [
    { file: "force-app/main/flows/On_Case.flow-meta.xml", line: 3, what: "the active flow On_Case" },
  ]);
});

test("what the platform requires of a Task, a Lead and a Contact is known", () => {
  const schema = schemaOf({});
  assert.equal(field(schema, "Lead.Company").required, true);
  assert.equal(field(schema, "Contact.LastName").length, 80);
  assert.equal(field(schema, "Task.TaskSubtype").updateable, false);
  assert.equal(field(schema, "Task.CallDisposition").length, 255);
  assert.equal(field(schema, "Task.Status").picklistValues.find(({ isDefault }) => isDefault)?.value, "Not Started");
  assert.deepEqual(field(schema, "Task.WhoId").referenceTo, ["Contact", "Lead"]);
  assert.equal(object(schema, "User").isSetupObject, true);
  assert.equal(object(schema, "UserServicePresence").createable, false);
});

test("every object of the catalogue can be described, and its prefix leads back to it", () => {
  const schema = schemaOf({});
  for (const each of schema.objects()) {
    assert.ok(each.fields.size > 0 || each.name === "AggregateResult", each.name);
    if (each.keyPrefix !== null) assert.equal(schema.byKeyPrefix(each.keyPrefix)?.name, each.name);
    for (const { referenceTo, name } of each.fields.values()) {
      for (const target of referenceTo) assert.ok(schema.object(target), `${each.name}.${name} refers to ${target}`);
    }
  }
});

test("broken metadata is an error with file and line", () => {
  const path = "main/objects/Log__c/fields/Bad__c.field-meta.xml";
  for (const [content, line] of [
    ["<CustomField>\n<label>", 2],
    ["\n\n<CustomField><fullName>Bad__c</fullName><type>Nonsense</type></CustomField>", 3],
  ] as const) {
    assert.throws(
      () => withProject({ ...LOG, [path]: content }, (project) => loadSchema(loadCatalog(), project).object("Log__c")?.fields),
      (error: unknown) => error instanceof MetadataError && error.file === `force-app/${path}` && error.line === line,
    );
  }
});

test("an object without hand-written facts requires nothing and has an invented key prefix", () => {
  const schema = schemaOf({});
  const appointment = object(schema, "AssociatedLocation");
  assert.match(appointment.keyPrefix ?? "", /^z/);
  assert.deepEqual(
    [...appointment.fields.values()].filter(({ required }) => required),
    [],
  );
});

test("custom objects get their prefixes in name order", () => {
  const schema = schemaOf({ ...objectFile("B__c"), ...objectFile("A__c") });
  assert.deepEqual(
    ["A__c", "B__c"].map((name) => object(schema, name).keyPrefix),
    ["a00", "a01"],
  );
});
