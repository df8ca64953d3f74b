/** What became of one test method. */
import { asApexError } from "../apex/runtime/catching.ts";
import { ApexException, UncatchableError, UnsupportedFeatureError } from "../apex/runtime/exceptions.ts";
import { apexStackTrace } from "../apex/runtime/stack-trace.ts";
import { TimeLimitPassed } from "./time-limit.ts";
import { callBridge } from "../apex/runtime/user-object.ts";

export interface TestResult {
  readonly class: string;
  readonly method: string;
  /** `unsupported`: it met something that the local org does not have; that says nothing about the code. */
  readonly outcome: "passed" | "failed" | "unsupported";
  readonly message: string | null;
  /** `Class.Some.method: line 12, column 1`, one frame a line, innermost first. */
  readonly stack: string | null;
  readonly ms: number;
  /** Assertions executed. */
  readonly assertions: number;
}

type Verdict = Pick<TestResult, "outcome" | "message" | "stack">;

export const PASSED: Verdict = { outcome: "passed", message: null, stack: null };

/** What an error that left a test method means. */
export function verdictOf(thrown: unknown): Verdict {
  if (thrown instanceof TimeLimitPassed) {
    return { outcome: "failed", message: "System.LimitException: Apex CPU time limit exceeded", stack: null };
  }
  const error = asApexError(thrown);
  if (error instanceof UnsupportedFeatureError) return { outcome: "unsupported", message: error.message, stack: apexStackTrace(error) };
  if (error instanceof UncatchableError) return failed(`${error.typeName}: ${error.message}`, error);
  if (error instanceof ApexException) return failed(`${error.typeName}: ${messageOf(error)}`, error);
  if (error instanceof Error) return failed(`fault of the local org: ${error.stack ?? error.message}`, error);
  return { outcome: "failed", message: `fault of the local org: ${String(error)}`, stack: null };
}

function failed(message: string, error: Error): Verdict {
  return { outcome: "failed", message, stack: apexStackTrace(error) };
}

/** As `getMessage()` gives it, overridden or not. */
function messageOf(error: ApexException): string {
  const own = callBridge(error, "getMessage");
  return typeof own === "string" ? own : error.shownMessage;
}
