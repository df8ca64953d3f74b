import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** Copies the cases and leaves out classes from the end while at least 4,000 lines remain; gives the number of lines. */
function takeCases(conformance: string, folder: string): number {
  for (const path of ["sfdx-project.json", "cases"]) cpSync(join(conformance, path), join(folder, path), { recursive: true });
  const sizes = projectFiles(folder, "cases", (path) => /\.(cls|trigger)$/.test(path)).map((path) => ({
    path,
    lines: readFileSync(join(folder, path), "utf8").split("\n").length,
    isTest: path.endsWith("Cases.cls"),
  }));
  let total = sizes.reduce((sum, { lines }) => sum + lines, 0);
  if (total < LINES) throw new Error(`the conformance cases have ${total} lines of Apex; ${LINES} are needed`);
  for (const { path, lines, isTest } of sizes.toReversed()) {
    if (!isTest || total - lines < LINES) continue;
    rmSync(join(folder, path));
    rmSync(join(folder, `${path}-meta.xml`), { force: true });
    total -= lines;
  }
  return total;
}

function runCold(root: string, folder: string): number {
  const started = performance.now();
  const result = spawnSync(process.execPath, ["local-org/bin/local-org.mjs", "test", folder], { cwd: root, encoding: "utf8" });
  const spent = performance.now() - started;
  if (result.status !== 0) throw new Error(`the cases did not pass:\n${result.stdout}${result.stderr}`);
  return spent;
}
