import assert from "node:assert/strict";
import { test } from "node:test";
import { checkApexLs } from "./apex-ls.ts";
import { formatFinding } from "./finding.ts";
import { findJava, JAVA_MISSING } from "./java.ts";
import { checkPmd } from "./pmd.ts";
import { apexClass, METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const java = findJava();
const skip = java === undefined ? JAVA_MISSING : false;
const MAIN = "force-app/main/setup";

const lineField = `<CustomField ${METADATA_XMLNS}><fullName>Line__c</fullName><label>Line</label><length>20</length><type>Text</type></CustomField>`;

test("apex-ls refuses faults, accepts own fields of standard objects and objects of the overlay", { skip }, async (context) => {
  const body = [
    "public with sharing class Faults {",
    "    Integer count = 'many';",
    "    Contact person = new Contact(Line__c = 'x', LastNam = 'y');",
    "    List<AgentWork> work = [SELECT Id FROM AgentWork];",
    "    void run(Contact someone) {",
    "        someone.Line__c = 'x';",
    "        Nothing.run();",
    "    }",
    "}",
  ];
  const root = sampleProject(context, {
    ...apexClass(`${MAIN}/classes`, "Faults", body.join("\n")),
    [`${MAIN}/objects/Contact/fields/Line__c.field-meta.xml`]: lineField,
  });
  const { findings } = await checkApexLs(root, { java: java ?? "", warnings: true });
  const file = `${MAIN}/classes/Faults.cls`;
  assert.deepEqual(
    new Set(findings.map((finding) => `${finding.file}:${finding.line ?? 0}`)),
    new Set([`${file}:2`, `${file}:3`, `${file}:7`]),
  );
  assert.ok(findings.map(formatFinding).some((text) => /LastNam/.test(text)));
});

test("PMD refuses a query inside a loop", { skip }, async (context) => {
  const body = [
    "public with sharing class Slow {",
    "    public void run(List<Id> ids) {",
    "        for (Id one : ids) {",
    "            Account found = [SELECT Id FROM Account WHERE Id = :one WITH USER_MODE];",
    "        }",
    "    }",
    "}",
  ];
  const root = sampleProject(context, apexClass(`${MAIN}/classes`, "Slow", body.join("\n")));
  const { findings } = await checkPmd(root);
  assert.ok(
    findings.map(formatFinding).some((text) => text.startsWith(`${MAIN}/classes/Slow.cls:4: `)),
    findings.map(formatFinding).join("\n"),
  );
});
