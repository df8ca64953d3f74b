/** How the log of a call stands on the server. */
export interface CallLogState {
  readonly logId: string;
  /** The call's Task; null when it was not made. */
  readonly taskId: string | null;
  readonly subject: string | null;
  /** `In progress` until the call has ended for the server. */
  readonly outcome: string | null;
  /** `Logged`, `Skipped`, `Unlinked`, `Failed`; null before it is decided. */
  readonly decision: string | null;
  /** Codes with arguments, empty when there is nothing to say. */
  readonly decisionReason: string;
  readonly recordId: string | null;
  /** Whether the server knows that the call has ended. */
  readonly isOver: boolean;
  /** When the log last changed, as the server writes it; empty when it does not say. */
  readonly changedAt: string;
}

/** What the server answered as a state; null when there is no log yet or the answer is none. */
export function parseCallLog(answer: unknown): CallLogState | null {
  if (typeof answer !== "object" || answer === null) return null;
  const value = answer as Readonly<Record<string, unknown>>;
  const logId = toText(value.logId);
  if (logId === null) return null;
  return {
    logId,
    taskId: toText(value.taskId),
    subject: toText(value.subject),
    outcome: toText(value.outcome),
    decision: toText(value.decision),
    decisionReason: toText(value.decisionReason) ?? "",
    recordId: toText(value.recordId),
    isOver: value.isOver === true,
    changedAt: toText(value.changedAt) ?? "",
  };
}

/** Whether it is decided how the call is logged. */
export function isDecided(log: CallLogState | null): boolean {
  return log !== null && log.decision !== null && log.outcome !== "In progress";
}

/** Whether the log has all that the end of the call brings. */
export function isSettled(log: CallLogState | null): boolean {
  return isDecided(log) && log?.isOver === true;
}

function toText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
