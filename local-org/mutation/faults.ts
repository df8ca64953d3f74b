/**
 * The faults of the mutation package. Its sources are right as they stand; a comment above a line says what to write
 * there to break it:
 *
 *     // fault [what the platform says] Integer a = 'x';
 *     Integer a = 1;
 *
 * A number behind the bracket (`[...] -2 `) tells how far from the changed line the fault has to be reported.
 */

export interface Fault {
  /** Source file it is in, relative to the package. */
  readonly file: string;
  /** Line that is changed, from 1. */
  readonly changedLine: number;
  /** Line that has to be reported. */
  readonly line: number;
  /** What the platform says, as far as it is known. */
  readonly message: string;
  /** What the line becomes. */
  readonly code: string;
}

const faultComment = /^(\s*)\/\/ fault \[(.+?)\](?= |$)(?: ([+-]\d+)(?= ))? ?(.*)$/;

/** The faults that the comments of a source describe. */
export function readFaults(file: string, text: string): Fault[] {
  return text.split("\n").flatMap((line, index): Fault[] => {
    const [, , message, offset = "0", code] = faultComment.exec(line) ?? [];
    if (message === undefined || code === undefined) {
      if (/^\s*\/\/ fault/.test(line)) throw new Error(`${file}:${index + 1}: not a fault comment: ${line.trim()}`);
      return [];
    }
    const changedLine = index + 2;
    return [{ file, changedLine, line: changedLine + Number(offset), message, code }];
  });
}

/** The source with one fault in it, under another name so that all can stand in one project. The lines stay where they are. */
export function breakSource(text: string, fault: Fault, name: string, newName: string): string {
  const lines = text.split("\n");
  const changed = lines[fault.changedLine - 1] ?? "";
  lines[fault.changedLine - 1] = (/^\s*/.exec(changed)?.[0] ?? "") + fault.code;
  const body = lines.map((line) => (/^\s*\/\/ fault/.test(line) ? "" : line)).join("\n");
  return body.replaceAll(new RegExp(`\\b${name}\\b`, "g"), newName);
}
