import assert from "node:assert/strict";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { checkMetadataReferences } from "./metadata-references.ts";
import { METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const BASE = "force-app/main/setup";

function metadata(type: string, inside: string): string {
  return `<${type} ${METADATA_XMLNS}>\n${inside}\n</${type}>\n`;
}

const world: Readonly<Record<string, string>> = {
  [`${BASE}/objects/Thing__c/Thing__c.object-meta.xml`]: metadata("CustomObject", "<label>Thing</label>"),
  [`${BASE}/objects/Thing__c/fields/Size__c.field-meta.xml`]: metadata("CustomField", "<fullName>Size__c</fullName>"),
  [`${BASE}/objects/Activity/fields/Line__c.field-meta.xml`]: metadata("CustomField", "<fullName>Line__c</fullName>"),
  [`${BASE}/classes/ThingController.cls`]: "public class ThingController {}",
  [`${BASE}/labels/CustomLabels.labels-meta.xml`]: metadata("CustomLabels", "<labels><fullName>Thing_Title</fullName></labels>"),
  [`${BASE}/lwc/thingCard/thingCard.js-meta.xml`]: metadata("LightningComponentBundle", "<apiVersion>67.0</apiVersion>"),
};

const SET = `${BASE}/permissionsets/Agent.permissionset-meta.xml`;
const PAGE = `${BASE}/flexipages/Home.flexipage-meta.xml`;

const component = (name: string): string =>
  `<flexiPageRegions><itemInstances><componentInstance><componentName>${name}</componentName></componentInstance></itemInstances></flexiPageRegions>`;

const seeds: readonly {
  readonly fault: string;
  readonly file: string;
  readonly type: string;
  readonly text: string;
  readonly says: string;
}[] = [
  {
    fault: "an unknown class",
    file: SET,
    type: "PermissionSet",
    text: "<classAccesses><apexClass>ThingControler</apexClass></classAccesses>",
    says: `${SET}:2: there is no ApexClass ThingControler`,
  },
  {
    fault: "an unknown custom field of a known object",
    file: SET,
    type: "PermissionSet",
    text: "<fieldPermissions><field>Thing__c.Line__c</field></fieldPermissions>",
    says: `${SET}:2: there is no field Thing__c.Line__c`,
  },
  {
    fault: "an unknown standard field",
    file: SET,
    type: "PermissionSet",
    text: "<fieldPermissions><field>Task.Subjekt</field></fieldPermissions>",
    says: `${SET}:2: there is no field Task.Subjekt`,
  },
  {
    fault: "an unknown standard object",
    file: SET,
    type: "PermissionSet",
    text: "<objectPermissions><object>Contakt</object></objectPermissions>",
    says: `${SET}:2: there is no object Contakt`,
  },
  {
    fault: "an unknown tab",
    file: SET,
    type: "PermissionSet",
    text: "<tabSettings><tab>Nothing</tab></tabSettings>",
    says: `${SET}:2: there is no tab Nothing`,
  },
  {
    fault: "an unknown permission set in a group",
    file: `${BASE}/permissionsetgroups/All.permissionsetgroup-meta.xml`,
    type: "PermissionSetGroup",
    text: "<permissionSets>Agents</permissionSets>",
    says: `${BASE}/permissionsetgroups/All.permissionsetgroup-meta.xml:2: there is no PermissionSet Agents`,
  },
  {
    fault: "an unknown component on a page",
    file: PAGE,
    type: "FlexiPage",
    text: component("c:thingCart"),
    says: `${PAGE}:2: there is no component c:thingCart`,
  },
  {
    fault: "an unknown label in an expression",
    file: PAGE,
    type: "FlexiPage",
    text: "<masterLabel>x</masterLabel><description>x</description><template><name>{!$Label.c.Thing_Titel}</name></template>",
    says: `${PAGE}:2: there is no CustomLabel Thing_Titel`,
  },
  {
    fault: "a lookup to an unknown object",
    file: `${BASE}/objects/Thing__c/fields/Owner__c.field-meta.xml`,
    type: "CustomField",
    text: "<fullName>Owner__c</fullName><referenceTo>Usr</referenceTo>",
    says: `${BASE}/objects/Thing__c/fields/Owner__c.field-meta.xml:2: there is no object Usr`,
  },
  {
    fault: "an unknown custom name in a formula",
    file: `${BASE}/objects/Thing__c/validationRules/Small.validationRule-meta.xml`,
    type: "ValidationRule",
    text: "<errorConditionFormula>Sice__c &gt; 3</errorConditionFormula>",
    says: `${BASE}/objects/Thing__c/validationRules/Small.validationRule-meta.xml:2: there is no object or field Sice__c`,
  },
  {
    fault: "a folder of an unknown object",
    file: `${BASE}/objects/Taks/fields/Size__c.field-meta.xml`,
    type: "CustomField",
    text: "<fullName>Size__c</fullName>",
    says: `${BASE}/objects/Taks/fields/Size__c.field-meta.xml:1: there is no object Taks`,
  },
];

for (const { fault, file, type, text, says } of seeds) {
  test(`${fault} is refused`, (context) => {
    const root = sampleProject(context, { ...world, [file]: metadata(type, text) });
    assert.deepEqual(checkMetadataReferences(root).findings.map(formatFinding), [says]);
  });
}

test("references to what exists are accepted", (context) => {
  const permissions = [
    "<classAccesses><apexClass>ThingController</apexClass></classAccesses>",
    "<fieldPermissions><field>Thing__c.Size__c</field></fieldPermissions>",
    "<fieldPermissions><field>Task.Line__c</field></fieldPermissions>",
    "<fieldPermissions><field>Contact.Account</field></fieldPermissions>",
    "<objectPermissions><object>Thing__c</object></objectPermissions>",
    "<tabSettings><tab>standard-Contact</tab></tabSettings>",
  ];
  const root = sampleProject(context, {
    ...world,
    [SET]: metadata("PermissionSet", permissions.join("")),
    [PAGE]: metadata("FlexiPage", `${component("thingCard")}<masterLabel>{!$Label.c.Thing_Title}</masterLabel>`),
  });
  assert.deepEqual(checkMetadataReferences(root).findings, []);
});
