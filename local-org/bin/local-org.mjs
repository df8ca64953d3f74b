#!/usr/bin/env node
// Started by any Node: hands over to the project's pinned Node 24 when this one is older, because the engine is TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const here = dirname(fileURLToPath(import.meta.url));

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  module.enableCompileCache?.();
  const { main } = await import("../cli/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = pinnedNode();
  if (node === null) {
    console.error(`local-org needs Node ${NEEDED}: run npm install in ${dirname(dirname(here))}, which brings it`);
    process.exitCode = 2;
  } else {
    const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = status ?? 2;
  }
}

/** The `node` package of the nearest node_modules that has one. */
function pinnedNode() {
  for (let folder = here; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return null;
  }
}
