/** What asynchronous work failed with: kept by the org, thrown on in tests. */
import { ApexException, UncatchableError } from "../apex/runtime/exceptions.ts";
import { apexStackTrace } from "../apex/runtime/stack-trace.ts";
import { currentTransactionOrNull } from "./context.ts";
import type { Org } from "./org.ts";

/** `System.MathException: Divide by 0`. */
export function failureText(error: unknown): string {
  if (error instanceof ApexException) return `${error.typeName}: ${error.shownMessage}`;
  if (error instanceof UncatchableError) return `${error.typeName}: ${error.message}`;
  return String(error);
}

/**
 * Takes the failure of a job, event trigger or callback: inside a test it is thrown on (the test fails with it), outside the
 * org keeps it. Errors of the engine itself are always thrown on.
 */
export function reportFailure(org: Org, label: string, error: unknown): void {
  if (currentTransactionOrNull()?.test !== undefined && currentTransactionOrNull()?.test !== null) throw error;
  if (!(error instanceof ApexException || error instanceof UncatchableError)) throw error;
  org.keepFailure({ label, message: failureText(error), stack: apexStackTrace(error), at: org.clock.now() });
}
