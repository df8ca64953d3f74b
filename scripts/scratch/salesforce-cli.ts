import { join } from "node:path";
import { runNode } from "../steps/run-command.ts";

/** Runs a command of the Salesforce CLI and gives its `result`, unchecked. Rejects with the CLI's own words. */
export type SalesforceCli = (args: readonly string[], env?: Record<string, string>) => Promise<unknown>;

/** The Salesforce CLI that the project brings. */
export function salesforceCli(root: string): SalesforceCli {
  const quiet = { SF_DISABLE_TELEMETRY: "true", SF_AUTOUPDATE_DISABLE: "true", SF_SKIP_NEW_VERSION_CHECK: "true" };
  return async (args, env = {}) => {
    const { stdout, stderr } = await runNode(root, [join("node_modules/@salesforce/cli/bin/run.js"), ...args, "--json"], {
      ...quiet,
      ...env,
    });
    return resultOf(args, stdout, stderr);
  };
}

/**
 * The `result` in what the CLI wrote.
 *
 * @throws Error with the CLI's message when the command failed or wrote no JSON
 */
export function resultOf(args: readonly string[], stdout: string, stderr: string): unknown {
  const answer = objectOf(parseJson(stdout));
  const command = `sf ${args.slice(0, 3).join(" ")}`;
  if (answer === null) throw new Error(`${command}: ${stderr.trim() || stdout.trim() || "no answer"}`);
  if (answer["status"] !== 0) throw new Error(`${command}: ${typeof answer["message"] === "string" ? answer["message"] : stdout.trim()}`);
  return answer["result"];
}

/** The value as an object; null for anything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
