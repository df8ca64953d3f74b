import assert from "node:assert/strict";
import { test } from "node:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { METADATA_XMLNS, sampleProject } from "../checks/sample-project.ts";
import { checkDataModel, DATA_MODEL_FILE, dataModelFile } from "./data-model-file.ts";

const OBJECTS = "force-app/main/log/objects";

function field(name: string, content: string): string {
  return `<CustomField ${METADATA_XMLNS}><fullName>${name}</fullName>${content}</CustomField>`;
}

const values = ["Call", "SMS"].map((value) => `<value><fullName>${value}</fullName><label>${value}</label></value>`).join("");

const world: Readonly<Record<string, string>> = {
  "docs/data-model.md": "",
  [`${OBJECTS}/Log__c/Log__c.object-meta.xml`]:
    `<CustomObject ${METADATA_XMLNS}><description>One call.</description><label>Log</label>` +
    "<nameField><label>No</label><type>AutoNumber</type></nameField><sharingModel>Private</sharingModel></CustomObject>",
  [`${OBJECTS}/Log__c/fields/Key__c.field-meta.xml`]: field(
    "Key__c",
    "<description>Its\n key.</description><externalId>true</externalId><length>80</length><required>true</required><type>Text</type><unique>true</unique>",
  ),
  [`${OBJECTS}/Log__c/fields/Type__c.field-meta.xml`]: field(
    "Type__c",
    `<description>a | b</description><type>Picklist</type><valueSet><valueSetDefinition>${values}</valueSetDefinition></valueSet>`,
  ),
  [`${OBJECTS}/Activity/fields/Log__c.field-meta.xml`]: field(
    "Log__c",
    "<description>Its log.</description><referenceTo>Log__c</referenceTo><type>Lookup</type>",
  ),
};

test("objects and fields stand in alphabetical order with type, key and meaning", async (context) => {
  const page = await dataModelFile(sampleProject(context, world));
  const lines = page.split("\n").map((line) => line.replaceAll(/ +/g, " "));
  assert.deepEqual(
    lines.filter((line) => /^(## |\| `)/.test(line)),
    [
      "## Activity",
      "| `Log__c` | Lookup(Log__c) | | Its log. |",
      "## Log__c",
      "| `Key__c` | Text(80) | required, unique, external id | Its key. |",
      "| `Type__c` | Picklist: Call, SMS | | a \\| b |",
    ],
  );
  assert.ok(lines.includes("Custom object, sharing Private, name: AutoNumber."), page);
});

test("a page that is not what the metadata say is refused, and what docs:build writes is not", async (context) => {
  const root = sampleProject(context, world);
  assert.deepEqual(
    (await checkDataModel(root)).findings.map(({ file }) => file),
    [DATA_MODEL_FILE],
  );
  writeFileSync(join(root, DATA_MODEL_FILE), await dataModelFile(root));
  assert.deepEqual((await checkDataModel(root)).findings, []);
});

test("a field without a description is refused", async (context) => {
  const file = `${OBJECTS}/Log__c/fields/Bare__c.field-meta.xml`;
  const { findings } = await checkDataModel(sampleProject(context, { ...world, [file]: field("Bare__c", "<type>Date</type>") }));
  assert.ok(findings.some((finding) => finding.file === file));
});
