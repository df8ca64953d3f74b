/** Tests counted inside a step. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How a step ended. `nothing` means that the project has no subject for it yet; it counts neither way. */
export type Outcome = "passed" | "failed" | "skipped" | "nothing";

export interface StepReport {
  readonly outcome: Outcome;
  /** A few words beside the result: what was looked at, or why it was skipped. */
  readonly summary: string;
  readonly tests?: TestCounts;
  /** Shown below the line of a failed step. */
  readonly details?: string;
}

/** What a step may know about the run it is part of. */
export interface StepContext {
  /** The project folder, absolute. */
  readonly root: string;
  /** True on the build server, where a missing tool is a failure and not a reason to skip. */
  readonly ci: boolean;
}

/** One line of `npm test`. */
export interface Step {
  readonly name: string;
  readonly run: (context: StepContext) => Promise<StepReport>;
}

export const nothingYet: StepReport = { outcome: "nothing", summary: "nothing to check yet" };
