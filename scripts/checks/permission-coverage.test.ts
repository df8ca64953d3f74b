import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { checkPermissionCoverage } from "./permission-coverage.ts";
import { apexClass, METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const MAIN = "force-app/main";

function field(object: string, name: string, content = "<type>Date</type>"): Record<string, string> {
  const text = `<CustomField ${METADATA_XMLNS}><fullName>${name}</fullName>${content}</CustomField>`;
  return { [`${MAIN}/log/objects/${object}/fields/${name}.field-meta.xml`]: text };
}

function object(name: string, content = ""): Record<string, string> {
  return { [`${MAIN}/log/objects/${name}/${name}.object-meta.xml`]: `<CustomObject ${METADATA_XMLNS}>${content}</CustomObject>` };
}

const granted = ["Log__c.When__c", "Event.When__c", "Task.When__c"].map(
  (name) => `<fieldPermissions><field>${name}</field></fieldPermissions>`,
);

const world: Readonly<Record<string, string>> = {
  ...object("Log__c"),
  ...field("Log__c", "When__c"),
  ...field("Log__c", "Key__c", "<required>true</required><type>Text</type>"),
  ...field("Activity", "When__c"),
  ...object("Settings__c", "<customSettingsType>Hierarchy</customSettingsType>"),
  ...field("Settings__c", "Url__c"),
  ...field("News__e", "Body__c"),
  ...apexClass(`${MAIN}/log/classes`, "LogController", "public class LogController { @AuraEnabled public static void run() {} }"),
  ...apexClass(`${MAIN}/log/classes`, "LogState", "/** @RestResource */ public class LogState { @AuraEnabled public String name; }"),
  [`${MAIN}/app/permissionsets/All.permissionset-meta.xml`]:
    `<PermissionSet ${METADATA_XMLNS}><classAccesses><apexClass>LogController</apexClass></classAccesses>${granted.join("")}` +
    "<objectPermissions><object>Log__c</object></objectPermissions></PermissionSet>",
};

test("required fields, custom settings, events' fields and data classes need no permission", (context) => {
  const { subjects, findings } = checkPermissionCoverage(sampleProject(context, world));
  assert.deepEqual(findings, []);
  assert.equal(subjects, 5);
});

const seeds: readonly { readonly fault: string; readonly files: Readonly<Record<string, string>>; readonly says: string }[] = [
  { fault: "a field", files: field("Log__c", "New__c"), says: "no permission set grants Log__c.New__c" },
  { fault: "a field of activities, on tasks", files: field("Activity", "New__c"), says: "no permission set grants Task.New__c" },
  { fault: "a field of activities, on events", files: field("Activity", "New__c"), says: "no permission set grants Event.New__c" },
  { fault: "an object", files: object("Other__c"), says: "no permission set grants Other__c" },
  { fault: "a page", files: { [`${MAIN}/log/pages/Phone.page`]: "<apex:page/>" }, says: "no permission set grants Phone" },
  {
    fault: "a REST resource",
    files: apexClass(`${MAIN}/log/classes`, "Hook", "@RestResource(urlMapping='/x') global class Hook {}"),
    says: "no permission set grants Hook",
  },
];

for (const { fault, files, says } of seeds) {
  test(`${fault} that nobody is granted is refused`, (context) => {
    const findings = checkPermissionCoverage(sampleProject(context, { ...world, ...files })).findings.map(formatFinding);
    assert.ok(
      findings.some((finding) => finding.endsWith(says)),
      findings.join("\n"),
    );
  });
}
