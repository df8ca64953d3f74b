/** Line coverage of Apex, counted by V8 on the emitted scripts: they have the lines of their sources. */
import { Session, type Profiler } from "node:inspector";
import type { Program, ProgramUnit } from "../apex/runtime/program.ts";

export interface UnitCoverage {
  readonly name: string;
  readonly file: string;
  readonly kind: "class" | "trigger";
  /** Executable lines, ascending. */
  readonly lines: readonly number[];
  readonly uncovered: readonly number[];
}

export interface CoverageReport {
  /** Classes that are no tests, and triggers, by name. */
  readonly units: readonly UnitCoverage[];
  /** Of all executable lines, 0 to 100. */
  readonly percent: number;
}

/** Counts from the moment it is made; make it before the program is activated. */
export class CoverageRecorder {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  }

  /** Stops counting and gives what was covered. */
  finish(program: Program): CoverageReport {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error;
      scripts = result;
    });
    this.#session.disconnect();
    const byFile = new Map(scripts.map((script) => [script.url, script]));
    const units = program.units.filter(isMeasured).map((unit) => coverageOf(unit, byFile.get(unit.emitted.file)));
    return { units: units.sort((left, right) => (left.name < right.name ? -1 : 1)), percent: percentOf(units) };
  }
}

/** Share of covered lines, 0 to 100; 100 when there are none. */
export function percentOf(units: readonly Pick<UnitCoverage, "lines" | "uncovered">[]): number {
  const lines = units.reduce((sum, unit) => sum + unit.lines.length, 0);
  const uncovered = units.reduce((sum, unit) => sum + unit.uncovered.length, 0);
  return lines === 0 ? 100 : ((lines - uncovered) / lines) * 100;
}

function isMeasured({ bound: { declaration } }: ProgramUnit): boolean {
  return declaration.kind === "trigger" || (declaration.kind === "class" && !declaration.isTest);
}

function coverageOf({ bound, emitted }: ProgramUnit, script: Profiler.ScriptCoverage | undefined): UnitCoverage {
  const covered = new Map<number, boolean>();
  const counts = countsAt(
    emitted.statements.map((statement) => statement.offset),
    script,
  );
  for (const [at, { line }] of emitted.statements.entries()) {
    covered.set(line, covered.get(line) === true || (counts[at] ?? 0) > 0);
  }
  const lines = [...covered.keys()].sort((left, right) => left - right);
  return {
    name: bound.declaration.name,
    file: bound.file,
    kind: bound.declaration.kind === "trigger" ? "trigger" : "class",
    lines,
    uncovered: lines.filter((line) => covered.get(line) !== true),
  };
}

/** How often the code at each offset ran: the innermost range around it decides. */
function countsAt(offsets: readonly number[], script: Profiler.ScriptCoverage | undefined): number[] {
  const counts = offsets.map(() => 0);
  if (script === undefined) return counts;
  const ranges = script.functions.flatMap((one) => one.ranges);
  ranges.sort((left, right) => right.endOffset - right.startOffset - (left.endOffset - left.startOffset));
  for (const { startOffset, endOffset, count } of ranges) {
    for (const [at, offset] of offsets.entries()) if (startOffset <= offset && offset < endOffset) counts[at] = count;
  }
  return counts;
}

/** A table for people: percent, name, uncovered lines. */
export function describeCoverage({ units, percent }: CoverageReport): string {
  const rows = units.map((unit) => {
    const missed = unit.uncovered.length === 0 ? "" : `  lines ${spans(unit.uncovered)}`;
    return `${percentOf([unit]).toFixed(0).padStart(4)}%  ${unit.name}${unit.kind === "trigger" ? " (trigger)" : ""}${missed}\n`;
  });
  return `${rows.join("")}${percent.toFixed(1)}% of ${units.reduce((sum, unit) => sum + unit.lines.length, 0)} executable lines covered\n`;
}

/** `3-5, 9`. */
function spans(lines: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const from = lines[at] ?? 0;
    let to = from;
    while (lines[at + 1] === to + 1) {
      to++;
      at++;
    }
    parts.push(from === to ? `${from}` : `${from}-${to}`);
  }
  return parts.join(", ");
}
