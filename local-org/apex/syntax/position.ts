/** A place in a source text. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
