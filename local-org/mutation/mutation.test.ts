import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkFolder } from "../project/compile-project.ts";
import { checkApexLs } from "../../scripts/checks/apex-ls.ts";
import { findJava, JAVA_MISSING } from "../../scripts/checks/java.ts";
import { writeMutants } from "./mutants.ts";

const folder = mkdtempSync(join(tmpdir(), "mutants-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const mutants = writeMutants(folder);
const mutantFiles = new Set(mutants.map((mutant) => mutant.mutantFile));
const checked = checkFolder(folder);
const findings = [...checked.unreadable, ...checked.diagnostics];
const text = (finding: { file: string; line?: number; message: string }) => `${finding.file}:${finding.line ?? 0} ${finding.message}`;

test("the compiler accepts the mutation package as it stands", () => {
  assert.deepEqual(findings.filter((finding) => !mutantFiles.has(finding.file)).map(text), []);
});

test("the compiler refuses every single fault at its line", () => {
  const refused = new Set(findings.map((finding) => `${finding.file}:${finding.line}`));
  assert.ok(mutants.length > 600);
  const missed = mutants.filter((mutant) => !refused.has(`${mutant.mutantFile}:${mutant.line}`));
  assert.deepEqual(
    missed.map((mutant) => `${mutant.file}:${mutant.changedLine} [${mutant.message}] ${mutant.code}`),
    [],
  );
});

const java = findJava();

test("apex-ls accepts the mutation package as it stands", { skip: java === undefined ? JAVA_MISSING : false }, async () => {
  const result = await checkApexLs(import.meta.dirname, { java: java ?? "", warnings: false });
  assert.ok(result.subjects > 0);
  assert.deepEqual(result.findings.map(text), []);
});
