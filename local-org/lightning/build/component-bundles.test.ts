import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { sampleProject } from "../../../scripts/checks/sample-project.ts";
import { bundleId, entryFile, isComponent, projectBundles } from "./component-bundles.ts";

test("bundles come from every lwc folder, TypeScript before the JavaScript beside it", (context) => {
  const folder = sampleProject(context, {
    "force-app/main/one/lwc/panel/panel.ts": "",
    "force-app/main/one/lwc/panel/panel.js": "",
    "force-app/main/one/lwc/panel/panel.html": "",
    "force-app/main/two/lwc/tools/tools.js": "",
    "force-app/main/two/lwc/tools/__tests__/tools.test.js": "",
    "force-app/main/two/classes/A.cls": "",
  });
  const bundles = projectBundles(folder);
  assert.deepEqual(bundles.map(bundleId), ["c/panel", "c/tools"]);
  assert.deepEqual(bundles.map(isComponent), [true, false]);
  assert.deepEqual(bundles.map(entryFile), [
    join(folder, "force-app/main/one/lwc/panel/panel.ts"),
    join(folder, "force-app/main/two/lwc/tools/tools.js"),
  ]);
});
