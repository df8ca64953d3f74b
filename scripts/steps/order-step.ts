import { outputOf, runNode } from "./run-command.ts";
import type { Step } from "./step.ts";

/** Calls and messages end up the same in whatever order their events come, however often, one by one or together. */
export const orderStep: Step = {
  name: "order of events",
  run: async ({ root }) => {
    const result = await runNode(root, ["tests/order/run.ts"]);
    const output = outputOf(result);
    return result.code === 0
      ? { outcome: "passed", summary: output.replaceAll(/[{}"\s]+/g, " ").trim() }
      : { outcome: "failed", summary: "the order of events makes a difference", details: output };
  },
};
