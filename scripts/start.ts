/**
 * `npm start`: the local org with this package on port 8100 (`PORT` or `-- --port N`), in the foreground until interrupted.
 * Other arguments reach `local-org start` as they are.
 */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { buildProject } from "./build-project.ts";
import { startArguments } from "./start-arguments.ts";

const root = resolve(import.meta.dirname, "..");
await buildProject(root);
const args = startArguments(process.argv.slice(2), process.env["PORT"]);
const child = spawn(process.execPath, ["local-org/bin/local-org.mjs", ...args], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    child.kill(signal);
  });
}
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1);
});
