/** Classes that the platform refuses: each must be refused at its marked line, with the marked words, and nowhere else. */
import { loadCatalog } from "../apex/catalog/catalog.ts";
import type { Diagnostic } from "../apex/syntax/diagnostics.ts";
import { parseUnit } from "../apex/syntax/parse.ts";
import { checkProject } from "../apex/types/check-project.ts";
import type { Schema } from "../data/schema/schema.ts";

const API_VERSION = 67;
const MARK = /\/\/ error: (.+)$/;

/** What is wrong with the compiler's verdict on one class, or null. `schema`: the objects that the class may use. */
export function compileErrorFault(file: string, text: string, schema: Schema): string | null {
  const expected = text.split("\n").flatMap((line, at) => {
    const match = MARK.exec(line);
    return match === null ? [] : [{ line: at + 1, words: (match[1] ?? "").trim() }];
  });
  if (expected.length !== 1) return `${file}: exactly one line must end in \`// error: <part of the message>\`, found ${expected.length}`;
  const [{ line, words } = { line: 0, words: "" }] = expected;
  const findings = findingsOf(file, text, schema);
  const shown = findings.map((finding) => `${finding.line}: ${finding.message}`).join("; ") || "nothing";
  if (findings.length === 0) return `${file}:${line}: accepted, expected "${words}"`;
  const fits = findings.every((finding) => finding.line === line) && findings.some(({ message }) => message.includes(words));
  return fits ? null : `${file}:${line}: expected "${words}", found ${shown}`;
}

function findingsOf(file: string, text: string, schema: Schema): readonly Diagnostic[] {
  const parsed = parseUnit(file, text);
  const unit = parsed.ok ? parsed.unit : (parsed.tree?.unit ?? null);
  const faults = parsed.ok ? [] : parsed.diagnostics;
  if (unit === null) return faults;
  const checked = checkProject({ units: [unit], schema, catalog: loadCatalog(), options: { apiVersions: new Map([[file, API_VERSION]]) } });
  return [...faults, ...checked.diagnostics];
}
