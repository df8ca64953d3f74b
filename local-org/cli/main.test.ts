import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

const BIN = join(import.meta.dirname, "..", "bin", "local-org.mjs");

const DESCRIPTION = '{"packageDirectories":[{"path":"main"}],"sourceApiVersion":"67.0"}';
const SERVICE = "public class Service {\n  public static Integer twice(Integer n) {\n    return n * 2;\n  }\n}\n";
const TESTS =
  "@IsTest\nprivate class ServiceTest {\n  @IsTest\n  static void doubles() {\n    Assert.areEqual(4, Service.twice(2));\n  }\n  @IsTest\n  static void wrong() {\n    Assert.areEqual(5, Service.twice(2));\n  }\n}\n";

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

function run(files: Readonly<Record<string, string>>, args: (folder: string) => readonly string[], after?: (folder: string) => void): Run {
  const folder = mkdtempSync(join(tmpdir(), "local-org-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args(folder)], { encoding: "utf8" });
    after?.(folder);
    return { status, out: stdout, error: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("check prints nothing and exits 0 for clean Apex", () => {
  const result = run({ "sfdx-project.json": DESCRIPTION, "main/Service.cls": SERVICE }, (folder) => ["check", folder]);
  assert.deepEqual(result, { status: 0, out: "", error: "" });
});

test("check prints file, line, column and message and exits 1 for findings", () => {
  const text = SERVICE.replace("n * 2", "m * 2");
  const result = run({ "sfdx-project.json": DESCRIPTION, "main/Service.cls": text }, (folder) => ["check", folder]);
  assert.equal(result.status, 1);
  assert.match(result.out, /^main\/Service\.cls:3:12: Variable does not exist: m.*\n$/);
});

test("check tells faults of pages like those of Apex", () => {
  const files = {
    "sfdx-project.json": DESCRIPTION,
    "main/Service.cls": SERVICE,
    "main/pages/Form.page": "<apex:page>\n  <apex:form/>\n</apex:page>",
  };
  const result = run(files, (folder) => ["check", folder]);
  assert.deepEqual([result.status, result.out], [1, "main/pages/Form.page:2:3: <apex:form> is not supported by the local org\n"]);
});

test("test prints what failed, writes JSON and exits 1", () => {
  let json = "";
  const result = run(
    { "sfdx-project.json": DESCRIPTION, "main/Service.cls": SERVICE, "main/ServiceTest.cls": TESTS },
    (folder) => ["test", folder, "--json", join(folder, "out.json"), "--coverage"],
    (folder) => (json = readFileSync(join(folder, "out.json"), "utf8")),
  );
  assert.equal(result.status, 1);
  assert.match(result.out, /FAILED ServiceTest\.wrong: System\.AssertException: Assertion Failed: Expected: 5, Actual: 4/);
  assert.match(result.out, /100% {2}Service\n/);
  assert.match(result.out, /\n1 passed, 1 failed\n$/);
  const outcomes: unknown = JSON.parse(json);
  assert.ok(Array.isArray(outcomes));
  assert.deepEqual(
    outcomes.map((one: { method: string; outcome: string }) => [one.method, one.outcome]),
    [
      ["doubles", "passed"],
      ["wrong", "failed"],
    ],
  );
});

test("a class that does not parse is one line and exit code 2", () => {
  const result = run({ "sfdx-project.json": DESCRIPTION, "main/Bad.cls": "public class Bad {\n  void m( {\n}" }, (folder) => [
    "test",
    folder,
  ]);
  assert.equal(result.status, 2);
  assert.match(result.error, /^main\/Bad\.cls:2:\d+: [^\n]+\n$/);
  assert.equal(result.out, "");
});

test("input that cannot be read is one line and exit code 2", () => {
  const cases: readonly [Readonly<Record<string, string>>, readonly string[], RegExp][] = [
    [{}, ["test", "/no/such/folder"], /^\/no\/such\/folder: no such folder\n$/],
    [{}, ["check", "FOLDER"], /^sfdx-project\.json: not found in .*\n$/],
    [{ "sfdx-project.json": "{" }, ["check", "FOLDER"], /^sfdx-project\.json: not readable as JSON.*\n$/],
    [
      { "sfdx-project.json": DESCRIPTION, "main/objects/X__c/X__c.object-meta.xml": "<CustomObject><label>" },
      ["check", "FOLDER"],
      /^main\/objects\/X__c\/X__c\.object-meta\.xml:1: .*\n$/,
    ],
    [{ "sfdx-project.json": DESCRIPTION, "main/x": "" }, ["check", "FOLDER", "--wrong"], /^local-org check: Unknown option '--wrong'\n$/],
    [{}, ["frobnicate"], /^local-org frobnicate: no such command.*\n$/],
  ];
  for (const [files, args, expected] of cases) {
    const result = run(files, (folder) => args.map((one) => (one === "FOLDER" ? folder : one)));
    assert.equal(result.status, 2);
    assert.match(result.error, expected);
    assert.equal(result.out, "");
  }
});
