import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { checkMetadataShape } from "./metadata-shape.ts";
import { METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const FIELD = "force-app/main/setup/objects/Thing__c/fields/Size__c.field-meta.xml";

function field(inside: string, opening = `<CustomField ${METADATA_XMLNS}>`): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opening}\n    <fullName>Size__c</fullName>\n    ${inside}\n</CustomField>\n`;
}

const seeds: readonly { readonly fault: string; readonly file?: string; readonly text: string; readonly says: string }[] = [
  { fault: "an unknown element", text: field("<lenght>80</lenght>"), says: `${FIELD}:4: unknown element <lenght> in CustomField` },
  { fault: "a wrong enumeration value", text: field("<type>Texts</type>"), says: `${FIELD}:4: <type>: "Texts" is no FieldType` },
  {
    fault: "a truth value that is none",
    text: field("<required>yes</required>"),
    says: `${FIELD}:4: <required>: "yes" is neither true nor false`,
  },
  { fault: "a number that is none", text: field("<length>long</length>"), says: `${FIELD}:4: <length>: "long" is no number` },
  {
    fault: "an element twice",
    text: field("<length>1</length>\n    <length>2</length>"),
    says: `${FIELD}:5: <length> appears twice in one CustomField`,
  },
  {
    fault: "text where elements belong",
    text: field("<valueSet>Red</valueSet>"),
    says: `${FIELD}:4: <valueSet> holds text, expected elements`,
  },
  {
    fault: "elements where text belongs",
    text: field("<length><max>1</max></length>"),
    says: `${FIELD}:4: <length> holds elements, expected text`,
  },
  { fault: "a missing namespace", text: field("", "<CustomField>"), says: `${FIELD}:2: the root element lacks ${METADATA_XMLNS}` },
  {
    fault: "a root of another type",
    text: field("").replaceAll("CustomField", "CustomObject"),
    says: `${FIELD}:2: the root element is <CustomObject>, expected <CustomField>`,
  },
  {
    fault: "a tag that is not closed",
    text: field("<length>1"),
    says: `${FIELD}:5: not well-formed XML: Expected closing tag 'length' (opened in line 4, col 5) instead of closing tag 'CustomField'.`,
  },
  {
    fault: "a missing required element",
    file: "force-app/main/setup/customPermissions/Dial.customPermission-meta.xml",
    text: `<CustomPermission ${METADATA_XMLNS}>\n    <isLicensed>false</isLicensed>\n</CustomPermission>\n`,
    says: "force-app/main/setup/customPermissions/Dial.customPermission-meta.xml:1: CustomPermission lacks the required element <label>",
  },
  {
    fault: "an unknown suffix",
    file: "force-app/main/setup/permissionsets/Agent.permisionset-meta.xml",
    text: `<PermissionSet ${METADATA_XMLNS}/>`,
    says: "force-app/main/setup/permissionsets/Agent.permisionset-meta.xml: unknown kind of metadata: no type has this suffix",
  },
];

for (const { fault, file, text, says } of seeds) {
  test(`${fault} is refused`, (context) => {
    const root = sampleProject(context, { [file ?? FIELD]: text });
    assert.deepEqual(checkMetadataShape(root).findings.map(formatFinding), [says]);
  });
}

test("a field without fault is accepted", (context) => {
  const root = sampleProject(context, { [FIELD]: field("<label>Size &amp; more</label>\n    <length>80</length>\n    <type>Text</type>") });
  assert.deepEqual(checkMetadataShape(root), { subjects: 1, findings: [] });
});

test("a project without metadata has no subject", (context) => {
  assert.equal(checkMetadataShape(sampleProject(context, {})).subjects, 0);
});
