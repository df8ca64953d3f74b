/**
 * Keeps JavaScript on the lines of its Apex. The emitter writes marks into its text ("the next token belongs to line 12");
 * one pass at the end turns each mark into the newlines that are missing. A mark for a line already passed does nothing.
 */

const OPEN = "\u0001";
const CLOSE = "\u0002";
const STATEMENT = "s";

/** Mark: what follows stands on this line, if it is not passed yet. */
export function atLine(line: number): string {
  return `${OPEN}${line}${CLOSE}`;
}

/** Mark before a statement that counts for coverage. */
export function statementAt(line: number): string {
  return `${OPEN}${STATEMENT}${line}${CLOSE}`;
}

/** Where a statement of an Apex line starts in the JavaScript text. */
export interface StatementStart {
  readonly line: number;
  readonly offset: number;
}

export interface AlignedText {
  readonly text: string;
  /** In order of offset; several per line are possible. */
  readonly statements: readonly StatementStart[];
}

/** Resolves all marks. Line numbers start at 1. String literals in the text must have control characters escaped. */
export function alignLines(marked: string): AlignedText {
  const pieces = marked.split(OPEN);
  const out: string[] = [pieces[0] ?? ""];
  const statements: StatementStart[] = [];
  let line = 1 + newlinesIn(out[0] ?? "");
  let offset = (out[0] ?? "").length;
  for (let at = 1; at < pieces.length; at++) {
    const piece = pieces[at] ?? "";
    const end = piece.indexOf(CLOSE);
    const isStatement = piece.startsWith(STATEMENT);
    const wanted = Number(piece.slice(isStatement ? 1 : 0, end));
    if (wanted > line) {
      out.push("\n".repeat(wanted - line));
      offset += wanted - line;
      line = wanted;
    }
    if (isStatement) statements.push({ line: wanted, offset });
    const rest = piece.slice(end + 1);
    out.push(rest);
    offset += rest.length;
    line += newlinesIn(rest);
  }
  return { text: out.join(""), statements };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
