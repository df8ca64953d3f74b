/** `npm run test:long`: what takes too long for every change; says its result as `npm test` does. */
import { resolve } from "node:path";
import { closingLine, runSteps } from "./steps/run-steps.ts";
import { longSteps } from "./steps/long-steps.ts";

const ci = !["", "0", "false"].includes(process.env["CI"] ?? "");
const counts = await runSteps(longSteps, { root: resolve(import.meta.dirname, ".."), ci }, 1, (text) => {
  console.log(text);
});
console.log(closingLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
