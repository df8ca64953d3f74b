import { benchStep } from "./bench-step.ts";
import { catalogStep } from "./catalog-step.ts";
import { phoneNumbersStep } from "./phone-numbers-step.ts";
import { orderStep } from "./order-step.ts";
import { smokeStep } from "./smoke-step.ts";
import type { Step } from "./step.ts";
import { browserTabsStep, localOrgBrowserStep } from "./test-steps.ts";

/** Everything `npm run test:long` does, one after the other. */
export const longSteps: readonly Step[] = [
  catalogStep,
  phoneNumbersStep,
  browserTabsStep,
  localOrgBrowserStep,
  smokeStep,
  orderStep,
  benchStep,
];
