import type { Position } from "./position.ts";

/** What the checker has to say about a place in the sources; one form for syntax, types and metadata. */
export interface Diagnostic {
  /** Path relative to the project folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** `file:line:column error message`, the form that editors make clickable. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  return `${diagnostic.file}:${diagnostic.line}:${diagnostic.column} ${diagnostic.severity} ${diagnostic.message}`;
}

/** By file, then by place in the file. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

/** Takes an error at a place of the source that is being checked. */
export type Report = (message: string, position: Position) => void;
