import assert from "node:assert/strict";
import { test } from "node:test";
import { labelTypings } from "./label-typings.ts";
import { METADATA_XMLNS, sampleProject } from "./sample-project.ts";

test("each label has a module, in the order of names", (context) => {
  const label = (name: string): string => `<labels><fullName>${name}</fullName><value>x</value></labels>`;
  const root = sampleProject(context, {
    "force-app/main/app/labels/CustomLabels.labels-meta.xml": `<CustomLabels ${METADATA_XMLNS}>${label("B")}${label("A")}</CustomLabels>`,
  });
  assert.deepEqual(
    Array.from(labelTypings(root).matchAll(/declare module "([^"]+)"/g), (match) => match[1]),
    ["@salesforce/label/c.A", "@salesforce/label/c.B"],
  );
});
