import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { apexClass, METADATA_XMLNS, sampleProject } from "./sample-project.ts";
import { checkSettingsPage } from "./settings-page.ts";

const FOLDER = "force-app/main/log";

function field(object: string, name: string, content: string): Record<string, string> {
  const text = `<CustomField ${METADATA_XMLNS}><fullName>${name}</fullName>${content}</CustomField>`;
  return { [`${FOLDER}/objects/${object}/fields/${name}.field-meta.xml`]: text };
}

const project: Readonly<Record<string, string>> = {
  ...field("Aircall_Settings__c", "Is_On__c", "<defaultValue>true</defaultValue><type>Checkbox</type>"),
  ...field("Aircall_Settings__c", "Place__c", '<defaultValue>"Both"</defaultValue><type>Text</type>'),
  ...field("Aircall_Settings__c", "User__c", "<type>Text</type>"),
  ...field("Aircall_Number__c", "Place__c", "<type>Text</type>"),
  ...apexClass(`${FOLDER}/tests`, "PlaceTest", "@IsTest private class PlaceTest { @IsTest static void works() {} static void helps() {} }"),
};

function page(org: readonly string[], number: readonly string[] = ["| `Place__c` | any | empty | here | `PlaceTest.works` |"]): string {
  const head = "| setting | values | default | acts in | tests |\n| --- | --- | --- | --- | --- |";
  return ["# Settings", "## For the org", head, ...org, "## For one number", head, ...number].join("\n");
}

const ROWS = [
  "| `Is_On__c` | checked, unchecked | checked | here | `PlaceTest.works` |",
  "| `Place__c`, `User__c` | any | empty | here | `PlaceTest.works` |",
];

const GOOD = [
  "| `Is_On__c` | checked, unchecked | checked | here | `PlaceTest.works` |",
  "| `Place__c` | `Both`, `One` | `Both` | here | `PlaceTest.works`, `PlaceTest.works` |",
  "| `User__c` | an id | empty | here | `PlaceTest.works` |",
];

function told(files: Readonly<Record<string, string>>, context: Parameters<typeof sampleProject>[0]): string[] {
  return checkSettingsPage(sampleProject(context, files)).findings.map(formatFinding);
}

test("a page that names every setting, its default and a test is accepted", (context) => {
  const result = checkSettingsPage(sampleProject(context, { ...project, "docs/settings.md": page(GOOD) }));
  assert.deepEqual(result, { subjects: 4, findings: [] });
});

test("a setting without a row, a wrong default and a field that is gone are told", (context) => {
  assert.deepEqual(told({ ...project, "docs/settings.md": page(GOOD.slice(1)) }, context), [
    "docs/settings.md: does not name Aircall_Settings__c.Is_On__c",
  ]);
  assert.deepEqual(told({ ...project, "docs/settings.md": page(ROWS) }, context), [
    "docs/settings.md:6: the default of Place__c is Both, not empty",
  ]);
  assert.deepEqual(
    told({ ...project, "docs/settings.md": page([...GOOD, "| `Gone__c` | any | empty | here | `PlaceTest.works` |"]) }, context),
    ["docs/settings.md:8: there is no field Aircall_Settings__c.Gone__c"],
  );
});

test("a row without a test, or with one that is none, is told in every table", (context) => {
  const rows = [...GOOD.slice(0, 2), "| `User__c` | an id | empty | here | |"];
  const number = ["| `Place__c` | any | empty | here | `PlaceTest.helps`, `NoTest.works`, `PlaceTest` |"];
  assert.deepEqual(told({ ...project, "docs/settings.md": page(rows, number) }, context), [
    "docs/settings.md:7: names no test for User__c",
    "docs/settings.md:11: there is no test PlaceTest.helps",
    "docs/settings.md:11: there is no test NoTest.works",
    "docs/settings.md:11: there is no test PlaceTest",
  ]);
});

test("a project with settings and no page is told, one without settings has nothing to check", (context) => {
  assert.deepEqual(told(project, context), ["docs/settings.md: is missing"]);
  assert.equal(checkSettingsPage(sampleProject(context, {})).subjects, 0);
});
