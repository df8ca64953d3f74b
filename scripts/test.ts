/**
 * `npm test`: every check and test of the project, one line each, stopping at nothing; the last line of standard output
 * says how many passed and failed. `--only <name>` runs the steps whose names contain the text.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildProject } from "./build-project.ts";
import { closingLine, runSteps } from "./steps/run-steps.ts";
import { steps } from "./steps/steps.ts";

/** Two cores are the least that a machine has; most steps keep one busy. */
const WIDTH = 2;

const only = onlyArguments();
const chosen = only === undefined ? steps : steps.filter((step) => only.some((text) => step.name.includes(text)));
if (chosen.length === 0) {
  console.error(`No step has such a name; there are: ${steps.map((step) => step.name).join(", ")}`);
  process.exit(2);
}
const root = resolve(import.meta.dirname, "..");
const ci = !["", "0", "false"].includes(process.env["CI"] ?? "");
// Several steps take the built files as given; a fault in them is told by the step "component bundles", which builds again.
await buildProject(root).catch(() => undefined);
const counts = await runSteps(chosen, { root, ci }, WIDTH, (text) => {
  console.log(text);
});
console.log(closingLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

function onlyArguments(): readonly string[] | undefined {
  try {
    return parseArgs({ options: { only: { type: "string", multiple: true } } }).values.only;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nusage: npm test [-- --only <name of a step>]`);
    process.exit(2);
  }
}
