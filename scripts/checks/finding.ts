/** One thing that a check refuses, at a place in a file. Paths are relative to the project and use `/`. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** What a check looked at and what it found there. Nothing looked at (`subjects` 0) is not a success. */
export interface CheckResult {
  readonly subjects: number;
  readonly findings: readonly Finding[];
}

/** `file:line:column: message`, as editors and terminals link it. */
export function formatFinding(finding: Finding): string {
  const place = [finding.file, finding.line, finding.line === undefined ? undefined : finding.column].filter((part) => part !== undefined);
  return `${place.join(":")}: ${finding.message}`;
}

/** Sorts by file, line and column. */
export function byPlace(left: Finding, right: Finding): number {
  return compareText(left.file, right.file) || (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Several checks as one. */
export function combineChecks(results: readonly CheckResult[]): CheckResult {
  return {
    subjects: results.reduce((sum, result) => sum + result.subjects, 0),
    findings: results.flatMap((result) => result.findings),
  };
}

/** The findings without those that say the same of the same line. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.file}:${finding.line ?? 0}:${finding.message}`, finding])).values()];
}
