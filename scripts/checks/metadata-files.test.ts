import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { checkMetadataFiles } from "./metadata-files.ts";
import { apexClass, apexMeta, METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const CLASSES = "force-app/main/setup/classes";

function findings(root: string): string[] {
  return checkMetadataFiles(root).findings.map(formatFinding);
}

test("a class without its -meta.xml is refused", (context) => {
  const root = sampleProject(context, { [`${CLASSES}/Lonely.cls`]: "public class Lonely {}" });
  assert.deepEqual(findings(root), [`${CLASSES}/Lonely.cls: has no -meta.xml beside it and would not be deployed`]);
});

test("a -meta.xml without its class is refused", (context) => {
  const root = sampleProject(context, { [`${CLASSES}/Gone.cls-meta.xml`]: apexMeta("ApexClass") });
  assert.deepEqual(findings(root), [`${CLASSES}/Gone.cls-meta.xml: has no source beside it`]);
});

test("another API version than the project's is refused", (context) => {
  const root = sampleProject(context, {
    [`${CLASSES}/Old.cls`]: "public class Old {}",
    [`${CLASSES}/Old.cls-meta.xml`]: apexMeta("ApexClass", "66.0"),
  });
  assert.deepEqual(findings(root), [`${CLASSES}/Old.cls-meta.xml:3: apiVersion 66.0, expected 67.0 as in sfdx-project.json`]);
});

test("a component without its configuration is refused", (context) => {
  const root = sampleProject(context, { "force-app/main/setup/lwc/thingCard/thingCard.ts": "" });
  assert.deepEqual(findings(root), ["force-app/main/setup/lwc/thingCard: has no thingCard.js-meta.xml"]);
});

test("complete files are accepted", (context) => {
  const root = sampleProject(context, {
    ...apexClass(CLASSES, "Whole", "public class Whole {}"),
    "force-app/main/setup/lwc/thingCard/thingCard.js-meta.xml": `<LightningComponentBundle ${METADATA_XMLNS}><apiVersion>67.0</apiVersion></LightningComponentBundle>`,
  });
  assert.deepEqual(findings(root), []);
});
