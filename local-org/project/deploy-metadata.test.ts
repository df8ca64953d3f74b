import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalog } from "../apex/catalog/catalog.ts";
import { ApexDate, Decimal, type ApexValue } from "../apex/runtime/values.ts";
import { loadSchema } from "../data/schema/load-schema.ts";
import { findMetadataFiles, MetadataError } from "../data/schema/metadata-files.ts";
import { fieldFile, objectFile, withProject, type ProjectFiles } from "../data/schema/project-fixture.ts";
import { Store } from "../data/store/store.ts";
import { Org } from "../transaction/org.ts";
import { seedOrg } from "../transaction/seed-org.ts";
import { deployMetadata } from "./deploy-metadata.ts";

function orgOf(files: ProjectFiles): Org {
  return withProject(files, (project) => {
    const found = findMetadataFiles(project);
    const schema = loadSchema(loadCatalog(), project, { files: found });
    const org = new Org(schema, new Store(schema));
    seedOrg(org);
    deployMetadata(org, found);
    return org;
  });
}

/** The only row of an object with that value in that field. */
function row(org: Org, object: string, field: string, value: ApexValue): ReadonlyMap<string, ApexValue> {
  const rows = org.store.table(object).lookup(field, value);
  assert.equal(rows.length, 1, `${object}.${field}`);
  return rows[0] ?? assert.fail();
}

const RULE = {
  ...objectFile("Rule__mdt"),
  ...fieldFile("Rule__mdt", "Active__c", "<type>Checkbox</type><defaultValue>true</defaultValue>"),
  ...fieldFile("Rule__mdt", "Limit__c", "<type>Number</type><precision>6</precision><scale>2</scale>"),
  ...fieldFile("Rule__mdt", "From__c", "<type>Date</type>"),
  ...fieldFile(
    "Rule__mdt",
    "Next__c",
    "<type>MetadataRelationship</type><referenceTo>Rule__mdt</referenceTo><relationshipName>Previous</relationshipName>",
  ),
};

const value = (field: string, type: string, text: string): string =>
  `<values><field>${field}</field><value xsi:type="xsd:${type}">${text}</value></values>`;

test("custom metadata records become rows with typed values and references to each other", () => {
  const org = orgOf({
    ...RULE,
    "main/customMetadata/Rule.First.md-meta.xml": `<CustomMetadata><label>First rule</label>${value("Limit__c", "double", "2.50")}${value("From__c", "date", "2026-03-01")}${value("Next__c", "string", "Second")}</CustomMetadata>`,
    "main/customMetadata/Rule.Second.md-meta.xml": `<CustomMetadata><label>Second</label>${value("Active__c", "boolean", "true")}<values><field>Limit__c</field><value xsi:nil="true"/></values></CustomMetadata>`,
  });
  const first = row(org, "Rule__mdt", "DeveloperName", "First");
  const second = row(org, "Rule__mdt", "DeveloperName", "Second");
  assert.equal(first.get("MasterLabel"), "First rule");
  assert.ok(first.get("Limit__c") instanceof Decimal);
  assert.deepEqual(first.get("From__c"), new ApexDate(Date.UTC(2026, 2, 1) / 86_400_000));
  assert.equal(first.get("Next__c"), second.get("Id"));
  assert.equal(first.get("Active__c"), false);
  assert.equal(second.get("Active__c"), true);
  assert.equal(second.get("Limit__c"), null);
});

test("a custom metadata record of an unknown field is an error with file and line", () => {
  const path = "main/customMetadata/Rule.Bad.md-meta.xml";
  assert.throws(
    () => orgOf({ ...RULE, [path]: `<CustomMetadata><label>Bad</label>\n${value("Gone__c", "string", "x")}</CustomMetadata>` }),
    (error: unknown) => error instanceof MetadataError && error.file === `force-app/${path}` && error.line === 2,
  );
});

test("record types, classes, queues and notification types can be queried", () => {
  const org = orgOf({
    "main/objects/Account/recordTypes/Partner.recordType-meta.xml":
      "<RecordType><fullName>Partner</fullName><active>true</active><label>Partner account</label></RecordType>",
    "main/classes/Worker.cls-meta.xml": "<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>",
    "main/queues/Support.queue-meta.xml":
      "<Queue><name>Support queue</name><queueSobject><sobjectType>Case</sobjectType></queueSobject></Queue>",
    "main/notificationtypes/Missed.notiftype-meta.xml":
      "<CustomNotificationType><customNotifTypeName>Missed</customNotifTypeName><desktop>true</desktop><masterLabel>Missed call</masterLabel></CustomNotificationType>",
  });
  assert.equal(row(org, "RecordType", "DeveloperName", "Partner").get("SobjectType"), "Account");
  assert.equal(row(org, "ApexClass", "Name", "Worker").get("Status"), "Active");
  const queue = row(org, "Group", "DeveloperName", "Support");
  assert.equal(row(org, "QueueSobject", "QueueId", queue.get("Id") ?? null).get("SobjectType"), "Case");
  assert.equal(row(org, "CustomNotificationType", "DeveloperName", "Missed").get("Desktop"), true);
});

test("a permission set grants objects, fields and custom permissions", () => {
  const org = orgOf({
    "main/customPermissions/Call.customPermission-meta.xml": "<CustomPermission><label>Call</label></CustomPermission>",
    "main/permissionsets/Agent.permissionset-meta.xml":
      "<PermissionSet><label>Agent</label><customPermissions><enabled>true</enabled><name>Call</name></customPermissions>" +
      "<objectPermissions><object>Case</object><allowRead>true</allowRead></objectPermissions><fieldPermissions><field>Case.Reason</field><readable>true</readable></fieldPermissions></PermissionSet>",
  });
  const set = row(org, "PermissionSet", "Name", "Agent").get("Id") ?? null;
  const permission = row(org, "CustomPermission", "DeveloperName", "Call").get("Id");
  assert.equal(row(org, "SetupEntityAccess", "ParentId", set).get("SetupEntityId"), permission);
  assert.deepEqual(
    [...row(org, "ObjectPermissions", "ParentId", set)].filter(([, granted]) => granted === true).map(([name]) => name),
    ["PermissionsRead"],
  );
  assert.equal(row(org, "FieldPermissions", "ParentId", set).get("Field"), "Case.Reason");
});

test("translated labels are kept by language", () => {
  const org = orgOf({
    "main/translations/fr.translation-meta.xml":
      "<Translations><customLabels><label>Bonjour</label><name>Hello</name></customLabels></Translations>",
  });
  assert.equal(org.labelTranslations.get("fr")?.get("hello"), "Bonjour");
});
