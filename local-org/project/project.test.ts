import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { readApexSources } from "./apex-sources.ts";
import { InputError } from "./input-error.ts";
import { readOrgFeatures } from "./org-features.ts";
import { readProject } from "./project.ts";

function inFolder(files: Readonly<Record<string, string>>, body: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "project-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const DESCRIPTION = JSON.stringify({ packageDirectories: [{ path: "main" }, { path: "more" }], sourceApiVersion: "62.0", namespace: "" });
const META = "<ApexClass><apiVersion>58.0</apiVersion></ApexClass>";

test("a project has the files of all its package directories", () => {
  inFolder({ "sfdx-project.json": DESCRIPTION, "main/a/A.cls": "", "more/B.cls": "", "other/C.cls": "" }, (folder) => {
    const project = readProject(folder);
    assert.deepEqual(project.files, ["main/a/A.cls", "more/B.cls"]);
    assert.equal(project.sourceApiVersion, 62);
    assert.equal(project.namespace, null);
  });
});

test("a class has the API version of its -meta.xml, else the project's", () => {
  const files = { "main/A.cls": "public class A {}", "main/A.cls-meta.xml": META, "more/B.cls": "public class B {}" };
  inFolder({ "sfdx-project.json": DESCRIPTION, ...files }, (folder) => {
    const { apiVersions, units } = readApexSources(readProject(folder));
    assert.deepEqual(Object.fromEntries(apiVersions), { "main/A.cls": 58, "more/B.cls": 62 });
    assert.equal(units.length, 2);
  });
});

test("what is no project is refused with file and reason", () => {
  assert.throws(() => readProject("/no/such/folder"), new InputError("/no/such/folder", "no such folder"));
  inFolder({ "a.txt": "" }, (folder) => {
    assert.throws(() => readProject(folder), { file: "sfdx-project.json", reason: `not found in ${folder}: not an SFDX project` });
  });
  inFolder({ "sfdx-project.json": "{" }, (folder) => {
    assert.throws(() => readProject(folder), /^Error: sfdx-project\.json: not readable as JSON/);
  });
  inFolder({ "sfdx-project.json": DESCRIPTION, "main/A.cls": "" }, (folder) => {
    assert.throws(() => readProject(folder), { reason: "package directory more does not exist" });
  });
});

test("a -meta.xml that is no XML is refused", () => {
  const files = { "main/A.cls": "public class A {}", "main/A.cls-meta.xml": "<ApexClass><apiVersion>", "more/x": "" };
  inFolder({ "sfdx-project.json": DESCRIPTION, ...files }, (folder) => {
    assert.throws(() => readApexSources(readProject(folder)), {
      file: "main/A.cls-meta.xml",
      reason: "line 1: <apiVersion> is not closed",
    });
  });
});

test("a class that is no Apex is told apart from one with faults", () => {
  const files = { "main/A.cls": "public class A { void m( }", "more/B.cls": "class B {}" };
  inFolder({ "sfdx-project.json": DESCRIPTION, ...files }, (folder) => {
    const { unreadable, diagnostics } = readApexSources(readProject(folder));
    assert.deepEqual(
      unreadable.map(({ file }) => file),
      ["main/A.cls"],
    );
    assert.deepEqual(
      diagnostics.map(({ file }) => file),
      ["more/B.cls"],
    );
  });
});

test("features come from the scratch org definition", () => {
  inFolder({ "config/project-scratch-def.json": '{"edition":"Developer","features":["PersonAccounts"]}' }, (folder) => {
    assert.deepEqual(readOrgFeatures(folder), ["PersonAccounts"]);
  });
  inFolder({ "config/project-scratch-def.json": "{" }, (folder) => {
    assert.throws(() => readOrgFeatures(folder), InputError);
  });
  inFolder({}, (folder) => {
    assert.deepEqual(readOrgFeatures(folder), []);
  });
});
