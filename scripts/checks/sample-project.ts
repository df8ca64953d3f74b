import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { TestContext } from "node:test";

const repository = resolve(import.meta.dirname, "../..");

/** The namespace of metadata files, for the samples of tests. */
export const METADATA_XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A project in a temporary folder, gone when the test ends; gives its path. `sfdx-project.json` is there unless given. */
export function sampleProject(test: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "sample-project-"));
  test.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const project = { packageDirectories: [{ path: "force-app/main", default: true }], sourceApiVersion: "67.0" };
  for (const [path, text] of Object.entries({ "sfdx-project.json": JSON.stringify(project), ...files })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Gives a sample the tools and settings of this repository. */
export function withTools(root: string): string {
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  for (const path of [
    "package.json",
    "tsconfig.json",
    "eslint.config.js",
    "jest.config.js",
    "force-app/tsconfig.json",
    "types/platform.d.ts",
  ]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    copyFileSync(join(repository, path), join(root, path));
  }
  return root;
}

/** The `-meta.xml` of a class or trigger. */
export function apexMeta(type: "ApexClass" | "ApexTrigger", version = "67.0"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${METADATA_XMLNS}>\n    <apiVersion>${version}</apiVersion>\n    <status>Active</status>\n</${type}>\n`;
}

/** A class file and its `-meta.xml`. */
export function apexClass(folder: string, name: string, body: string): Record<string, string> {
  return { [`${folder}/${name}.cls`]: body, [`${folder}/${name}.cls-meta.xml`]: apexMeta("ApexClass") };
}
