import type { Position } from "./position.ts";

/** Stops a parse at the first thing that fits nowhere; `parse.ts` turns it into a diagnostic. */
export class SyntaxFailure extends Error {
  readonly position: Position;

  constructor(message: string, position: Position) {
    super(message);
    this.position = { line: position.line, column: position.column };
  }
}
