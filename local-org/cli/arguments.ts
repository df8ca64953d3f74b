/** What the command line asks for. */
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { InputError } from "../project/input-error.ts";

export const USAGE = `Usage: local-org <command> <folder> [options]

  check <folder>   type-check the Apex of an SFDX folder
    --json FILE          write the findings as JSON
  test <folder>    run its Apex tests
    --json FILE          write the results as JSON
    --junit FILE         write the results as JUnit XML
    --class NAME         only this test class (repeatable)
    --method NAME        only this method, or Class.method (repeatable)
    --lenient            run what compiles: a statement that does not is unsupported when it is reached
    --invert-asserts     negate every assertion: no test that asserts may pass then
    --coverage           print line coverage
    --min-coverage N     fail below N percent of executable lines
  start <folder>   serve the org over HTTP

  --namespace NAME   the project's namespace prefix, instead of the one in sfdx-project.json

Exit code: 0 clean, 1 findings or failed tests, 2 input that cannot be read.
`;

const COMMON: ParseArgsOptionsConfig = { namespace: { type: "string" } };

const OPTIONS: Readonly<Record<string, ParseArgsOptionsConfig>> = {
  check: { ...COMMON, json: { type: "string" } },
  test: {
    ...COMMON,
    json: { type: "string" },
    junit: { type: "string" },
    class: { type: "string", multiple: true },
    method: { type: "string", multiple: true },
    lenient: { type: "boolean" },
    "invert-asserts": { type: "boolean" },
    coverage: { type: "boolean" },
    "min-coverage": { type: "string" },
  },
};

export interface Arguments {
  readonly folder: string;
  text(name: string): string | null;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Arguments of `check` and `test`. Throws InputError for what they do not know. */
export function parseArguments(command: string, args: readonly string[]): Arguments {
  const { values, positionals } = parsed(command, args);
  const [folder, more] = positionals;
  if (folder === undefined) throw new InputError(`local-org ${command}`, "no folder given");
  if (more !== undefined) throw new InputError(more, `one folder only, and ${folder} was given already`);
  return {
    folder,
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : null;
    },
    texts: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
    },
    flag: (name) => values[name] === true,
  };
}

function parsed(command: string, args: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS[command] ?? {}, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`local-org ${command}`, (reason.split("\n")[0] ?? reason).replace(/\. To specify.*$/, ""));
  }
}
