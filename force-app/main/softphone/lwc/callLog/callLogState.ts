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
  };
}

/** Whether the log will stay as it is without anybody's doing. */
export function isSettled(log: CallLogState | null): boolean {
  return log !== null && log.decision !== null && log.outcome !== "In progress";
}

function toText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
