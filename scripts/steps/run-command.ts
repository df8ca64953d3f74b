import { spawn } from "node:child_process";

/** What a finished program left behind. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing here takes a minute alone; what is still running then hangs. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Runs a program to its end, without standard input. One that hangs is stopped and says so.
 *
 * @throws when the program cannot be started
 */
export function runCommand(
  root: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    const timer = setTimeout(() => {
      stderr += `\nstopped: it was still running after ${PATIENCE_MS / 60_000} minutes\n`;
      child.kill("SIGKILL");
    }, PATIENCE_MS);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Runs a script of the project or of a package on this same Node; options of Node itself may stand before the script. */
export function runNode(root: string, args: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> {
  return runCommand(root, process.execPath, args, env);
}

/** Standard output, then standard error, without blank ends. */
export function outputOf(result: CommandResult): string {
  return [result.stdout.trim(), result.stderr.trim()].filter((text) => text !== "").join("\n");
}
