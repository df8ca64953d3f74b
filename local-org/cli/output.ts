/** What commands print and write. */
import { writeFileSync } from "node:fs";
import type { Diagnostic } from "../apex/syntax/diagnostics.ts";
import { InputError } from "../project/input-error.ts";

/** `file:line:column: message`, one a line. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { file, line, column, message } of diagnostics) {
    process.stdout.write(`${file}:${line}:${column}: ${message.replaceAll(/\s*\n\s*/g, " ")}\n`);
  }
}

/** Throws InputError when the file cannot be written. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new InputError(file, error instanceof Error ? error.message : String(error));
  }
}

export function writeJson(file: string, value: unknown): void {
  writeText(file, `${JSON.stringify(value, null, 2)}\n`);
}
