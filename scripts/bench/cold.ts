import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { projectFiles } from "../checks/project-files.ts";
import { benchmark, median } from "./benchmark.ts";
import type { Benchmark } from "./benchmark.ts";

const LINES = 4000;
const RUNS = 3;

/** A new process that checks and tests 4,000 lines of Apex, taken from the conformance cases. */
export function coldBenchmark(root: string): Benchmark {
  const folder = mkdtempSync(join(tmpdir(), "bench-cold-"));
  try {
    const lines = takeCases(join(root, "local-org", "conformance"), folder);
    const name = `check and test of ${lines.toLocaleString("en-US")} lines of Apex, cold`;
    return benchmark(name, median(Array.from({ length: RUNS }, () => runCold(root, folder))), 2500);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the cases and brings them to 4,000 lines: by leaving out classes from the end while enough remain, or by taking classes a
 * second time under another name. Gives the number of lines.
 */
function takeCases(conformance: string, folder: string): number {
  for (const path of ["sfdx-project.json", "cases"]) cpSync(join(conformance, path), join(folder, path), { recursive: true });
  const classes = projectFiles(folder, "cases", (path) => path.endsWith("Cases.cls"));
  if (classes.length === 0) throw new Error(`there are no cases in ${conformance}`);
  const sources = projectFiles(folder, "cases", (path) => /\.(cls|trigger)$/.test(path));
  let total = sources.reduce((sum, path) => sum + countLines(join(folder, path)), 0);
  for (const path of classes.toReversed()) {
    const lines = countLines(join(folder, path));
    if (total - lines < LINES) continue;
    for (const file of [path, `${path}-meta.xml`]) rmSync(join(folder, file), { force: true });
    total -= lines;
  }
  for (const path of classes) {
    if (total >= LINES) break;
    total += takeAgain(folder, path);
  }
  return total;
}

function takeAgain(folder: string, path: string): number {
  const name = basename(path, ".cls");
  const copy = path.replace(`${name}.cls`, `${name}Again.cls`);
  const text = readFileSync(join(folder, path), "utf8");
  writeFileSync(join(folder, copy), text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), `${name}Again`));
  if (existsSync(join(folder, `${path}-meta.xml`))) cpSync(join(folder, `${path}-meta.xml`), join(folder, `${copy}-meta.xml`));
  return text.split("\n").length;
}

function countLines(file: string): number {
  return readFileSync(file, "utf8").split("\n").length;
}

function runCold(root: string, folder: string): number {
  const started = performance.now();
  const result = spawnSync(process.execPath, ["local-org/bin/local-org.mjs", "test", folder], { cwd: root, encoding: "utf8" });
  const spent = performance.now() - started;
  if (result.status !== 0) throw new Error(`the cases did not pass:\n${result.stdout}${result.stderr}`);
  return spent;
}
