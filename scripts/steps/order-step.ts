import { outputOf, runNode } from "./run-command.ts";
import type { Step } from "./step.ts";

/** Two processes, each with one half of the work. */
const HALVES = ["defaults", "others"];

/** Calls and messages end up the same in whatever order their events come, however often, one by one or together. */
export const orderStep: Step = {
  name: "order of events",
  run: async ({ root }) => {
    const results = await Promise.all(HALVES.map((rules) => runNode(root, ["tests/order/run.ts", "--rules", rules])));
    const output = results.map(outputOf).join("\n");
    return results.every(({ code }) => code === 0)
      ? { outcome: "passed", summary: output.replaceAll(/[{}"\s]+/g, " ").trim() }
      : { outcome: "failed", summary: "the order of events makes a difference", details: output };
  },
};
