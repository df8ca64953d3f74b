import assert from "node:assert/strict";
import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { buildProject } from "./build-project.ts";
import { METADATA_XMLNS, sampleProject, withTools } from "./checks/sample-project.ts";

const ADAPTER = "force-app/main/softphone/adapter";
const SCRIPT = "force-app/main/softphone/staticresources/AircallSoftphone.js";
const SAMPLE = {
  [`${ADAPTER}/main.ts`]: 'import { greet } from "./greet.ts";\nexport function start(name: string): string {\n  return greet(name);\n}\n',
  [`${ADAPTER}/greet.ts`]: "export const greet = (name: string): string => `Hello ${name}`;\n",
  [`${ADAPTER}/__tests__/greet.test.ts`]: "throw new Error();\n",
  "force-app/main/softphone/lwc/card/card.ts":
    'import { LightningElement } from "lwc";\nexport default class Card extends LightningElement {}\n',
  "force-app/main/app/labels/CustomLabels.labels-meta.xml": `<CustomLabels ${METADATA_XMLNS}><labels><fullName>Hello</fullName></labels></CustomLabels>`,
};

test("components, the page's script and the types of labels are made", async (context) => {
  const root = withTools(sampleProject(context, SAMPLE));
  assert.deepEqual(await buildProject(root), { components: 1, scripts: 1 });
  assert.match(readFileSync(join(root, "force-app/main/softphone/lwc/card/card.js"), "utf8"), /class Card extends LightningElement/);
  assert.match(readFileSync(join(root, "types/labels.d.ts"), "utf8"), /@salesforce\/label\/c\.Hello/);
  const script = readFileSync(join(root, SCRIPT), "utf8");
  assert.equal(runInNewContext(`${script}; AircallSoftphone.start("Avery")`), "Hello Avery");
  assert.match(script, /^\/\*! Holds aircall-everywhere 2\.\d+\.\d+, licence ISC/);
});

test("the script is made again when its source has changed, and only then", async (context) => {
  const root = withTools(sampleProject(context, SAMPLE));
  await buildProject(root);
  const made = statSync(join(root, SCRIPT)).mtimeMs;
  await buildProject(root);
  assert.equal(statSync(join(root, SCRIPT)).mtimeMs, made);
  const later = new Date(made + 5000);
  utimesSync(join(root, ADAPTER, "greet.ts"), later, later);
  await buildProject(root);
  assert.notEqual(statSync(join(root, SCRIPT)).mtimeMs, made);
});

test("a source that cannot be compiled is named", async (context) => {
  const root = withTools(sampleProject(context, { ...SAMPLE, [`${ADAPTER}/greet.ts`]: "export const greet = ;\n" }));
  await assert.rejects(buildProject(root), /adapter\/greet\.ts:1:/);
});
