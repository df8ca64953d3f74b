import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { sampleProject } from "../../../scripts/checks/sample-project.ts";
import { type ApplicationBundle, buildApplication } from "./application-bundle.ts";
import { describeFault } from "./build-fault.ts";
import { platformBundles, projectBundles } from "./component-bundles.ts";
import { defaultCacheFolder } from "./package-folder.ts";
import { SourceCompiler } from "./source-compiler.ts";
import { vendorBundle } from "./vendor-bundle.ts";

const LWC = "force-app/main/lwc";
const PLAIN = "import { LightningElement } from 'lwc';\nexport default class Plain extends LightningElement {}\n";
const EMPTY = "<template></template>";

/** The bundle of a project with these bundles. */
async function built(context: TestContext, files: Readonly<Record<string, string>>): Promise<ApplicationBundle> {
  const folder = sampleProject(context, Object.fromEntries(Object.entries(files).map(([path, text]) => [`${LWC}/${path}`, text])));
  const cacheFolder = defaultCacheFolder();
  const vendor = await vendorBundle({ cacheFolder });
  const bundles = [...platformBundles(), ...projectBundles(folder)];
  return buildApplication({ folder, vendor, compiler: new SourceCompiler(cacheFolder), bundles });
}

function ours({ faults }: ApplicationBundle): string[] {
  return faults.map(describeFault).filter((fault) => fault.startsWith("force-app/"));
}

test("a component in TypeScript with a template and base components is built", async (context) => {
  const bundle = await built(context, {
    "plain/plain.ts":
      "import { api, LightningElement } from 'lwc';\nexport default class Plain extends LightningElement { @api name?: string }\n",
    "plain/plain.html": "<template><lightning-button label={name}></lightning-button></template>",
  });
  assert.deepEqual(ours(bundle), []);
  const code = [...bundle.files.values()].map((content) => Buffer.from(content).toString()).join("\n");
  assert.match(code, /"c-plain"/);
});

test("every fault names its file and the component alone is broken", async (context) => {
  const bundle = await built(context, {
    "plain/plain.js": PLAIN,
    "plain/plain.html": EMPTY,
    "emp/emp.js": `import { subscribe } from 'lightning/empApi';\n${PLAIN.replace("{}", "{ connectedCallback() { subscribe(); } }")}`,
    "emp/emp.html": EMPTY,
    "name/name.js": `import { setTabLabel } from 'lightning/platformWorkspaceApi';\n${PLAIN.replace("{}", "{ a = setTabLabel }")}`,
    "name/name.html": EMPTY,
    "markup/markup.js": PLAIN,
    "markup/markup.html": "<template>\n<div></template>",
    "form/form.js": PLAIN,
    "form/form.html": "<template><lightning-record-form></lightning-record-form></template>",
  });
  const faults = ours(bundle).sort();
  assert.equal(faults.length, 4, faults.join("\n"));
  assert.match(faults[0] ?? "", /emp\/emp\.js:1: The local org does not support "lightning\/empApi"/);
  assert.match(faults[1] ?? "", /form\/form\.html:\d+: There is no module "lightning\/recordForm" in the local org/);
  assert.match(faults[2] ?? "", /markup\/markup\.html:2: LWC\d+/);
  assert.match(faults[3] ?? "", /name\/name\.js:1: lightning\/platformWorkspaceApi has no export "setTabLabel"/);
  assert.ok(bundle.entries.has("out"), "the page is built all the same");
  const code = [...bundle.files.values()].map((content) => Buffer.from(content).toString()).join("\n");
  assert.match(code, /c\/emp could not be built: The local org does not support/);
});

test("a class that imports what a module does not export is told so, in the vendor bundle too", async (context) => {
  const bundle = await built(context, {
    "plain/plain.js": `import { noSuchThing } from 'lightning/modal';\n${PLAIN.replace("{}", "{ a = noSuchThing }")}`,
    "plain/plain.html": EMPTY,
  });
  assert.match(ours(bundle).join("\n"), /plain\/plain\.js:1: lightning\/modal has no export "noSuchThing"/);
});

test("the local org's own modules are not there for a project", async (context) => {
  const bundle = await built(context, {
    "plain/plain.js": `import { goTo } from 'shell/navigation';\nimport { loadComponent } from 'local/components';\n${PLAIN.replace("{}", "{ a = [goTo, loadComponent] }")}`,
    "plain/plain.html": EMPTY,
  });
  assert.deepEqual(
    ours(bundle)
      .map((fault) => fault.replace(/^.*?\d: /, ""))
      .sort(),
    ['There is no module "local/components" in the local org.', 'There is no module "shell/navigation" in the local org.'],
  );
});
