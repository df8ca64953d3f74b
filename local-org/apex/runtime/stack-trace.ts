/** Apex stack traces out of JavaScript's: emitted code has the files and lines of its Apex. */

export interface StackFrame {
  readonly file: string;
  readonly line: number;
}

/** Says which method a line of a unit belongs to: `Class.Outer.method`, `Trigger.Name`; null for a file of the engine. */
export type MethodNames = (file: string, line: number) => string | null;

let methodNames: MethodNames = () => null;

/** Registered when a program is linked. Gives what was registered before. */
export function useMethodNames(names: MethodNames): MethodNames {
  const previous = methodNames;
  methodNames = names;
  return previous;
}

/** How many JavaScript frames an error keeps: enough for a deep Apex stack with library frames between. */
const KEPT_FRAMES = 60;
Error.stackTraceLimit = KEPT_FRAMES;

/** `    at Some.name [as other] (file:12:5)` or `    at file:12:5`. */
const FRAME = /^ {4}at (?:(.*) \()?(.+?):(\d+):\d+\)?$/;

/** Functions of emitted code that stand for nothing in Apex: they run initialisers, which have frames of their own. */
const HELPER = /\$(initStatics|init_[^ ]*\$)$/;

function framesOf(error: Error): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of (error.stack ?? "").split("\n")) {
    const match = FRAME.exec(text);
    if (match !== null && !HELPER.test(match[1] ?? "")) frames.push({ file: match[2] ?? "", line: Number(match[3]) });
  }
  return frames;
}

/** File of the innermost frame. */
export function firstFile(error: Error): string | null {
  return framesOf(error)[0]?.file ?? null;
}

/** Frames in Apex, innermost first. */
export function apexFrames(error: Error): StackFrame[] {
  return framesOf(error).filter(({ file, line }) => methodNames(file, line) !== null);
}

/** As `getStackTraceString()` gives it: one line per frame, `Class.Outer.method: line 12, column 1`. */
export function apexStackTrace(error: Error): string {
  return apexFrames(error)
    .map(({ file, line }) => `${methodNames(file, line) ?? ""}: line ${line}, column 1`)
    .join("\n");
}
