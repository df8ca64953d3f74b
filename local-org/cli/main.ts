/** The command `local-org`. */
import { MetadataError } from "../data/schema/metadata-files.ts";
import { InputError } from "../project/input-error.ts";
import { parseArguments, USAGE } from "./arguments.ts";

/** Runs a command line; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case "check": {
        const { check } = await import("./check.ts");
        return check(parseArguments(command, rest));
      }
      case "test": {
        const { test } = await import("./test.ts");
        return await test(parseArguments(command, rest));
      }
      case "start":
        return await start(rest);
      case undefined:
      case "help":
      case "--help":
        process.stdout.write(USAGE);
        return command === undefined ? 2 : 0;
      default:
        throw new InputError(`local-org ${command}`, "no such command: check, test or start");
    }
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof MetadataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** The server is a part of its own, with its own options. */
async function start(args: readonly string[]): Promise<number> {
  const face = "../salesforce/start.ts";
  const loaded: unknown = await import(face);
  const serve: unknown = typeof loaded === "object" && loaded !== null ? Reflect.get(loaded, "start") : undefined;
  if (typeof serve !== "function") throw new Error(`${face} has no start`);
  const exitCode: unknown = await Reflect.apply(serve, null, [args]);
  return typeof exitCode === "number" ? exitCode : 0;
}
