import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleProject } from "../../../scripts/checks/sample-project.ts";
import { readProject } from "../../project/project.ts";
import { readLightningOutApps } from "./lightning-out-apps.ts";

const AURA = "force-app/main/aura";

test("Lightning Out apps are global and extend ltng:outApp; others are left out", (context) => {
  const folder = sampleProject(context, {
    [`${AURA}/phoneOut/phoneOut.app`]:
      '<aura:application access="GLOBAL" extends="ltng:outApp"><aura:dependency resource="c:panel"/><aura:dependency resource="markup://c:list"/></aura:application>',
    [`${AURA}/plainOut/plainOut.app`]: '<aura:application access="GLOBAL" extends="ltng:outAppUnstyled"/>',
    [`${AURA}/hidden/hidden.app`]: '<aura:application extends="ltng:outApp"/>',
    [`${AURA}/page/page.app`]: '<aura:application access="GLOBAL"/>',
  });
  assert.deepEqual(readLightningOutApps(readProject(folder)), [
    { name: "c:phoneOut", dependencies: ["c:panel", "c:list"], isStyled: true },
    { name: "c:plainOut", dependencies: [], isStyled: false },
  ]);
});
