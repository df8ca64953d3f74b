import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleProject } from "./checks/sample-project.ts";
import { hasPinnedNode, whyInstall } from "./install.mjs";

const lock = (version: string): string =>
  JSON.stringify({
    packages: {
      "": {},
      "node_modules/jest": { version },
      "node_modules/node": { version: "24.21.0" },
      "node_modules/only-on-windows": { version: "1.0.0", optional: true },
      "node_modules/local-org": { link: true },
    },
  });

test("a fresh clone has to be installed", (context) => {
  assert.equal(whyInstall(sampleProject(context, { "package-lock.json": lock("29.7.0") })), "no packages are installed yet");
});

test("a changed lock file has to be installed", (context) => {
  const root = sampleProject(context, { "package-lock.json": lock("29.7.0"), "node_modules/.package-lock.json": lock("29.6.0") });
  assert.equal(whyInstall(root), "jest is not the version of the lock file");
});

test("what is installed as the lock file says is left alone", (context) => {
  const root = sampleProject(context, { "package-lock.json": lock("29.7.0"), "node_modules/.package-lock.json": lock("29.7.0") });
  assert.equal(whyInstall(root), null);
});

test("an install without install scripts lacks the pinned Node", (context) => {
  const root = sampleProject(context, { "package-lock.json": lock("29.7.0"), "node_modules/.package-lock.json": lock("29.7.0") });
  assert.equal(hasPinnedNode(root), false);
});
