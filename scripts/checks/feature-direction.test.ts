import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFeatureDirection } from "./feature-direction.ts";
import { formatFinding } from "./finding.ts";
import { apexClass, METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const MAIN = "force-app/main";

const world: Readonly<Record<string, string>> = {
  ...apexClass(`${MAIN}/interaction-log/classes`, "EventFold", "public class EventFold { public static void run() {} }"),
  ...apexClass(`${MAIN}/aircall-api/classes`, "CallClient", "public class CallClient { public static void list() { EventFold.run(); } }"),
  ...apexClass(`${MAIN}/setup/classes`, "SetupController", "@NamespaceAccessible public class SetupController {}"),
  [`${MAIN}/aircall-api/objects/Request__c/Request__c.object-meta.xml`]: `<CustomObject ${METADATA_XMLNS}><label>Request</label></CustomObject>`,
  [`${MAIN}/setup/lwc/setupPanel/setupPanel.js-meta.xml`]: `<LightningComponentBundle ${METADATA_XMLNS}/>`,
};

const seeds: readonly { readonly fault: string; readonly file: string; readonly text: string; readonly says: string }[] = [
  {
    fault: "Apex that calls a class above it",
    file: `${MAIN}/interaction-log/classes/Log.cls`,
    text: "public class Log {\n    void run() { CallClient.list(); }\n}",
    says: ":2: interaction-log may not name callclient of aircall-api",
  },
  {
    fault: "Apex that calls a class above it in another case",
    file: `${MAIN}/interaction-log/classes/Log.cls`,
    text: "public class Log {\n    void run() { callclient.LIST(); }\n}",
    says: ":2: interaction-log may not name callclient of aircall-api",
  },
  {
    fault: "a query of an object above it",
    file: `${MAIN}/interaction-log/classes/Log.cls`,
    text: "public class Log {\n    String soql = 'SELECT Id FROM Request__c';\n}",
    says: ":2: interaction-log may not name Request__c of aircall-api",
  },
  {
    fault: "a component that calls Apex of a feature beside it",
    file: `${MAIN}/softphone/lwc/panel/panel.ts`,
    text: 'import run from "@salesforce/apex/SetupController.run";\n',
    says: ":1: softphone may not name setupcontroller of setup",
  },
  {
    fault: "a component that imports one of a feature beside it",
    file: `${MAIN}/softphone/lwc/panel/panel.ts`,
    text: 'import { x } from "c/setupPanel";\n',
    says: ":1: softphone may not name setupPanel of setup",
  },
  {
    fault: "markup that holds a component of a feature beside it",
    file: `${MAIN}/softphone/lwc/panel/panel.html`,
    text: "<template>\n    <c-setup-panel></c-setup-panel>\n</template>",
    says: ":2: softphone may not name setupPanel of setup",
  },
  {
    fault: "metadata that names a class above it",
    file: `${MAIN}/interaction-log/permissionsets/Log.permissionset-meta.xml`,
    text: `<PermissionSet ${METADATA_XMLNS}>\n<classAccesses><apexClass>CallClient</apexClass></classAccesses></PermissionSet>`,
    says: ":2: interaction-log may not name CallClient of aircall-api",
  },
  {
    fault: "the first package naming an Omni-Channel object",
    file: `${MAIN}/setup/classes/Presence.cls`,
    text: "public class Presence {\n    UserServicePresence presence;\n}",
    says: ":2: only omni-channel may name UserServicePresence",
  },
  {
    fault: "the second package using what the first does not share",
    file: "force-app/omni-channel/presence/classes/Presence.cls",
    text: "public class Presence {\n    void run() { EventFold.run(); }\n}",
    says: ":2: eventfold is neither @NamespaceAccessible nor global: another package cannot reach it",
  },
  {
    fault: "a folder that is no feature",
    file: `${MAIN}/helpers/classes/Helper.cls`,
    text: "public class Helper {}",
    says: ": lies in no feature that docs/ARCHITECTURE.md names",
  },
];

for (const { fault, file, text, says } of seeds) {
  test(`${fault} is refused`, (context) => {
    const root = sampleProject(context, { ...world, [file]: text });
    const { findings } = checkFeatureDirection(root);
    assert.ok(
      findings.map(formatFinding).includes(`${file}${says}`),
      `not said: ${file}${says}\nsaid: ${findings.map(formatFinding).join("\n")}`,
    );
  });
}

test("labels of app are everybody's: a package has one file of them", (context) => {
  const labels = `<CustomLabels ${METADATA_XMLNS}><labels><fullName>Caller_None</fullName></labels></CustomLabels>`;
  const root = sampleProject(context, {
    ...world,
    [`${MAIN}/app/labels/CustomLabels.labels-meta.xml`]: labels,
    [`${MAIN}/softphone/lwc/panel/panel.ts`]: 'import none from "@salesforce/label/c.Caller_None";\n',
  });
  assert.deepEqual(checkFeatureDirection(root).findings, []);
});

test("names of features below, own variables and comments are accepted", (context) => {
  const root = sampleProject(context, {
    ...world,
    [`${MAIN}/interaction-log/classes/Log.cls`]:
      "/** Unlike CallClient. */\npublic class Log {\n    // CallClient.list()\n    void run(String callClient) { String text = callClient + 'CallClient'; this.callClient(); }\n}",
    "force-app/omni-channel/presence/classes/Presence.cls":
      "public class Presence { SetupController setup; UserServicePresence presence; }",
  });
  assert.deepEqual(checkFeatureDirection(root).findings, []);
});
