/** Reads what each conformance case cites. */

export interface CitedCase {
  readonly file: string;
  /** Test method, or class for a compile error. */
  readonly name: string;
  /** 1-based line of the name. */
  readonly line: number;
  /** Address of the page; null when missing. */
  readonly source: string | null;
  /** The sentence; null when missing. */
  readonly says: string | null;
  /** The behaviour was concluded, not read: not counted. */
  readonly inferred: boolean;
}

const TEST_METHOD = /@IsTest(?:\([^)]*\))?\s+(?:private\s+|public\s+)?static\s+void\s+(\w+)\s*\(/gi;
const CLASS = /\bclass\s+(\w+)/i;
const LAST_COMMENT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/;

/** The cases of a class under `cases/`: one per test method. */
export function casesOfTestClass(file: string, text: string): CitedCase[] {
  return [...text.matchAll(TEST_METHOD)].map((match) => cited(file, text, match[1] ?? "", match.index));
}

/** The one case of a class under `compile-errors/`. */
export function caseOfCompileError(file: string, text: string): CitedCase {
  const match = CLASS.exec(withoutComments(text));
  const comment = /\/\*\*[\s\S]*?\*\//.exec(text);
  const end = comment === null ? 0 : comment.index + comment[0].length;
  return cited(file, text, match?.[1] ?? file, end);
}

/** What is wrong with a case's citation, in one line each. */
export function citationFaults({ file, line, name, source, says }: CitedCase): string[] {
  const faults: string[] = [];
  if (source === null || !/^https:\/\/\S+( \(.+\))?$/.test(source))
    faults.push(`${file}:${line}: ${name} has no \`Source: https://...\` in its comment`);
  if (says === null) faults.push(`${file}:${line}: ${name} has no \`Says: ...\` in its comment`);
  return faults;
}

function cited(file: string, text: string, name: string, at: number): CitedCase {
  const comment = LAST_COMMENT.exec(text.slice(0, at))?.[1] ?? "";
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
  const source = field(lines, "Source");
  const says = field(lines, "Says");
  return {
    file,
    name,
    line: text.slice(0, text.indexOf(name, at)).split("\n").length,
    source,
    says,
    inferred: says?.toLowerCase().startsWith("inferred") ?? false,
  };
}

/** A field's text runs on over the following lines until a blank line or the next field. */
function field(lines: readonly string[], name: string): string | null {
  const start = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (start < 0) return null;
  const parts = [(lines[start] ?? "").slice(name.length + 1).trim()];
  for (const line of lines.slice(start + 1)) {
    if (line === "" || /^[A-Z]\w*:/.test(line)) break;
    parts.push(line.trim());
  }
  const text = parts.join(" ").trim();
  return text === "" ? null : text;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replaceAll(/[^\n]/g, " "));
}
