/**
 * Runs a script of this project on the pinned Node, after installing what is missing: `node scripts/bootstrap.mjs <script> [arguments]`.
 * Works on any Node from 20.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { installMissing, pinnedNode } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error("usage: node scripts/bootstrap.mjs <script> [arguments]");
  process.exit(2);
}

// `npm run bench` promises nothing but JSON on standard output, so what is said here goes to standard error.
try {
  const installed = await installMissing(root, (line) => console.error(line));
  // Compiled once after an install, so that no start has to wait for it. A start makes up for it when this fails, and says why.
  if (installed || !existsSync(join(root, "node_modules/.cache/local-org")))
    spawnSync(pinnedNode(root), [join(root, "local-org/lightning/build/prebuild.ts")], { cwd: root, stdio: ["ignore", 2, 2] });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
const child = spawn(pinnedNode(root), [join(root, script), ...args], { cwd: root, env: { ...process.env, PATH: path }, stdio: "inherit" });
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
});
