import { benchStep } from "./bench-step.ts";
import { catalogStep } from "./catalog-step.ts";
import { smokeStep } from "./smoke-step.ts";
import type { Step } from "./step.ts";

/** Everything `npm run test:long` does, one after the other. */
export const longSteps: readonly Step[] = [catalogStep, smokeStep, benchStep];
