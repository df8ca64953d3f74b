/** Places in a page, for faults that people read. */
import type { Diagnostic } from "../../apex/syntax/diagnostics.ts";

/** From 1. */
export interface PagePosition {
  readonly line: number;
  readonly column: number;
}

/** Something in a page that the platform or the local org does not take. */
export class PageFault extends Error {
  readonly position: PagePosition;

  constructor(message: string, position: PagePosition) {
    super(message);
    this.position = position;
  }
}

export function faultDiagnostic(file: string, { message, position }: PageFault): Diagnostic {
  return { file, ...position, message, severity: "error" };
}

/** The position of an offset in a text. */
export function positionAt(text: string, offset: number): PagePosition {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
