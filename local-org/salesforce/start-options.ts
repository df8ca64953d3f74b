/** The command line of `local-org start`. */
import { parseArgs } from "node:util";
import { InputError } from "../project/input-error.ts";

export interface StartOptions {
  /** The SFDX folder, as given. */
  readonly folder: string;
  readonly port: number;
  /** Data that the org starts with: the project's `config/demo`, or nothing. */
  readonly seed: "demo" | "none";
  /** Folder that keeps the org's state between starts; null: in memory. */
  readonly dataFolder: string | null;
}

const HIGHEST_PORT = 65535;
const OPTIONS = {
  port: { type: "string", default: "8100" },
  seed: { type: "string", default: "demo" },
  data: { type: "string" },
} as const;

/** Throws InputError for what it does not understand. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parsed(args);
  const [folder = ".", more] = positionals;
  if (more !== undefined) refuse(more, `one folder only, and ${folder} was given already`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) refuse(`--port ${values.port}`, `a number from 1 to ${HIGHEST_PORT}`);
  if (values.seed !== "demo" && values.seed !== "none") refuse(`--seed ${values.seed}`, "demo or none");
  return { folder, port, seed: values.seed, dataFolder: values.data ?? null };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuse("start", error instanceof Error ? error.message : String(error));
  }
}

function refuse(what: string, reason: string): never {
  throw new InputError(what, reason);
}
