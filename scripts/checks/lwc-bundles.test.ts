import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { formatFinding } from "./finding.ts";
import { buildLwc, checkLwcBuild } from "./lwc-build.ts";
import { checkLwcBundles } from "./lwc-bundles.ts";
import { METADATA_XMLNS, sampleProject } from "./sample-project.ts";

const BUNDLE = "force-app/main/softphone/lwc/callCard";

function bundle(body: string): Record<string, string> {
  return {
    [`${BUNDLE}/callCard.ts`]: `import { LightningElement, api } from "lwc";\n\nexport default class CallCard extends LightningElement {\n  ${body}\n}\n`,
    [`${BUNDLE}/callCard.html`]: "<template>\n    <p>{caller}</p>\n</template>\n",
    [`${BUNDLE}/callCard.js-meta.xml`]: `<LightningComponentBundle ${METADATA_XMLNS}>\n    <apiVersion>67.0</apiVersion>\n</LightningComponentBundle>\n`,
    [`${BUNDLE}/__tests__/callCard.test.ts`]: "this is no part of the bundle",
  };
}

test("a component in TypeScript reaches the platform's compiler with its decorators", async (context) => {
  const root = sampleProject(context, bundle("@api caller: string | undefined;\n  declare readonly hidden: number;\n  #count = 0;"));
  assert.deepEqual(buildLwc(root), [`${BUNDLE}/callCard.ts`]);
  assert.match(readFileSync(join(root, BUNDLE, "callCard.js"), "utf8"), /@api\s+caller;/);
  assert.deepEqual(checkLwcBuild(root), { subjects: 1, findings: [] });
  assert.deepEqual(await checkLwcBundles(root), { subjects: 1, findings: [] });
});

test("what the platform refuses is refused with its line", async (context) => {
  const root = sampleProject(context, bundle("@api shown = true;"));
  buildLwc(root);
  const [finding] = (await checkLwcBundles(root)).findings;
  assert.ok(finding !== undefined);
  assert.match(formatFinding(finding), /^force-app\/main\/softphone\/lwc\/callCard\/callCard\.js:4:\d+: LWC1503: .*shown/);
});

test("a component that was not compiled is refused", async (context) => {
  const root = sampleProject(context, bundle("@api caller?: string;"));
  assert.deepEqual(checkLwcBuild(root).findings.map(formatFinding), [`${BUNDLE}/callCard.ts: is not compiled; run: npm run build`]);
  assert.deepEqual((await checkLwcBundles(root)).findings.map(formatFinding), [`${BUNDLE}: has no callCard.js; run: npm run build`]);
});

test("a component that changed since it was compiled is refused", (context) => {
  const root = sampleProject(context, bundle("@api caller?: string;"));
  buildLwc(root);
  writeFileSync(join(root, BUNDLE, "callCard.ts"), "export {};\n");
  assert.deepEqual(checkLwcBuild(root).findings.map(formatFinding), [`${BUNDLE}/callCard.ts: is newer than its .js; run: npm run build`]);
});
