import { outputOf, runNode } from "./run-command.ts";
import type { Step } from "./step.ts";

/** The package's phone number normaliser against google-libphonenumber, for every country. */
export const phoneNumbersStep: Step = {
  name: "phone numbers of all countries",
  run: async ({ root }) => {
    const result = await runNode(root, ["tests/campaigns/phone-numbers.ts"]);
    const figure = (name: string): string => new RegExp(`"${name}": ([0-9.]+)`).exec(result.stdout)?.[1] ?? "no figure";
    const summary =
      `${figure("agreementPercent")} % of ${figure("texts")} texts agree; ${figure("refusedThatGotANumber")} of ` +
      `${figure("refusedTexts")} refused texts got a number; 200 numbers in ${figure("cpuMsFor200Numbers")} ms; seed ${figure("seed")}`;
    return result.code === 0 ? { outcome: "passed", summary } : { outcome: "failed", summary, details: outputOf(result) };
  },
};
